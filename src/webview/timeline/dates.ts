import type { Day } from '../../core/timeline/timeline';

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Says days in a language. Days are dates and not instants: no time zone moves them. */
export class Dates {
  readonly #long: Intl.DateTimeFormat;
  readonly #short: Intl.DateTimeFormat;

  constructor(locale: string) {
    this.#long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    this.#short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  }

  /** @returns the date with its day of the week, as in "Saturday, 15 August 2026". */
  long(day: Day): string {
    return this.#long.format(day * MILLISECONDS_OF_A_DAY);
  }

  /** @returns the date, short, as in "15 Aug 2026". */
  short(day: Day): string {
    return this.#short.format(day * MILLISECONDS_OF_A_DAY);
  }

  /** @returns both dates as one stretch, short. */
  stretch(first: Day, last: Day): string {
    return this.#short.formatRange(first * MILLISECONDS_OF_A_DAY, last * MILLISECONDS_OF_A_DAY);
  }
}
