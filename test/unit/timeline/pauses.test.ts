import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestInterval, pausesOf } from '../../../src/core/timeline/pauses';
import { runs } from '../arbitraries';

const days = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), { maxLength: 40 })
  .map((intervals) => {
    let day = 20_000;
    return intervals.map((interval) => (day += interval));
  });

describe('pauses', () => {
  const cases: readonly (readonly [title: string, days: readonly number[], pauses: readonly [number, number][]])[] = [
    ['no entry at all', [], []],
    ['one entry', [5], []],
    ['two entries of one day', [5, 5], []],
    ['two entries four weeks apart', [0, 28], []],
    ['two entries more than four weeks apart', [0, 29], [[0, 29]]],
    ['a weekly rhythm with a gap of four weeks', [0, 7, 14, 42, 49], []],
    ['a weekly rhythm with a gap of four weeks and a day', [0, 7, 14, 43, 50], [[14, 43]]],
    // Intervals 14, 14, 42, 14: the median is 14, and three times that 42.
    ['a fortnightly rhythm with a gap of six weeks', [0, 14, 28, 70, 84], []],
    ['a fortnightly rhythm with a gap of six weeks and a day', [0, 14, 28, 71, 85], [[28, 71]]],
    ['a monthly rhythm', [0, 30, 61, 91, 122], []],
    ['a rhythm of a quarter of a year', [0, 91, 182, 274], []],
    // Intervals 7 and 200: the lower of the two in the middle is 7, so the long one is no rhythm.
    ['a third entry long after', [0, 7, 207], [[7, 207]]],
    [
      'two pauses',
      [0, 7, 14, 100, 107, 200],
      [
        [14, 100],
        [107, 200],
      ],
    ],
    // Without the twins the intervals are 14, 14, 42, 14, as above.
    ['twins on each day', [0, 0, 14, 14, 28, 28, 70, 70, 84, 84], []],
  ];
  for (const [title, entries, expected] of cases) {
    it(`between ${title}`, () => {
      assert.deepEqual(
        pausesOf(entries).map(({ from, to }) => [from, to]),
        expected,
      );
    });
  }

  it('lie between neighbouring entries, and are longer than four weeks and than everything that is none', () => {
    fc.assert(
      fc.property(days, (entries) => {
        const pauses = pausesOf(entries);
        const longest = longestInterval(entries);
        assert.ok(longest >= 28);
        const intervals = entries.slice(1).map((to, index) => ({ from: entries[index] ?? to, to }));
        assert.deepEqual(
          pauses,
          intervals.filter(({ from, to }) => to - from > longest),
        );
      }),
      runs(200),
    );
  });
});
