import type { FormValues } from '../../panel/protocol';

/** Where the answer of a field goes. */
export type Part = 'numbers' | 'fields' | 'answers';

/** One thing that is asked for. Its value is a text; an empty one is no answer. */
export interface FormField {
  readonly part: Part;
  /** The name of the number or the word, or the id of the step. */
  readonly name: string;
  value: string;
}

type Values = Pick<FormValues, Part>;

const NOTHING: Values = { numbers: {}, fields: {}, answers: {} };

/**
 * What stands in the fields of a form. What a person has changed, or is at, is theirs: nothing that comes from the
 * extension takes its place.
 */
export class FormState<F extends FormField> {
  readonly #touched = new Set<F>();
  /** What the draft holds that this form has no field for. */
  #unseen: Values = NOTHING;

  /** @param isInFocus tells whether somebody is at a field now */
  constructor(
    readonly fields: readonly F[],
    private readonly isInFocus: (field: F) => boolean,
  ) {}

  /** A person has changed a field. */
  touch(field: F): void {
    this.#touched.add(field);
  }

  /** @returns everything that stands in the form, and what the draft holds besides */
  values(): Values {
    const values = {
      numbers: { ...this.#unseen.numbers },
      fields: { ...this.#unseen.fields },
      answers: { ...this.#unseen.answers },
    };
    for (const { part, name, value } of this.fields) {
      if (value.trim() === '') {
        continue;
      }
      if (part !== 'numbers') {
        values[part][name] = value;
      } else if (Number.isFinite(Number(value))) {
        values.numbers[name] = Number(value);
      }
    }
    return values;
  }

  /** @returns whether a person sees anything in the form */
  get isEmpty(): boolean {
    return this.fields.every(({ value }) => value.trim() === '');
  }

  /** Takes what the draft holds, where nobody has written otherwise and nobody is about to. */
  take(draft: Values | null): void {
    const values = draft ?? NOTHING;
    for (const field of this.fields) {
      const value = valueOf(values, field);
      if (field.value !== value && !this.#touched.has(field) && !this.isInFocus(field)) {
        field.value = value;
      }
    }
    this.#unseen = unseenBy(values, this.fields);
  }

  /** Takes values as if a person had put them in. */
  adopt(values: Values): void {
    for (const field of this.fields) {
      field.value = valueOf(values, field);
      if (field.value !== '') {
        this.#touched.add(field);
      }
    }
    this.#unseen = unseenBy(values, this.fields);
  }

  /** Empties the fields in which nothing but these values stands: they are kept elsewhere now. */
  clear(values: Values): void {
    for (const field of this.fields) {
      const value = valueOf(values, field);
      const isSame = field.value === value || (field.part === 'numbers' && Number(field.value) === Number(value));
      if (field.value.trim() === '' || isSame) {
        field.value = '';
        this.#touched.delete(field);
      }
    }
    this.#unseen = NOTHING;
  }
}

function valueOf(values: Values, { part, name }: FormField): string {
  const own = values[part];
  return Object.hasOwn(own, name) ? String(own[name] ?? '') : '';
}

function unseenBy({ numbers, fields, answers }: Values, all: readonly FormField[]): Values {
  const rest = <T>(part: Part, own: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(own).filter(([name]) => !all.some((field) => field.part === part && field.name === name)),
    );
  return { numbers: rest('numbers', numbers), fields: rest('fields', fields), answers: rest('answers', answers) };
}
