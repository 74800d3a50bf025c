import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestInterval } from '../../../src/core/timeline/pauses';
import { segmentsOf } from '../../../src/core/timeline/segments';
import { runs } from '../arbitraries';

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const someDays = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 40 });

describe('segments', () => {
  const cases: readonly (readonly [
    title: string,
    days: readonly number[],
    breaks: readonly number[],
    segments: readonly [number, number][],
  ])[] = [
    ['are none without entries', [], [3], []],
    ['are one without pauses and setbacks', [0, 7, 14], [], [[0, 3]]],
    ['are one for one entry', [7], [], [[0, 1]]],
    [
      'are cut at a pause',
      [0, 7, 50, 57],
      [],
      [
        [0, 2],
        [2, 4],
      ],
    ],
    [
      'are cut at a setback, whose own day comes after',
      [0, 7, 14],
      [7],
      [
        [0, 1],
        [1, 3],
      ],
    ],
    [
      'are cut at a setback between two entries',
      [0, 7, 14],
      [8],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      'are cut once where two setbacks lie between two entries',
      [0, 7, 14],
      [9, 8, 8],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      'are cut once where a setback lies in a pause',
      [0, 7, 50],
      [20],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    ['are not cut by setbacks before the first entry or on its day', [5, 12], [1, 5], [[0, 2]]],
    ['are not cut by setbacks after the last entry', [5, 12], [13], [[0, 2]]],
    [
      'keep two entries of one day together',
      [0, 7, 7, 14],
      [7],
      [
        [0, 1],
        [1, 4],
      ],
    ],
  ];
  for (const [title, days, breaks, expected] of cases) {
    it(title, () => {
      assert.deepEqual(
        segmentsOf(days, breaks).map(({ start, end }) => [start, end]),
        expected,
      );
    });
  }

  it('cover every entry once, in order, and are cut only where they must be', () => {
    fc.assert(
      fc.property(someDays.map(ascending), someDays, (days, breaks) => {
        const segments = segmentsOf(days, breaks);
        assert.deepEqual(
          segments.flatMap(({ start, end }) => days.map((_, index) => index).slice(start, end)),
          days.map((_, index) => index),
        );
        assert.ok(segments.every(({ start, end }) => end > start));
        const starts = new Set(segments.map(({ start }) => start));
        const longest = longestInterval(days);
        days.forEach((day, index) => {
          const before = days[index - 1];
          const isCut =
            before === undefined || day - before > longest || breaks.some((one) => before < one && one <= day);
          assert.equal(starts.has(index), isCut);
        });
      }),
      runs(200),
    );
  });
});
