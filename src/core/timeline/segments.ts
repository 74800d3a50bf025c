import { longestInterval } from './pauses';
import type { Day } from './timeline';

/**
 * Cuts a row of entries where its path is not one line: at pauses and at setbacks. An entry of a setback's own day
 * belongs to what comes after.
 * @param days of the entries, in the order of the calendar
 * @param breaks the days of setbacks, in any order
 * @returns half-open ranges of indices that together cover every entry once, in order
 */
export function segmentsOf(
  days: readonly Day[],
  breaks: readonly Day[],
): readonly { readonly start: number; readonly end: number }[] {
  const longest = longestInterval(days);
  const setbacks = [...breaks].sort((a, b) => a - b);
  const segments: { start: number; end: number }[] = [];
  let start = 0;
  let passed = 0;
  days.forEach((day, index) => {
    const passedBefore = passed;
    while ((setbacks[passed] ?? Infinity) <= day) {
      passed += 1;
    }
    const before = days[index - 1];
    if (before !== undefined && (passed > passedBefore || day - before > longest)) {
      segments.push({ start, end: index });
      start = index;
    }
  });
  return days.length === 0 ? [] : [...segments, { start, end: days.length }];
}
