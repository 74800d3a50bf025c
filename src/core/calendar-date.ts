/** A day of the calendar, `YYYY-MM-DD`. A day, not an instant: it has no time zone. */
export type CalendarDate = string;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DIGIT_ZERO = 48;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** @returns whether the text names a day that exists, leap days included. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) {
    return false;
  }
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)];
  return year > 0 && day > 0 && day <= (month === 2 && isLeapYear(year) ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0));
}

function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) {
    number = number * 10 + text.charCodeAt(index) - DIGIT_ZERO;
  }
  return number;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @returns the day that the clock on the wall shows where the product runs. */
export function calendarDateOf(now: Date): CalendarDate {
  const year = String(now.getFullYear()).padStart(4, '0');
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
