import type { Guide } from './guide';
import type { Note } from './note';
import { roleIncludes } from './role';
import type { NumericField, Template, TemplateField } from './template';
import { WORD_AHEAD_KEY } from './word-ahead-key';

/** Keys that the product itself reads in every note. */
export const PRODUCT_KEYS = ['template', 'role', 'partner', 'date', WORD_AHEAD_KEY] as const;
/** Keys that common tools read, and that are no mistake in a note. */
const TOOL_KEYS = ['title', 'tags', 'aliases', 'cssclasses'] as const;

/** @returns every key that is no mistake in the front matter of a note with these template variants. */
export function knownKeys(variants: readonly Template[]): ReadonlySet<string> {
  const own = variants.flatMap(({ numbers, fields }) => [...numbers, ...fields].map(({ name }) => name));
  return new Set([...PRODUCT_KEYS, ...TOOL_KEYS, ...own]);
}

/** @returns all variants of the template of a note. */
export function variantsOf(note: Pick<Note, 'templateId'>, { templates }: Guide): readonly Template[] {
  return templates.filter(({ id }) => id === note.templateId);
}

/** @returns those of the variants that are meant for somebody who writes in the role of a note; all where it has none. */
export function variantsFor<T extends Pick<Template, 'role'>>(
  variants: readonly T[],
  role: Note['role'],
): readonly T[] {
  return variants.filter((one) => one.role === undefined || role === undefined || roleIncludes(role, one.role));
}

/** @returns the numbers of variants, each name once, with the words of the first variant that has it. */
export function numbersOf(variants: readonly Template[]): ReadonlyMap<string, NumericField> {
  const numbers = new Map<string, NumericField>();
  for (const number of variants.flatMap((variant) => variant.numbers)) {
    numbers.set(number.name, numbers.get(number.name) ?? number);
  }
  return numbers;
}

/** @returns the further fields of variants, each name once. */
export function fieldsOf(variants: readonly Template[]): ReadonlyMap<string, TemplateField> {
  const fields = new Map<string, TemplateField>();
  for (const field of variants.flatMap((variant) => variant.fields)) {
    fields.set(field.name, fields.get(field.name) ?? field);
  }
  return fields;
}
