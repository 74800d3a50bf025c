import * as v from 'valibot';

/**
 * Everything that the page and the extension say to each other. Both sides import it, and each checks what it hears:
 * a message that is not exactly one of these is dropped.
 */

const day = v.pipe(v.number(), v.integer());
const text = v.string();
const partnerId = v.string();

const entries = v.strictObject({
  days: v.array(day),
  paths: v.array(text),
  isPrivate: v.array(v.boolean()),
  values: v.record(text, v.array(v.nullable(v.number()))),
});

const measure = v.strictObject({
  name: text,
  title: text,
  min: v.number(),
  max: v.number(),
  reads: v.picklist(['up', 'down']),
  ends: v.record(partnerId, v.strictObject({ low: text, high: text })),
});

const timeline = v.strictObject({
  today: day,
  measures: v.array(measure),
  lanes: v.array(v.strictObject({ partner: partnerId, name: text, entries })),
  events: v.array(
    v.strictObject({
      day,
      kind: text,
      title: text,
      partner: v.nullable(partnerId),
      path: text,
      isPrivate: v.boolean(),
      turned: text,
    }),
  ),
  breaks: v.array(v.strictObject({ day, path: text, seam: v.nullable(v.strictObject({ day, path: text })) })),
});

/** What a person has put into the reflection form so far. */
const formValues = v.strictObject({
  /** The role whose page is filled in. */
  role: v.picklist(['hurt', 'broke-trust', 'both']),
  /** By the name of a measure; what is not answered is not there. */
  numbers: v.record(text, v.number()),
  /** Front matter words such as `amends`, by name. */
  fields: v.record(text, text),
  /** By the id of a step. */
  answers: v.record(text, text),
});

const question = v.strictObject({
  stepId: text,
  label: text,
  /** The template's own prompt, as plain text. */
  prompt: text,
});

const reflectionPage = v.strictObject({
  /** `undefined` role words: the person has said none and chooses a page first. */
  role: v.picklist(['hurt', 'broke-trust', 'both', 'unsaid']),
  intro: v.array(text),
  measures: v.array(measure),
  /** The words that may be chosen for a field, such as yes, some, no. */
  choices: v.array(
    v.strictObject({ name: text, label: text, options: v.array(v.strictObject({ value: text, label: text })) }),
  ),
  questions: v.array(question),
  draft: v.nullable(formValues),
  /** The pulls over time of the one who reflects, shared ones only unless private notes are shown. */
  entries,
  /** One sentence on what was noted last, or nothing. */
  observation: text,
  /** Said where the writer sees no amends, or nothing. */
  waiting: text,
  /** Notes at which a dip is named as normal, by path, with the sentence. */
  dips: v.array(v.strictObject({ path: text, sentence: text })),
});

/** The extension says. */
export const toPage = v.variant('type', [
  v.strictObject({
    type: v.literal('timeline'),
    version: v.number(),
    timeline,
    me: v.nullable(partnerId),
    isPrivateShown: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('reflection'),
    version: v.number(),
    page: reflectionPage,
    isPrivateShown: v.boolean(),
  }),
  v.strictObject({ type: v.literal('show-tab'), tab: v.picklist(['timeline', 'reflection']) }),
  /** A note beside which the panel was opened: its mark gets the focus. */
  v.strictObject({ type: v.literal('show-note'), path: text }),
  /** Asks for a drawing as PNG. */
  v.strictObject({ type: v.literal('rasterise'), id: v.number(), svg: text, width: v.number(), height: v.number() }),
  /** What became of the reflection that was to be saved. */
  v.strictObject({ type: v.literal('saved'), path: text, isPrivate: v.boolean() }),
  /** A plain sentence for the person. */
  v.strictObject({ type: v.literal('told'), text }),
]);

const view = v.strictObject({
  from: v.number(),
  to: v.number(),
  width: v.number(),
  measures: v.array(text),
  partners: v.array(partnerId),
});

/** The page says. */
export const toExtension = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** `version` is that of the data the person acted on. */
  v.strictObject({ type: v.literal('open-note'), version: v.number(), path: text }),
  v.strictObject({ type: v.literal('show-private'), isShown: v.boolean() }),
  v.strictObject({ type: v.literal('export'), format: v.picklist(['svg', 'png', 'csv']), view }),
  v.strictObject({ type: v.literal('rasterised'), id: v.number(), png: text }),
  v.strictObject({ type: v.literal('write'), what: v.picklist(['check-in', 'moment', 'reflection']) }),
  v.strictObject({ type: v.literal('choose-page'), role: v.picklist(['hurt', 'broke-trust', 'both']) }),
  /** Comes with every change of the form: it is kept as a file, never in the page. */
  v.strictObject({ type: v.literal('draft'), values: formValues }),
  v.strictObject({ type: v.literal('discard-draft') }),
  v.strictObject({
    type: v.literal('save-reflection'),
    values: formValues,
    privacy: v.picklist(['private', 'shared']),
  }),
  v.strictObject({ type: v.literal('share-note'), path: text }),
]);

export type ToPage = v.InferOutput<typeof toPage>;
export type ToExtension = v.InferOutput<typeof toExtension>;
export type FormValues = v.InferOutput<typeof formValues>;
export type ReflectionPage = v.InferOutput<typeof reflectionPage>;

/** What the page is given with its HTML, in a data attribute. */
const pageStart = v.strictObject({
  locale: text,
  tab: v.picklist(['timeline', 'reflection']),
  /** Every text of the page by its key, translated. */
  words: v.record(text, text),
});
export type PageStart = v.InferOutput<typeof pageStart>;

/** @returns the message, or `undefined` for what is none. */
export function readToPage(message: unknown): ToPage | undefined {
  const result = v.safeParse(toPage, message);
  return result.success ? result.output : undefined;
}

/** @returns the message, or `undefined` for what is none. */
export function readToExtension(message: unknown): ToExtension | undefined {
  const result = v.safeParse(toExtension, message);
  return result.success ? result.output : undefined;
}

/** @returns what the page was given, or `undefined` where it was not given that. */
export function readPageStart(json: unknown): PageStart | undefined {
  const result = v.safeParse(pageStart, json);
  return result.success ? result.output : undefined;
}
