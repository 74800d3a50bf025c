import assert from 'node:assert/strict';
import type { Role } from '../../../src/core/role';
import { dayOf } from '../../../src/core/timeline/day';
import { coupleOf } from '../samples';
import { moment, timelineOf } from './files';
import type { Files } from './files';

const SETBACK = '9-path/2026-08-05-setback-sam.md';
const NAME = '2026-08-05-setback-sam.md';
const ALEX = '9-path/2026-10-04-repair-alex.md';
const SAM = '9-path/2026-09-20-repair-sam.md';

const repair = (answered: string): string => moment('repair', `repairs: ${answered}`);

/** @returns the paths of the repairs that join the breaks, `null` where none does. */
function joinedBy(files: Files, options: Parameters<typeof timelineOf>[1] = {}): readonly (string | null)[] {
  return timelineOf(files, options).breaks.map(({ seam }) => seam?.path ?? null);
}

describe('breaks and their seams', () => {
  it('are where a setback is, open until it is repaired', () => {
    const { breaks } = timelineOf({ [SETBACK]: moment('setback') });
    assert.deepEqual(breaks, [{ day: dayOf('2026-08-05'), path: SETBACK, seam: null }]);
  });

  it('are joined on the day on which whoever was hurt confirms it', () => {
    const { breaks } = timelineOf({ [SETBACK]: moment('setback'), [SAM]: repair(NAME), [ALEX]: repair(NAME) });
    assert.deepEqual(breaks, [
      { day: dayOf('2026-08-05'), path: SETBACK, seam: { day: dayOf('2026-10-04'), path: ALEX } },
    ]);
  });

  const byRole: readonly (readonly [alex: Role, sam: Role, alone: string, samAlone: string, both: string])[] = [
    // Whose repairs join it: Alex's alone, Sam's alone, both of them (Alex's is the later one).
    ['hurt', 'broke-trust', ALEX, '', ALEX],
    ['broke-trust', 'hurt', '', SAM, SAM],
    ['both', 'broke-trust', ALEX, '', ALEX],
    ['hurt', 'unsaid', ALEX, '', ALEX],
    ['both', 'both', '', '', ALEX],
    ['hurt', 'both', '', '', ALEX],
    ['hurt', 'hurt', '', '', ALEX],
    ['unsaid', 'unsaid', '', '', ALEX],
    ['unsaid', 'broke-trust', '', '', ALEX],
    ['broke-trust', 'broke-trust', '', '', ALEX],
  ];
  for (const [alex, sam, alexAlone, samAlone, both] of byRole) {
    it(`ask for those who were hurt where the roles are ${alex} and ${sam}`, () => {
      const couple = coupleOf(alex, sam);
      const setback = { [SETBACK]: moment('setback') };
      const joined = (files: Files) => joinedBy({ ...setback, ...files }, { couple })[0] ?? '';
      assert.equal(joined({ [ALEX]: repair(NAME) }), alexAlone);
      assert.equal(joined({ [SAM]: repair(NAME) }), samAlone);
      assert.equal(joined({ [ALEX]: repair(NAME), [SAM]: repair(NAME) }), both);
    });
  }

  it('take the first confirmation of each, and the later of the two', () => {
    const files = {
      [SETBACK]: moment('setback'),
      '9-path/2026-09-20-repair-sam.md': repair(NAME),
      '9-path/2026-10-04-repair-alex.md': repair(NAME),
      '9-path/2026-10-04-repair-alex-2.md': repair(NAME),
      '9-path/2026-10-30-repair-sam.md': repair(NAME),
    };
    assert.deepEqual(joinedBy(files, { couple: coupleOf('both', 'both') }), [ALEX]);
    assert.deepEqual(joinedBy(files, { couple: coupleOf('broke-trust', 'hurt') }), [SAM]);
  });

  for (const [title, answered] of [
    ['with its ending', '2026-08-05-setback-sam.md'],
    ['without it', '2026-08-05-setback-sam'],
    ['with its folder', '9-path/2026-08-05-setback-sam.md'],
    ['as a path of Windows', '"..\\\\9-path\\\\2026-08-05-setback-sam.md"'],
    ['with space around it', '"  2026-08-05-setback-sam  "'],
    ['with a comment beside it', '2026-08-05-setback-sam.md # the name of the note it answers'],
  ] as const) {
    it(`are joined by a repair that names the setback ${title}`, () => {
      assert.deepEqual(joinedBy({ [SETBACK]: moment('setback'), [ALEX]: repair(answered) }), [ALEX]);
    });
  }

  for (const [title, text] of [
    ['names another note', repair('2026-08-06-setback-sam.md')],
    ['names none', moment('repair', 'repairs: # the name of the note it answers')],
    ['has no such line', moment('repair')],
    ['names it by the beginning of its name', repair('2026-08-05')],
    ['is no repair', moment('hopeful', `repairs: ${NAME}`)],
    ['was made another moment by its writer', moment('repair', `repairs: ${NAME}`).replace(': repair', ': hopeful')],
    ['is in conflict', `${repair(NAME)}<<<<<<< HEAD\n`],
  ] as const) {
    it(`stay open where the note ${title}`, () => {
      assert.deepEqual(joinedBy({ [SETBACK]: moment('setback'), [ALEX]: text }), [null]);
    });
  }

  it('are found under neutral names as well', () => {
    const files = {
      '9/2026-08-05-s-sam.md': moment('setback'),
      '9/2026-10-04-r-alex.md': repair('2026-08-05-s-sam'),
    };
    assert.deepEqual(joinedBy(files), ['9/2026-10-04-r-alex.md']);
  });

  it('are joined each by its own repair', () => {
    const files = {
      [SETBACK]: moment('setback'),
      '9-path/2026-08-05-setback-alex.md': moment('setback'),
      '9-path/2026-08-20-setback-sam-2.md': moment('setback'),
      '9-path/2026-09-01-repair-alex.md': repair('2026-08-20-setback-sam-2'),
    };
    assert.deepEqual(joinedBy(files), [null, null, '9-path/2026-09-01-repair-alex.md']);
  });
});

describe('breaks and private notes', () => {
  it('are joined by a private repair only where its writer looks at private notes', () => {
    const files = { [SETBACK]: moment('setback'), [`private/${ALEX}`]: repair(NAME) };
    assert.deepEqual(joinedBy(files, { viewer: 'alex' }), [null]);
    assert.deepEqual(joinedBy(files, { viewer: 'sam', includePrivate: true }), [null]);
    assert.deepEqual(joinedBy(files, { includePrivate: true }), [null]);
    assert.deepEqual(joinedBy(files, { viewer: 'alex', includePrivate: true }), [`private/${ALEX}`]);
  });

  it('are no breaks where the setback is private, and a shared repair of it joins nothing', () => {
    const files = {
      '5-check-ins/2026-08-01-alex.md': '---\ntrust: 4\n---\n',
      'private/9-path/2026-08-05-setback-alex.md': moment('setback'),
      [ALEX]: repair('2026-08-05-setback-alex'),
    };
    const { breaks, events } = timelineOf(files, { viewer: 'alex' });
    assert.deepEqual(breaks, []);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['repair'],
    );
    assert.deepEqual(joinedBy(files, { viewer: 'alex', includePrivate: true }), [ALEX]);
  });
});
