import type { Variables } from './snippet';
import type { CalendarDate } from './calendar-date';
import type { Partner } from './couple';

/** What the variables of a template are taken from. */
export interface TemplateContext {
  readonly partner: Partner;
  readonly other: Partner;
  readonly stageTitle: string;
  readonly date: CalendarDate;
  /** A BCP 47 language tag, for the names of months and days. */
  readonly language: string;
}

/**
 * The variables that a template may use: the product's own, and VS Code's variables for the day.
 * VS Code's variables that need an editor (file, selection, clipboard) have no value here.
 */
export function templateVariables(context: TemplateContext): Variables {
  const day = new Date(`${context.date}T12:00:00Z`);
  const named = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(context.language, { ...options, timeZone: 'UTC' }).format(day);
  const values: Readonly<Record<string, () => string>> = {
    PARTNER: () => context.partner.name,
    PARTNER_ID: () => context.partner.id,
    OTHER_PARTNER: () => context.other.name,
    OTHER_PARTNER_ID: () => context.other.id,
    STAGE: () => context.stageTitle,
    DATE: () => context.date,
    CURRENT_YEAR: () => context.date.slice(0, 4),
    CURRENT_YEAR_SHORT: () => context.date.slice(2, 4),
    CURRENT_MONTH: () => context.date.slice(5, 7),
    CURRENT_DATE: () => context.date.slice(8, 10),
    CURRENT_MONTH_NAME: () => named({ month: 'long' }),
    CURRENT_MONTH_NAME_SHORT: () => named({ month: 'short' }),
    CURRENT_DAY_NAME: () => named({ weekday: 'long' }),
    CURRENT_DAY_NAME_SHORT: () => named({ weekday: 'short' }),
  };
  return (name) => (Object.hasOwn(values, name) ? values[name]?.() : undefined);
}
