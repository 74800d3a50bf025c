import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Timeline } from '../../../src/core/timeline/timeline';
import { changeBetween, changedTimeline, isNothing } from '../../../src/core/timeline/timeline-change';
import { runs } from '../arbitraries';
import { coupleOf, present } from '../samples';
import { checkIn, moment, timelineOf } from './files';

const SETBACK = '9-path/2026-02-01-setback-sam.md';
const SEAM = { '9-path/2026-02-02-repair-alex.md': moment('repair', `repairs: ${SETBACK}`) };
const files = fc.dictionary(
  fc
    .tuple(
      fc.constantFrom('5-check-ins/DAY-alex.md', '5-check-ins/DAY-sam.md', '9-path/DAY-setback-sam.md'),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([path, day]) => path.replace('DAY', `2026-02-0${String(day)}`)),
  fc.constantFrom(checkIn({ trust: 5 }), checkIn({ trust: 6, hurt: 1 }), checkIn({}), moment('setback')),
  { maxKeys: 12 },
);

/** What changes of one timeline to another, as it comes to the page. */
const sent = (before: Timeline, now: Timeline) => structuredClone(present(changeBetween(before, now)));

describe('the change of a timeline', () => {
  it('makes any timeline of a couple out of any other', () => {
    fc.assert(
      fc.property(files, files, fc.boolean(), (before, now, isJoined) => {
        const one = timelineOf(before);
        const other = { ...timelineOf(isJoined ? { ...now, ...SEAM } : now), today: 3 };
        assert.deepEqual(changedTimeline(one, sent(one, other)), other);
        assert.ok(!isNothing(sent(one, other), one));
      }),
      runs(300),
    );
  });

  it('is nothing where all is the same, whether or not it was made anew', () => {
    fc.assert(
      fc.property(files, (found) => {
        const [one, other] = [timelineOf(found), timelineOf(found)];
        assert.ok(isNothing(sent(one, other), one) && isNothing(sent(one, one), one));
        const unchanged = changedTimeline(one, sent(one, other));
        assert.ok(unchanged.events === one.events && unchanged.breaks === one.breaks);
        assert.ok(unchanged.lanes.every(({ entries }, index) => entries === one.lanes[index]?.entries));
      }),
      runs(50),
    );
  });

  it('holds no more than the notes that differ', () => {
    const day = (number: number): string => `5-check-ins/2026-02-${String(number).padStart(2, '0')}-alex.md`;
    const days = Array.from({ length: 28 }, (_, index) => day(index + 1));
    const all = Object.fromEntries(days.map((path) => [path, checkIn({ trust: 5 })]));
    const { lanes, events } = sent(timelineOf(all), timelineOf({ ...all, [day(14)]: checkIn({ trust: 6 }) }));
    assert.deepEqual(
      lanes.map(({ at, removed, entries: { paths } }) => [at, removed, paths]),
      [
        [13, 1, [day(14)]],
        [0, 0, []],
      ],
    );
    assert.deepEqual([events.removed, events.items], [0, []]);
  });

  it('is none where partners or measures are others', () => {
    const [one, other] = [timelineOf({}), timelineOf({}, { couple: coupleOf('broke-trust', 'hurt') })];
    assert.equal(changeBetween(one, other), undefined);
    const [lane, ...lanes] = one.lanes;
    assert.equal(changeBetween(one, { ...one, lanes: [{ ...present(lane), name: 'Alexis' }, ...lanes] }), undefined);
    assert.equal(changeBetween(one, { ...one, lanes }), undefined);
  });
});
