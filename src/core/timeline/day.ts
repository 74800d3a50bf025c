import type { CalendarDate } from '../calendar-date';
import type { Day } from './timeline';

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Numbers a day of the calendar. No clock and no time zone has a say in it, so every day is one more than the day before.
 * @param date a day that exists, as `YYYY-MM-DD`, which stands for its midnight in UTC
 */
export function dayOf(date: CalendarDate): Day {
  return Date.parse(date) / MILLISECONDS_A_DAY;
}

/**
 * Names the day of a number; a fraction names the day that it lies in.
 * @param day of the years 1 to 9999
 */
export function dateOfDay(day: Day): CalendarDate {
  return new Date(Math.floor(day) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
