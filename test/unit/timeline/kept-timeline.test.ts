import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allAtOnce } from '../../../src/core/long-work';
import type { Note } from '../../../src/core/note';
import { buildTimeline } from '../../../src/core/timeline/build-timeline';
import { dateOfDay } from '../../../src/core/timeline/day';
import { KeptTimeline } from '../../../src/core/timeline/kept-timeline';
import type { Timeline } from '../../../src/core/timeline/timeline';
import { runs } from '../arbitraries';
import { coupleOf, noteAt, ROLE_VALUES } from '../samples';
import { checkIn, GUIDE, moment, noteText, TODAY } from './files';

const DAYS = ['2024-02-29', '2026-02-01', '2026-02-02', '2026-03-28'];
const WHO = ['alex', 'sam', 'alex-2', 'sam-2', 'sam-12'];
const PLACES = [
  '5-check-ins/DAY-WHO.md',
  '6-kindness/DAY-WHO.md',
  '9-path/DAY-setback-WHO.md',
  '9-path/DAY-repair-WHO.md',
];
const PATHS = [
  ...DAYS.flatMap((day) => WHO.flatMap((who) => PLACES.map((at) => at.replace('DAY', day).replace('WHO', who)))),
  ...DAYS.map((day) => `5-check-ins/${day}-talk.md`),
  '1-name-the-betrayal/alex.md',
].flatMap((path) => [path, `private/${path}`]);
const TEXTS = [
  checkIn({ trust: 5 }),
  checkIn({ trust: 5, hurt: 2 }),
  checkIn({ trust: 5, hope: 11 }),
  checkIn({ trust: 11 }),
  noteText('template: kindness', 'turned: away'),
  moment('setback'),
  moment('setback', 'repairs: 2026-02-01-setback-sam'),
  moment('hopeful'),
  moment('repair', 'repairs: 2026-02-01-setback-sam'),
  moment('repair', 'repairs: 9-path/2026-02-01-setback-sam.md'),
  moment('repair', 'repairs: 2024-02-29-setback-alex'),
  `${checkIn({ trust: 5 })}<<<<<<< HEAD\n`,
  '\0',
  '',
];

const noteOf = (path: string, text: string): Note => noteAt(GUIDE.templates, path, text);

const change = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc.option(fc.constantFrom(...TEXTS), { freq: 4, nil: undefined }),
  isAsked: fc.boolean(),
});
const viewer = fc.record({ viewer: fc.constantFrom('alex', 'sam', undefined), includePrivate: fc.boolean() });
const couple = fc
  .tuple(fc.constantFrom(...ROLE_VALUES), fc.constantFrom(...ROLE_VALUES))
  .map((roles) => coupleOf(...roles));

/** Every list and object of a timeline that is given out. */
function partsOf({ measures, lanes, events, breaks }: Timeline): readonly object[] {
  const columns = lanes.flatMap(({ entries }) => [
    entries,
    entries.days,
    entries.paths,
    ...Object.values(entries.values),
  ]);
  return [measures, ...lanes, ...columns, events, ...events, breaks, ...breaks];
}

describe('a kept timeline', () => {
  for (const [title, most, times] of [
    ['few changes', 40, 400],
    ['many changes', 1_000, 40],
  ] as const) {
    it(`after ${title} is what all notes would make anew`, () => {
      fc.assert(
        fc.property(fc.array(change, { maxLength: most }), viewer, couple, (changes, options, two) => {
          const notes = new Map<string, Note>();
          const begun = changes.slice(0, changes.length / 4);
          for (const { path, text } of begun) {
            if (text !== undefined) notes.set(path, noteOf(path, text));
          }
          const kept = new KeptTimeline([...notes.values()], two, GUIDE, options);
          const isRight = (): void => {
            const anew = buildTimeline([...notes.values()], two, GUIDE, { ...options, today: TODAY });
            assert.deepEqual(allAtOnce(kept.on(TODAY)), anew);
          };
          for (const { path, text, isAsked } of changes) {
            const now = text === undefined ? undefined : noteOf(path, text);
            kept.replace(path, notes.get(path), now);
            if (now) notes.set(path, now);
            else notes.delete(path);
            if (isAsked && most < 100) isRight();
          }
          isRight();
        }),
        runs(times),
      );
    }).timeout(60_000);
  }

  it('never changes what it has given out, and gives the same object for what is not different', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const notes = new Map<string, Note>();
        const kept = new KeptTimeline([], coupleOf(), GUIDE, { viewer: 'alex', includePrivate: true });
        let before = allAtOnce(kept.on(TODAY));
        for (const { path, text } of changes) {
          const copy = structuredClone(before);
          const now = text === undefined ? undefined : noteOf(path, text);
          kept.replace(path, notes.get(path), now);
          if (now) notes.set(path, now);
          else notes.delete(path);
          const after = allAtOnce(kept.on(TODAY));
          assert.deepEqual(before, copy);
          partsOf(after).forEach((part, index) => {
            const known = partsOf(before)[index];
            if (JSON.stringify(part) === JSON.stringify(known) && partsOf(before).length === partsOf(after).length) {
              assert.ok(part === known);
            }
          });
          before = after;
        }
      }),
      runs(100),
    );
  }).timeout(60_000);

  it('takes in what changes while it is laid out, whoever asks first', () => {
    const options = { viewer: undefined, includePrivate: false };
    const paths = Array.from({ length: 3_000 }, (_, index) => `6-kindness/${dateOfDay(index)}-sam.md`);
    const notes = new Map(paths.map((path) => [path, noteOf(path, noteText('turned: away'))]));
    const kept = new KeptTimeline([...notes.values()], coupleOf(), GUIDE, options);
    const [one, other] = [kept.on(TODAY), kept.on(TODAY)];
    for (const [index, path] of paths.slice(0, 200).entries()) {
      if (index % 5 === 0) {
        assert.ok(one.next().done !== true && other.next().done !== true);
      }
      const now = path.includes('-02-') ? undefined : noteOf(path, noteText('turned: toward'));
      kept.replace(path, notes.get(path), now);
      if (now) notes.set(path, now);
      else notes.delete(path);
    }
    const anew = buildTimeline([...notes.values()], coupleOf(), GUIDE, { ...options, today: TODAY });
    assert.deepEqual(allAtOnce(other), anew);
    assert.deepEqual(allAtOnce(one), anew);
  });
});
