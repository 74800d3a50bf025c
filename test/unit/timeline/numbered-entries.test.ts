import assert from 'node:assert/strict';
import { buildGuide } from '../../../src/core/guide';
import type { Guide } from '../../../src/core/guide';
import { dayOf } from '../../../src/core/timeline/day';
import { numberedEntriesOf } from '../../../src/core/timeline/entry-columns';
import { measuresOf } from '../../../src/core/timeline/numbered-entries';
import type { Measure } from '../../../src/core/timeline/timeline';
import { coupleOf, present, templateOf, withLines } from '../samples';
import { checkIn, GUIDE, noteText, notesOf } from './files';

const ENTRY = {
  stage: 'evenings',
  kind: 'entry',
  path: '10-evenings/${DATE}-${PARTNER_ID}.md',
  neutral: '10/${DATE}-${PARTNER_ID}.md',
  command: 'check-in',
};

/** @returns a guide with templates whose numbers are written as YAML. */
function guideOf(numbersByFile: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Guide {
  return buildGuide(
    [],
    Object.entries(numbersByFile).map(([name, numbers]) =>
      templateOf(name, withLines({ ...ENTRY, ...more, numbers }), []),
    ),
  );
}

const named = (measures: readonly Measure[], name: string): Measure =>
  present(measures.find((measure) => measure.name === name));

describe('measures', () => {
  it('of check-ins are the five of the guide, of which hurt reads the other way', () => {
    const measures = measuresOf(GUIDE, coupleOf(), 'check-in');
    assert.deepEqual(
      measures.map(({ name, title, min, max, reads }) => [name, title, min, max, reads]),
      [
        ['trust', 'Trust', 0, 10, 'up'],
        ['closeness', 'Closeness', 0, 10, 'up'],
        ['safety', 'Safety', 0, 10, 'up'],
        ['hope', 'Hope', 0, 10, 'up'],
        ['hurt', 'Hurt', 0, 10, 'down'],
      ],
    );
  });

  it('of reflections are the three pulls', () => {
    const measures = measuresOf(GUIDE, coupleOf(), 'reflection');
    assert.deepEqual(
      measures.map(({ name, title }) => [name, title]),
      [
        ['keep-away', 'Keeping away'],
        ['pay-back', 'Paying back'],
        ['wish-well', 'Wishing well'],
      ],
    );
    assert.deepEqual(Object.keys(named(measures, 'pay-back').ends), ['alex']);
  });

  it('have words for both ends that fit the role of each', () => {
    const { ends } = named(measuresOf(GUIDE, coupleOf(), 'check-in'), 'trust');
    assert.deepEqual(ends.alex, { low: 'I cannot trust you at all today', high: 'I trust you fully today' });
    assert.deepEqual(ends.sam?.high, 'I trust myself to keep my word today');
  });

  for (const role of ['both', 'unsaid'] as const) {
    it(`have the words that a new note has, in the role ${role}`, () => {
      const { ends } = named(measuresOf(GUIDE, coupleOf(role, 'hurt'), 'check-in'), 'trust');
      assert.equal(ends.alex?.high, 'I trust myself to keep my word today');
      assert.equal(ends.sam?.high, 'I trust you fully today');
    });
  }

  it('come from all variants, each once, in a range that holds the values of all', () => {
    const guide = guideOf({
      'evening.hurt.md': '{ calm: { min: 0, max: 5, low: restless }, rest: { min: 1, max: 5 } }',
      'evening.broke-trust.md':
        '{ calm: { title: Inner calm, min: 1, max: 10, low: driven }, work: { min: 0, max: 3 } }',
    });
    const measures = measuresOf(guide, coupleOf(), 'check-in');
    assert.deepEqual(
      measures.map(({ name, title, min, max, ends }) => [name, title, min, max, Object.keys(ends)]),
      [
        ['calm', 'Inner calm', 0, 10, ['alex', 'sam']],
        ['work', 'Work', 0, 3, ['sam']],
        ['rest', 'Rest', 1, 5, ['alex']],
      ],
    );
    assert.equal(named(measures, 'calm').ends.alex?.low, 'restless');
  });

  it('are none of pages, of other commands, and of what both write together', () => {
    const numbers = { 'evening.md': '{ calm: { min: 0, max: 5 } }' };
    const page = { kind: 'page', path: '10/${PARTNER_ID}.md', neutral: '' };
    const together = { scope: 'together', path: '10/${DATE}-together.md', neutral: '' };
    for (const more of [page, together, { command: 'kindness' }]) {
      assert.deepEqual(measuresOf(guideOf(numbers, more), coupleOf(), 'check-in'), []);
    }
    assert.deepEqual(measuresOf(guideOf(numbers), coupleOf(), 'reflection'), []);
    assert.deepEqual(measuresOf(buildGuide([], []), coupleOf(), 'check-in'), []);
  });
});

describe('numbered entries', () => {
  const measures = measuresOf(GUIDE, coupleOf(), 'check-in').slice(0, 2);

  it('are columns in the order of the calendar, whatever order the notes are in', () => {
    const files = {
      '5-check-ins/2026-11-23-alex.md': checkIn({ trust: 6, closeness: 5 }),
      '5-check-ins/2026-11-09-alex.md': checkIn({ trust: 4 }),
      'private/5-check-ins/2026-11-16-alex.md': checkIn({ closeness: 0 }),
    };
    const expected = {
      days: [dayOf('2026-11-09'), dayOf('2026-11-16'), dayOf('2026-11-23')],
      paths: [
        '5-check-ins/2026-11-09-alex.md',
        'private/5-check-ins/2026-11-16-alex.md',
        '5-check-ins/2026-11-23-alex.md',
      ],
      isPrivate: [false, true, false],
      values: { trust: [4, null, 6], closeness: [null, 0, 5] },
    };
    const notes = notesOf(files);
    assert.deepEqual(numberedEntriesOf(notes, measures), expected);
    assert.deepEqual(numberedEntriesOf(notes.toReversed(), measures), expected);
  });

  it('of one day stand in the order in which they were made', () => {
    const day = '5-check-ins/2026-11-23-alex';
    const files = Object.fromEntries(
      ['-10', '-2', '', '-3'].map((sequence) => [`${day}${sequence}.md`, checkIn({ trust: 5 })]),
    );
    const { days, paths } = numberedEntriesOf(notesOf(files), measures);
    assert.deepEqual(paths, [`${day}.md`, `${day}-2.md`, `${day}-3.md`, `${day}-10.md`]);
    assert.equal(new Set(days).size, 1);
  });

  it('are none where there is no note', () => {
    assert.deepEqual(numberedEntriesOf([], measures), {
      days: [],
      paths: [],
      isPrivate: [],
      values: { trust: [], closeness: [] },
    });
  });

  it('hold no number that is missing, none, or out of range', () => {
    const values = ['', '11', '-1', '.nan', '.inf', '"6"', '[6]', 'six', '4.5', '1e1', '0'];
    const files = Object.fromEntries(
      values.map((value, index) => [
        `5-check-ins/2026-11-${String(index + 10)}-alex.md`,
        checkIn({ trust: value, closeness: 5 }),
      ]),
    );
    assert.deepEqual(numberedEntriesOf(notesOf(files), measures).values.trust, [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      4.5,
      10,
      0,
    ]);
  });

  it('hold no number that the measure does not reach', () => {
    const notes = notesOf({ '5-check-ins/2026-11-23-alex.md': checkIn({ trust: 6, closeness: 5 }) });
    const narrow = measures.map((measure) => ({ ...measure, max: 5 }));
    assert.deepEqual(numberedEntriesOf(notes, narrow).values, { trust: [null], closeness: [5] });
  });

  it('leave out notes without any number, in conflict, that cannot be read, and without a day', () => {
    const files = {
      '5-check-ins/2026-11-10-alex.md': checkIn({ trust: '', hurt: 3 }),
      '5-check-ins/2026-11-11-alex.md': `${checkIn({ trust: 5 })}<<<<<<< HEAD\n`,
      '5-check-ins/2026-11-12-alex.md': `${checkIn({ trust: 5 })}\0`,
      '5-check-ins/2026-11-13-alex.md': noteText('trust: [', 'closeness: 4'),
      '4-honesty/alex.md': noteText('trust: 4'),
    };
    assert.deepEqual(numberedEntriesOf(notesOf(files), measures).paths, []);
  });
});
