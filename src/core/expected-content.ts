import { stepsOf } from './guide';
import { fieldsOf, knownKeys, numbersOf } from './note-keys';
import type { GuideStep, NumericField, Template, TemplateField } from './template';

/** What a note with some variants of a template may hold. */
export interface ExpectedContent {
  readonly numbers: ReadonlyMap<string, NumericField>;
  readonly fields: ReadonlyMap<string, TemplateField>;
  /** The values that a note begins with, by name. */
  readonly fieldValues: ReadonlyMap<string, string>;
  readonly knownKeys: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, GuideStep>;
  /** The steps of one id as each of the variants words it. */
  readonly wordings: ReadonlyMap<string, readonly GuideStep[]>;
}

interface Remembered extends ExpectedContent {
  readonly variants: readonly Template[];
}

/** By the first of the variants. Thousands of notes ask for the same few. */
const remembered = new WeakMap<Template, Remembered[]>();

/** @returns what is expected of a note with these variants; put together once for as long as the templates live */
export function expectedContent(variants: readonly Template[]): ExpectedContent {
  const [first] = variants;
  const known = (first && remembered.get(first)) ?? [];
  const found = known.find((one) => isSame(one.variants, variants));
  if (found) {
    return found;
  }
  const fields = fieldsOf(variants);
  const content: Remembered = {
    variants: [...variants],
    numbers: numbersOf(variants),
    fields,
    fieldValues: new Map([...fields.values()].map(({ name, value }) => [name, value])),
    knownKeys: knownKeys(variants),
    steps: new Map(stepsOf(variants).map((step) => [step.id, step])),
    wordings: wordingsOf(variants),
  };
  if (first) {
    remembered.set(first, [...known, content]);
  }
  return content;
}

function wordingsOf(variants: readonly Template[]): ReadonlyMap<string, readonly GuideStep[]> {
  const wordings = new Map<string, GuideStep[]>();
  for (const step of variants.flatMap((variant) => variant.steps)) {
    const known = wordings.get(step.id) ?? [];
    known.push(step);
    wordings.set(step.id, known);
  }
  return wordings;
}

function isSame(some: readonly Template[], others: readonly Template[]): boolean {
  return some.length === others.length && some.every((template, index) => template === others[index]);
}
