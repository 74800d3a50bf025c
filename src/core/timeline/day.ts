import type { CalendarDate } from '../calendar-date';
import type { Day } from './timeline';

const MILLISECONDS_A_DAY = 86_400_000;
const ZERO = 48;
/** Since the last day of February before the year 0. */
const DAYS_BEFORE_1970 = 719_469;

/**
 * Numbers a day of the calendar. No clock and no time zone has a say in it, so every day is one more than the day before.
 * @param date a day that exists, as `YYYY-MM-DD`
 */
export function dayOf(date: CalendarDate): Day {
  const [year, month] = [numberAt(date, 0, 4), numberAt(date, 5, 7)];
  // A year that begins with March has its leap day at its end, and months whose lengths follow one line.
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + numberAt(date, 8, 10) - DAYS_BEFORE_1970;
}

/** Reads digits where they stand: this is done for every note, and neither a `Date` nor a piece of text is made for it. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    number = number * 10 + text.charCodeAt(at) - ZERO;
  }
  return number;
}

/**
 * Names the day of a number; a fraction names the day that it lies in.
 * @param day of the years 1 to 9999
 */
export function dateOfDay(day: Day): CalendarDate {
  return new Date(Math.floor(day) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
