import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extremesByColumn } from '../../../src/core/timeline/columns';
import { runs } from '../arbitraries';

describe('points by pixel column', () => {
  it('are all there where a column holds few', () => {
    assert.deepEqual(extremesByColumn([], []), []);
    assert.deepEqual(extremesByColumn([0.2], [5]), [0]);
    assert.deepEqual(extremesByColumn([0.2, 0.4, 1, 2.9], [5, 6, 1, 1]), [0, 1, 2, 3]);
  });

  it('keep the smallest and the largest of a column, in order', () => {
    assert.deepEqual(extremesByColumn([0, 0.2, 0.4, 0.6, 1], [5, 9, 1, 4, 3]), [1, 2, 4]);
    assert.deepEqual(extremesByColumn([0, 0.2, 0.4, 0.6], [5, 1, 4, 9]), [1, 3]);
  });

  it('are one where a column is flat', () => {
    assert.deepEqual(extremesByColumn([3, 3.1, 3.2], [4, 4, 4]), [0]);
  });

  it('stand in the column of their left edge, left of zero too', () => {
    assert.deepEqual(extremesByColumn([-0.5, -0.4, -0.3, 0.1], [1, 2, 3, 9]), [0, 2, 3]);
  });

  it('keep what each column reaches, with two at most', () => {
    const points = fc
      .array(
        fc.record({ x: fc.double({ min: -5, max: 40, noNaN: true }), y: fc.double({ min: -9, max: 9, noNaN: true }) }),
      )
      .map((found) => found.sort((a, b) => a.x - b.x));
    fc.assert(
      fc.property(points, (found) => {
        const kept = extremesByColumn(
          found.map(({ x }) => x),
          found.map(({ y }) => y),
        );
        assert.deepEqual(
          [...kept],
          [...new Set(kept)].sort((a, b) => a - b),
        );
        for (const column of new Set(found.map(({ x }) => Math.floor(x)))) {
          const all = found.filter(({ x }) => Math.floor(x) === column).map(({ y }) => y);
          const drawn = kept.flatMap((index) => found[index] ?? []).filter(({ x }) => Math.floor(x) === column);
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
