import type { Day } from './timeline';

/** Nothing shorter is called a pause: a month without a check-in is not remarkable. */
const SHORTEST_PAUSE = 28;
const USUAL_INTERVALS = 3;

/**
 * How many days may lie between two neighbouring entries before the time between them is a pause: 28, or three times
 * the writer's usual interval where that is more. The usual interval is the median, of an even number the lower one,
 * so that a pause itself does not make pauses usual. One interval alone shows no rhythm.
 * @param days in the order of the calendar; several entries of one day count once
 */
export function longestInterval(days: readonly Day[]): number {
  const intervals = days
    .map((day, index) => day - (days[index - 1] ?? day))
    .filter((interval) => interval > 0)
    .sort((a, b) => a - b);
  const usual = intervals.length < 2 ? 0 : (intervals[Math.floor((intervals.length - 1) / 2)] ?? 0);
  return Math.max(SHORTEST_PAUSE, USUAL_INTERVALS * usual);
}

/**
 * Finds the times in which one partner wrote no entry, for longer than is usual for them. There is none before the
 * first entry and none after the last: nobody's silence up to today is told.
 * @param days of the entries, in the order of the calendar
 * @returns each pause by the last entry before it and the first after it
 */
export function pausesOf(days: readonly Day[]): readonly { readonly from: Day; readonly to: Day }[] {
  const longest = longestInterval(days);
  return days.flatMap((to, index) => {
    const from = days[index - 1];
    return from !== undefined && to - from > longest ? [{ from, to }] : [];
  });
}
