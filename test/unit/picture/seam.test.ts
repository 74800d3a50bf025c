import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brokenEdge, clipped, polyline, ribbon, seamBetween, type Point } from '../../../src/core/picture/seam';
import { runs } from '../arbitraries';
import { DAY, places } from './drawn';

const BOUNDS = { left: 0, right: 500, top: 10, bottom: 120 };
const point = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 10, max: 120 }));

describe('a seam', () => {
  it('goes from end to end, forwards, and stays in its lane', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 4, max: 300 }), point, fc.nat(40_000), (from, width, [, y], day) => {
        const to: Point = [from[0] + width, y];
        const seam = seamBetween(from, to, day, BOUNDS);
        assert.deepEqual([seam[0], seam.at(-1)], [from, to]);
        assert.ok(seam.length >= 4);
        seam.forEach(([x, height], index) => {
          assert.ok(x > (seam[index - 1]?.[0] ?? -Infinity));
          assert.ok(height >= BOUNDS.top - 3 && height <= BOUNDS.bottom + 3);
        });
      }),
      runs(300),
    );
  });

  it('is the same for a day whenever it is drawn, and another for another day', () => {
    const seamOf = (day: number) => seamBetween([0, 50], [60, 50], day, BOUNDS);
    assert.deepEqual(seamOf(DAY), seamOf(DAY));
    assert.equal(new Set(Array.from({ length: 50 }, (_, index) => polyline(seamOf(DAY + index)))).size, 50);
  });

  it('is not straight, however short it is', () => {
    const heights = seamBetween([0, 50], [6, 50], DAY, BOUNDS).map(([, y]) => Math.abs(y - 50));
    assert.ok(Math.max(...heights) > 1.5);
  });

  it('ends at the edges of the plot', () => {
    const seam: readonly Point[] = [
      [-20, 0],
      [20, 40],
      [520, 40],
    ];
    assert.deepEqual(clipped(seam, BOUNDS), [
      [0, 20],
      [20, 40],
      [500, 40],
    ]);
    assert.deepEqual(
      clipped(
        [
          [-9, 0],
          [509, 0],
        ],
        BOUNDS,
      ),
      [
        [0, 0],
        [500, 0],
      ],
    );
    assert.deepEqual(
      clipped(
        [
          [-9, 0],
          [-2, 0],
        ],
        BOUNDS,
      ),
      [],
    );
    assert.equal(ribbon([], DAY, 1), '');
  });

  it('has a broken edge at both ends that would fit together again', () => {
    const shape = (x: number): readonly Point[] =>
      places(brokenEdge([x, 50], DAY)).map(([at, y]) => [Math.round((at - x) * 10), y]);
    assert.deepEqual(shape(100), shape(300));
    assert.equal(shape(100).length, 6);
  });
});
