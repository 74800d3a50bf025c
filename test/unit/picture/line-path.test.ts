import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexFrom, levelAt, linePath, runThrough } from '../../../src/core/picture/line-path';
import { runs } from '../arbitraries';
import { places } from './drawn';

const SCALES = { xOf: (day: number) => day * 10, yOf: (level: number) => 100 - level * 10 };

const line = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 })
  .chain((days) => fc.tuple(fc.constant([...days].sort((a, b) => a - b)), fc.array(fc.nat(10), { minLength: 12 })))
  .map(([days, levels]) => runThrough(days, levels.slice(0, days.length)));

describe('a line through levels', () => {
  it('is a dot where there is one day only', () => {
    assert.equal(linePath(runThrough([4], [5]), 0, 10, SCALES), 'M40,50h0');
  });

  it('is straight between two days', () => {
    const run = runThrough([0, 10], [0, 5]);
    assert.equal(levelAt(run, 4), 2);
    assert.deepEqual(places(linePath(run, 0, 10, SCALES)), [
      [0, 100],
      [100, 50],
    ]);
  });

  it('is nothing where it does not pass', () => {
    const run = runThrough([0, 10], [0, 5]);
    assert.equal(linePath(run, 11, 20, SCALES), '');
    assert.equal(linePath(run, -9, -1, SCALES), '');
    assert.equal(linePath(runThrough([], []), 0, 10, SCALES), '');
  });

  it('passes every level and never leaves the range of two neighbours', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 200, noNaN: true }), (run, day) => {
        run.days.forEach((known, index) => {
          assert.ok(Math.abs(levelAt(run, known) - (run.levels[index] ?? NaN)) < 1e-9);
        });
        const after = indexFrom(run.days, day);
        const neighbours = [run.levels[after - 1], run.levels[after]].filter((level) => level !== undefined);
        assert.ok(levelAt(run, day) >= Math.min(...neighbours) - 1e-9);
        assert.ok(levelAt(run, day) <= Math.max(...neighbours) + 1e-9);
      }),
      runs(300),
    );
  });

  it('keeps its shape where a view cuts it', () => {
    fc.assert(
      fc.property(
        line,
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 99, noNaN: true }),
        (run, from, length) => {
          const drawn = places(linePath(run, from, from + length, SCALES));
          for (const [x, y] of drawn) {
            assert.ok(x >= Math.round(from * 100) / 10 - 0.1 && x <= (from + length) * 10 + 0.1);
            const level = levelAt(run, Math.max(from, x / 10));
            // A coordinate is rounded, and a line can be steep: ten levels from one day to the next.
            assert.ok(Math.abs(y - SCALES.yOf(level)) <= 2.2, `${y} is not ${SCALES.yOf(level)}`);
          }
        },
      ),
      runs(200),
    );
  });

  it('takes a day in two pixels where a pixel holds many', () => {
    const days = Array.from({ length: 10_000 }, (_, index) => index);
    const run = runThrough(
      days,
      days.map((day) => day % 10),
    );
    const drawn = places(linePath(run, 0, 9_999, { ...SCALES, xOf: (day) => day / 10 }));
    assert.ok(drawn.length < 550 && drawn.length > 350);
    assert.deepEqual([drawn[0]?.[0], drawn.at(-1)?.[0]], [0, 999.9]);
  });
});
