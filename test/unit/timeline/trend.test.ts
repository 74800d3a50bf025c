import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitTrend, levelsOf, trendAt } from '../../../src/core/timeline/trend';
import { runs } from '../arbitraries';

const RANGE = { min: 0, max: 10 };

/** Tricube weights, (1 - (days / 21)³)³, of what lies 7 and 14 days away: one third and two thirds of the half-width. */
const ONE_WEEK = (26 / 27) ** 3;
const TWO_WEEKS = (19 / 27) ** 3;

function near(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((level, index) => {
    const wanted = expected[index];
    const isNear = typeof level === 'number' && typeof wanted === 'number' && Math.abs(level - wanted) < 1e-9;
    assert.ok(level === wanted || isNear, `${String(index)}: ${String(level)} instead of ${String(wanted)}`);
  });
}

/** @returns the trend at the days of the entries. */
function trend(days: readonly number[], values: readonly (number | null)[]): readonly (number | null)[] {
  return trendAt(days, values, RANGE, days);
}

describe('the trend', () => {
  it('is the line of least squares by tricube weights, taken at the day', () => {
    // In the middle both neighbours weigh the same, so the line there is the weighted mean: (2w + 5 + 2w) / (1 + 2w).
    const middle = (5 + 4 * ONE_WEEK) / (1 + 2 * ONE_WEEK);
    // At the first day, with weights in 19,683ths (1 is 19,683, a week 17,576, two weeks 6,859), distances in weeks:
    // weights 44,118, distances 17,576 + 2 * 6,859 = 31,294, squares 17,576 + 4 * 6,859 = 45,012,
    // values 2 * 19,683 + 5 * 17,576 + 2 * 6,859 = 140,964, products 5 * 17,576 + 2 * 2 * 6,859 = 115,316.
    // (45,012 * 140,964 - 31,294 * 115,316) / (44,118 * 45,012 - 31,294²) = 2,736,372,664 / 1,006,524,980 = 2.7186…
    const end = 2_736_372_664 / 1_006_524_980;
    near(trend([0, 7, 14], [2, 5, 2]), [end, middle, end]);
  });

  it('is pulled by a bad day, which is part of the path', () => {
    // (1 + 12 * 26³/27³ + 12 * 19³/27³) / (1 + 2 * 26³/27³ + 2 * 19³/27³) = 312,903 / 68,553 = 4.5643…
    const [, , level] = trend([0, 7, 14, 21, 28], [6, 6, 1, 6, 6]);
    near([level ?? null], [312_903 / 68_553]);
    near([level ?? null], [(1 + 12 * ONE_WEEK + 12 * TWO_WEEKS) / (1 + 2 * ONE_WEEK + 2 * TWO_WEEKS)]);
  });

  it('looks 21 days far and no further', () => {
    near(trend([0, 21, 42], [2, 9, 4]), [2, 9, 4]);
    const [, level] = trend([0, 20, 40], [2, 9, 4]);
    assert.ok(level !== null && level !== undefined && level < 9);
  });

  it('goes through both where two days are in reach', () => {
    near(trend([0, 20], [2, 9]), [2, 9]);
  });

  it('counts two entries of one day both', () => {
    // (2w + 5 + 3 + 2w) / (2 + 2w)
    const middle = (8 + 4 * ONE_WEEK) / (2 + 2 * ONE_WEEK);
    const levels = trend([0, 7, 7, 14], [2, 5, 3, 2]);
    near(levels.slice(1, 3), [middle, middle]);
    near(trend([3, 3], [2, 5]), [3.5, 3.5]);
  });

  it('of one entry is that entry, and of none is nothing', () => {
    near(trend([7], [4]), [4]);
    assert.deepEqual(trendAt([], [], RANGE, [1, 2]), [null, null]);
    assert.deepEqual(trend([1, 2], [null, null]), [null, null]);
    assert.deepEqual(trendAt([7], [4], RANGE, []), []);
  });

  it('runs straight between the days, and nowhere beyond them', () => {
    const days = [0, 7, 14];
    const values = [2, 5, 2];
    const [first = null, second = null] = trend(days, values);
    assert.ok(first !== null && second !== null);
    near(trendAt(days, values, RANGE, [-1, -0.001, 0, 1.75, 3.5, 7, 14, 14.001, 30]), [
      null,
      null,
      first,
      first + (second - first) / 4,
      (first + second) / 2,
      second,
      first,
      null,
      null,
    ]);
  });

  it('runs through a day on which a number was left out', () => {
    near(trend([0, 7, 14], [3, null, 5]), [3, 4, 5]);
    near(trend([0, 7, 14, 21], [null, 3, 5, null]), [null, 3, 5, null]);
  });

  it('pauses where one measure is left out for long, though entries go on', () => {
    const days = [0, 7, 14, 21, 28, 35, 42, 49];
    const gone = [4, 4, null, null, null, null, 6, 6];
    near(trendAt(days, gone, RANGE, [7, 7.1, 20, 41.9, 42]), [4, null, null, null, 6]);
    // 28 days: no longer than what may lie between two entries of a week's rhythm.
    near(trendAt(days, [4, 4, null, null, null, 6, 6, 6], RANGE, [7, 21, 35]), [4, 5, 6]);
  });

  it('does not pause between neighbouring entries, however rare they are', () => {
    near(trendAt([0, 91, 182], [2, 4, 3], RANGE, [0, 45.5, 91, 136.5]), [2, 3, 4, 3.5]);
    // Where a pause is cut out is for the segments to say: here the whole row is one.
    near(trendAt([0, 7, 14, 50], [2, 3, 4, 6], RANGE, [14, 32, 50]), [4, 5, 6]);
    near(trendAt([0, 7, 14, 14, 50], [2, 3, 4, 4, 6], RANGE, [14, 32, 50]), [4, 5, 6]);
  });

  it('stays in the range of its measure', () => {
    const [days, values] = [
      [0, 5, 10, 15],
      [0, 0, 0, 10],
    ];
    const [free = null] = trendAt(days, values, { min: -100, max: 100 }, [0]);
    assert.ok(free !== null && free < 0);
    assert.deepEqual(trendAt(days, values, RANGE, [0]), [0]);
  });

  const entries = fc
    .array(
      fc.record({
        interval: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 })),
        value: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }),
      }),
      { maxLength: 60 },
    )
    .map((found) => {
      let day = 20_000;
      return { days: found.map(({ interval }) => (day += interval)), values: found.map(({ value }) => value) };
    });
  const places = fc
    .array(fc.double({ min: 19_990, max: 20_400, noNaN: true }), { maxLength: 30 })
    .map((found) => found.sort((a, b) => a - b));

  it('is in its range wherever it is, and is there on every day that has a value', () => {
    fc.assert(
      fc.property(entries, places, ({ days, values }, at) => {
        for (const level of trendAt(days, values, RANGE, at)) {
          assert.ok(level === null || (level >= RANGE.min && level <= RANGE.max));
        }
        trend(days, values).forEach((level, index) => {
          assert.ok(level !== null || values[index] === null);
        });
      }),
      runs(300),
    );
  });

  it('of a straight line is that line', () => {
    fc.assert(
      fc.property(
        entries,
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        ({ days, values }, from, to) => {
          const length = (days.at(-1) ?? 0) - (days[0] ?? 0);
          const line = (day: number) => from + ((to - from) * (day - (days[0] ?? 0))) / Math.max(length, 1);
          const onLine = days.map((day, index) => (values[index] === null ? null : line(day)));
          trend(days, onLine).forEach((level, index) => {
            const day = days[index] ?? 0;
            assert.ok(level === null || Math.abs(level - line(day)) < 1e-6);
          });
        },
      ),
      runs(200),
    );
  });

  it('is the same however closely one looks', () => {
    fc.assert(
      fc.property(entries, places, ({ days, values }, at) => {
        const whole = trendAt(days, values, RANGE, at);
        assert.deepEqual(
          at.map((day) => trendAt(days, values, RANGE, [day])[0]),
          whole,
        );
        assert.deepEqual(levelsOf(fitTrend(days, values, RANGE), at.slice(5, 9)), whole.slice(5, 9));
      }),
      runs(100),
    );
  });

  it('reads each entry and each place a fixed number of times, however many there are', () => {
    const readsOf = (count: number, perDay: number): number => {
      let reads = 0;
      const counted = (values: readonly number[]): readonly number[] =>
        new Proxy(values, {
          get(target, key, receiver): unknown {
            reads += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
            return Reflect.get(target, key, receiver);
          },
        });
      const indices = Array.from({ length: count }, (_, index) => index);
      const days = counted(indices.map((index) => Math.floor(index / perDay)));
      const values = counted(indices.map((index) => index % 11));
      const at = counted(indices.map((index) => index / perDay));
      const levels = trendAt(days, values, RANGE, at);
      assert.equal(levels.length, count);
      return reads / count;
    };
    for (const perDay of [1, 10, 1_000]) {
      assert.ok(readsOf(1_000, perDay) <= 8, String(readsOf(1_000, perDay)));
      assert.ok(readsOf(10_000, perDay) <= 8, String(readsOf(10_000, perDay)));
    }
  });
});
