/** How a day of the calendar is named. */
export type DayFormat = 'day' | 'month' | 'short-month' | 'year';

const DAYS: Readonly<Record<DayFormat, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long' },
  'short-month': { month: 'short' },
  year: { year: 'numeric' },
};

/** Formats are slow to make, and every step of a zoom needs them. */
const days = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** @returns a format for days of the calendar that the notes use, in a language; in English if there is no such one */
export function dayFormat(locale: string, format: DayFormat): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { ...DAYS[format], timeZone: 'UTC', calendar: 'gregory' };
  return kept(days, `${locale} ${format}`, () => new Intl.DateTimeFormat(languageOf(locale), options));
}

/** @returns a format for the numbers of an axis */
export function numberFormat(locale: string): Intl.NumberFormat {
  return kept(numbers, locale, () => new Intl.NumberFormat(languageOf(locale)));
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const format = known.get(key) ?? make();
  known.set(key, format);
  return format;
}

function languageOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
