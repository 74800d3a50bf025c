import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extremesByColumn } from '../../../src/core/timeline/columns';
import { runs } from '../arbitraries';

function extremes(columns: readonly number[], values: readonly (number | null)[]): readonly number[] {
  return extremesByColumn(columns, (index) => values[index] ?? null);
}

describe('points by pixel column', () => {
  it('are all there where a column holds few', () => {
    assert.deepEqual(extremes([], []), []);
    assert.deepEqual(extremes([0], [5]), [0]);
    assert.deepEqual(extremes([0, 0, 1, 2], [5, 6, 1, 1]), [0, 1, 2, 3]);
  });

  it('keep the smallest and the largest of a column, in order', () => {
    assert.deepEqual(extremes([0, 0, 0, 0, 1], [5, 9, 1, 4, 3]), [1, 2, 4]);
    assert.deepEqual(extremes([0, 0, 0, 0], [5, 1, 4, 9]), [1, 3]);
  });

  it('are one where a column is flat', () => {
    assert.deepEqual(extremes([3, 3, 3], [4, 4, 4]), [0]);
  });

  it('are left out where there is no value, also when a column has no other', () => {
    assert.deepEqual(extremes([-1, -1, 0, 1, 1], [null, 2, null, 4, null]), [1, 3]);
    assert.deepEqual(extremes([0, 0], [null, null]), []);
  });

  it('keep what each column reaches, with two at most', () => {
    const points = fc
      .array(fc.record({ x: fc.integer({ min: -5, max: 40 }), y: fc.double({ min: -9, max: 9, noNaN: true }) }))
      .map((found) => found.sort((a, b) => a.x - b.x));
    fc.assert(
      fc.property(points, (found) => {
        const kept = extremes(
          found.map(({ x }) => x),
          found.map(({ y }) => y),
        );
        assert.deepEqual(
          [...kept],
          [...new Set(kept)].sort((a, b) => a - b),
        );
        for (const column of new Set(found.map(({ x }) => x))) {
          const all = found.filter(({ x }) => x === column).map(({ y }) => y);
          const drawn = kept.flatMap((index) => found[index] ?? []).filter(({ x }) => x === column);
          const ys = drawn.map(({ y }) => y);
          assert.ok(ys.length >= 1 && ys.length <= 2);
          assert.equal(Math.min(...ys) + 0, Math.min(...all) + 0);
          assert.equal(Math.max(...ys) + 0, Math.max(...all) + 0);
        }
      }),
      runs(200),
    );
  });
});
