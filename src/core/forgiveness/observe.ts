import type { CalendarDate } from '../calendar-date';
import type { Measure } from '../timeline/timeline';
import type { ReflectionTexts, Sentence } from './reflection-texts';

/** What one reflection says in its front matter. */
export interface Noted {
  readonly date: CalendarDate;
  readonly numbers: Pick<ReadonlyMap<string, number>, 'get'>;
  readonly fields: ReadonlyMap<string, string>;
}

/** Up to this share of its range a pull is quiet. */
const QUIET = 0.25;
/** From this share on it is strong. */
const STRONG = 0.65;

/**
 * Says in one sentence what was noted, and nothing of what it means: the pull that stands highest, or that none does.
 * @param noted the reflection; without one there is nothing to say
 * @param measures the numbers that the page asks for
 * @param spoken today, and how a day is named
 */
export function observe(
  noted: Noted | undefined,
  measures: readonly Measure[],
  { observations }: Pick<ReflectionTexts, 'observations'>,
  spoken: { readonly today: CalendarDate; readonly nameOf: (date: CalendarDate) => string },
): string {
  if (!noted) {
    return '';
  }
  const say = ({ today, earlier }: Sentence, title = ''): string =>
    noted.date === spoken.today ? filled(today, '', title) : filled(earlier, spoken.nameOf(noted.date), title);
  const shares = measures.flatMap((measure) => {
    const value = noted.numbers.get(measure.name);
    return value === undefined ? [] : [{ measure, share: (value - measure.min) / (measure.max - measure.min) }];
  });
  if (shares.length === 0) {
    return say(measures.length === 0 ? observations.written : observations['without-number']);
  }
  const highest = Math.max(...shares.map(({ share }) => share));
  if (highest <= 0) {
    return say(observations.none);
  }
  if (highest < QUIET) {
    return say(observations.quiet);
  }
  const [first, ...others] = shares.filter(({ share }) => share === highest);
  if (!first || others.length > 0) {
    return say(observations.even);
  }
  const { name, title } = first.measure;
  const known = Object.hasOwn(observations.pulls, name) ? observations.pulls[name] : undefined;
  const sentences = known ?? observations.other;
  return say(highest >= STRONG ? sentences.strong : sentences.some, title);
}

function filled(sentence: string, day: string, title: string): string {
  return sentence.replace(/\{([01])\}/g, (_all, place) => (place === '0' ? day : title));
}

/** @returns the sentence that names a dip of a day as normal. */
export function dipSentence({ dip }: Pick<ReflectionTexts, 'dip'>, nameOfDay: string): string {
  return filled(dip, nameOfDay, '');
}

/**
 * Whether the writer says of their own accord that amends are missing. What was not said is not inferred.
 * @param fields words of the front matter, by name
 */
export function amendsAreMissing(
  fields: ReadonlyMap<string, string>,
  { choices }: Pick<ReflectionTexts, 'choices'>,
): boolean {
  const said = fields.get('amends')?.trim().toLowerCase();
  const missing = Object.hasOwn(choices, 'amends') ? (choices.amends?.missing ?? []) : [];
  return said !== undefined && missing.some((value) => value.toLowerCase() === said);
}
