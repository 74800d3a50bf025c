import { longestInterval } from './pauses';
import type { Day } from './timeline';

/**
 * How far an entry's weight reaches, in days, to either side. It is the same at every zoom, so looking closer never
 * changes the shape of the path, and small, so that the path stays close to the days as they were.
 */
const HALF_WIDTH = 21;

/** The trend at the days that have a value; between them it runs straight. */
export interface Trend {
  /** Ascending, each day once. */
  readonly days: readonly Day[];
  readonly levels: readonly number[];
  /** Whether the trend comes to a day from the one before it, or begins anew there. */
  readonly isJoined: readonly boolean[];
}

/**
 * Smooths the values of one segment by local linear regression with tricube weights, after W. S. Cleveland, "Robust
 * Locally Weighted Regression and Smoothing Scatterplots", Journal of the American Statistical Association 74 (368),
 * 1979, pages 829 to 836. Two things differ on purpose. Its robustness iterations are left out: they would take a bad
 * day for a mistake, and here it is part of the path and must pull. And the width is a number of days, not of entries.
 * The regression is done at the days of the entries, and what lies between is interpolated, as Cleveland's own program
 * does it. A day with no other day in reach keeps its mean.
 *
 * It takes linear time: no more than 41 days are in reach of any day.
 * @param days in the order of the calendar
 * @param values one for each day, `null` where there is none
 * @param range which the trend never leaves
 */
export function fitTrend(
  days: readonly Day[],
  values: readonly (number | null)[],
  range: { readonly min: number; readonly max: number },
): Trend {
  const means = dailyMeans(days, values);
  const levels: number[] = [];
  let first = 0;
  for (const at of means.days) {
    while ((means.days[first] ?? at) <= at - HALF_WIDTH) {
      first += 1;
    }
    levels.push(Math.min(range.max, Math.max(range.min, levelAt(at, means, first))));
  }
  return { days: means.days, levels, isJoined: means.isJoined };
}

/**
 * Evaluates a trend, in one sweep.
 * @param at where, in days, ascending
 * @returns a level for each; `null` before the first and after the last value, and where the values pause
 */
export function levelsOf({ days, levels, isJoined }: Trend, at: readonly number[]): readonly (number | null)[] {
  let next = 0;
  return at.map((day) => {
    while ((days[next] ?? Infinity) < day) {
      next += 1;
    }
    const [afterDay, after] = [days[next], levels[next]];
    if (afterDay === undefined || after === undefined) {
      return null;
    }
    if (afterDay === day) {
      return after;
    }
    const [beforeDay, before] = [days[next - 1], levels[next - 1]];
    if (beforeDay === undefined || before === undefined || isJoined[next] !== true) {
      return null;
    }
    const between = before + ((after - before) * (day - beforeDay)) / (afterDay - beforeDay);
    // Rounding may not lead out of the range either.
    return Math.min(Math.max(before, after), Math.max(Math.min(before, after), between));
  });
}

/**
 * Smooths the values of one segment and evaluates their trend: `fitTrend`, then `levelsOf`.
 * @param days in the order of the calendar
 * @param values one for each day, `null` where there is none
 * @param range which the trend never leaves
 * @param at where, in days, ascending
 * @returns a level for each; `null` before the first and after the last value, and where the values pause
 */
export function trendAt(
  days: readonly Day[],
  values: readonly (number | null)[],
  range: { readonly min: number; readonly max: number },
  at: readonly number[],
): readonly (number | null)[] {
  return levelsOf(fitTrend(days, values, range), at);
}

interface DailyMeans {
  readonly days: readonly Day[];
  readonly counts: readonly number[];
  readonly means: readonly number[];
  readonly isJoined: readonly boolean[];
}

/** Entries of one day weigh as their mean does with their number, so that a day is looked at once. */
function dailyMeans(days: readonly Day[], values: readonly (number | null)[]): DailyMeans {
  const found: { day: Day; index: number; count: number; sum: number; isJoined: boolean }[] = [];
  const longest = longestInterval(days);
  values.forEach((value, index) => {
    const day = days[index];
    if (value === null || day === undefined) {
      return;
    }
    const last = found.at(-1);
    if (last?.day === day) {
      last.count += 1;
      last.sum += value;
      last.index = index;
      return;
    }
    // Whoever goes on writing and leaves one measure out for long has paused with this measure alone.
    const isJoined = last !== undefined && (index === last.index + 1 || day - last.day <= longest);
    found.push({ day, index, count: 1, sum: value, isJoined });
  });
  return {
    days: found.map(({ day }) => day),
    counts: found.map(({ count }) => count),
    means: found.map(({ sum, count }) => sum / count),
    isJoined: found.map(({ isJoined }) => isJoined),
  };
}

/** The line of least squares through what lies in reach of a day, taken at that day. */
function levelAt(at: Day, { days, counts, means }: DailyMeans, first: number): number {
  let [weights, distances, squares, sums, products] = [0, 0, 0, 0, 0];
  let inReach = 0;
  for (let index = first; (days[index] ?? Infinity) < at + HALF_WIDTH; index += 1) {
    const distance = ((days[index] ?? at) - at) / HALF_WIDTH;
    const mean = means[index] ?? 0;
    const weight = (counts[index] ?? 0) * cube(1 - cube(Math.abs(distance)));
    weights += weight;
    distances += weight * distance;
    squares += weight * distance * distance;
    sums += weight * mean;
    products += weight * distance * mean;
    inReach += 1;
  }
  return inReach < 2
    ? sums / weights
    : (squares * sums - distances * products) / (weights * squares - distances * distances);
}

/** Far faster than the power operator, which takes any exponent. */
function cube(value: number): number {
  return value * value * value;
}
