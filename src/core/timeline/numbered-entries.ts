import type { Couple } from '../couple';
import type { Guide } from '../guide';
import type { Note } from '../note';
import { roleIncludes } from '../role';
import type { NumericField, Template } from '../template';
import type { Measure } from './timeline';

/** The commands whose entries hold numbers over time. */
export type NumberedCommand = 'check-in' | 'reflection';

/** @returns the guide's templates by which one partner alone puts numbers to a day, role variants included. */
export function numberedTemplates(guide: Guide, command: NumberedCommand): readonly Template[] {
  return guide.templates.filter(
    (template) =>
      template.command === command &&
      template.kind === 'entry' &&
      template.scope === 'each' &&
      template.numbers.length > 0,
  );
}

/**
 * Gathers what is measured, over all role variants: each name once, in the order of the templates. Where variants
 * differ, the first gives the title, and the range holds the values of all.
 * @param couple whose roles decide the words for both ends: as in a new note, those of the first variant that is meant
 *   for the partner; none where no variant is
 */
export function measuresOf(guide: Guide, couple: Couple, command: NumberedCommand): readonly Measure[] {
  const templates = numberedTemplates(guide, command);
  const byName = new Map<string, { readonly template: Template; readonly field: NumericField }[]>();
  for (const template of templates) {
    for (const field of template.numbers) {
      byName.set(field.name, [...(byName.get(field.name) ?? []), { template, field }]);
    }
  }
  return [...byName].flatMap(([name, found]) => {
    const [first] = found;
    if (!first) {
      return [];
    }
    const ends = couple.partners.flatMap(({ id, role }) => {
      const meant = found.find(({ template }) => template.role === undefined || roleIncludes(role, template.role));
      return meant ? [[id, { low: meant.field.low, high: meant.field.high }] as const] : [];
    });
    return [
      {
        name,
        title: first.field.title,
        min: Math.min(...found.map(({ field }) => field.min)),
        max: Math.max(...found.map(({ field }) => field.max)),
        reads: first.field.reads,
        ends: Object.fromEntries(ends),
      },
    ];
  });
}

/** @returns the number that a note puts to a measure, or `null` where it puts none that is within its range. */
export function numberIn({ numbers }: Note, { name, min, max }: Measure): number | null {
  const value = numbers.get(name);
  return value !== undefined && value >= min && value <= max ? value : null;
}

/** @returns whether a note puts a number to any of the measures. */
export function holdsNumber(note: Note, measures: readonly Measure[]): boolean {
  return measures.some((measure) => numberIn(note, measure) !== null);
}
