import * as v from 'valibot';

/**
 * Everything that the page and the extension say to each other. Both sides import it, and each checks what it hears:
 * a message that is not exactly one of these is dropped.
 */

const number = v.pipe(v.number(), v.finite());
const day = v.pipe(v.number(), v.integer());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
const partnerId = v.string();

const entries = v.strictObject({
  days: v.array(day),
  paths: v.array(text),
  isPrivate: v.array(v.boolean()),
  values: v.record(text, v.array(v.nullable(number))),
});

const measure = v.strictObject({
  name: text,
  title: text,
  min: number,
  max: number,
  reads: v.picklist(['up', 'down']),
  ends: v.record(partnerId, v.strictObject({ low: text, high: text })),
});

const event = v.strictObject({
  day,
  kind: text,
  title: text,
  partner: v.nullable(partnerId),
  path: text,
  isPrivate: v.boolean(),
  turned: text,
});

const pathBreak = v.strictObject({ day, path: text, seam: v.nullable(v.strictObject({ day, path: text })) });

const timeline = v.strictObject({
  today: day,
  measures: v.array(measure),
  lanes: v.array(v.strictObject({ partner: partnerId, name: text, entries })),
  events: v.array(event),
  breaks: v.array(pathBreak),
});

/** Where a list is different: so many items are no longer there, and others are there instead. */
const stretch = { at: count, removed: count };

const timelineChange = v.strictObject({
  today: day,
  lanes: v.array(v.strictObject({ ...stretch, entries })),
  events: v.strictObject({ ...stretch, items: v.array(event) }),
  breaks: v.strictObject({ ...stretch, items: v.array(pathBreak) }),
});

/** What a person has put into the reflection form so far. */
const formValues = v.strictObject({
  /** The role whose page is filled in. */
  role: v.picklist(['hurt', 'broke-trust', 'both']),
  /** By the name of a measure; what is not answered is not there. */
  numbers: v.record(text, number),
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
  /** Another text for another person or folder: nothing that was written for one is shown to the other. */
  whose: v.optional(text),
  /** Whether the person has said no role, and may take another page. */
  canChoose: v.optional(v.boolean()),
  /** The name of the partner. */
  other: v.optional(text),
  intro: v.array(text),
  measures: v.array(measure),
  /** The words that may be chosen for a field, such as yes, some, no. */
  choices: v.array(
    v.strictObject({
      name: text,
      label: text,
      /** `said` is what is said below, once the word is chosen. */
      options: v.array(v.strictObject({ value: text, label: text, said: v.optional(text) })),
    }),
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
const toPage = v.variant('type', [
  v.strictObject({
    type: v.literal('timeline'),
    version: number,
    timeline,
    me: v.nullable(partnerId),
    isPrivateShown: v.boolean(),
  }),
  /** What makes the timeline of this version out of that of an earlier one; everything else about it is the same. */
  v.strictObject({
    type: v.literal('timeline-change'),
    version: number,
    since: number,
    change: timelineChange,
  }),
  v.strictObject({
    type: v.literal('reflection'),
    version: number,
    page: reflectionPage,
    isPrivateShown: v.boolean(),
  }),
  v.strictObject({ type: v.literal('show-tab'), tab: v.picklist(['timeline', 'reflection']) }),
  /** A note beside which the panel was opened: its mark gets the focus. */
  v.strictObject({ type: v.literal('show-note'), path: text }),
  /** Asks for a drawing as PNG, that many pixels wide and high. */
  v.strictObject({ type: v.literal('rasterise'), id: number, svg: text, width: number, height: number }),
  /** What became of the reflection that was to be saved. */
  v.strictObject({ type: v.literal('saved'), path: text, isPrivate: v.boolean() }),
  /** A plain sentence for the person. */
  v.strictObject({ type: v.literal('told'), text }),
]);

/** No screen is wider, and no note lies further away: a drawing without an end must not be asked for. */
const WIDEST_VIEW = 20_000;
const FURTHEST_DAY = 4_000_000;

const dayInView = v.pipe(number, v.minValue(-FURTHEST_DAY), v.maxValue(FURTHEST_DAY));

const view = v.strictObject({
  from: dayInView,
  to: dayInView,
  width: v.pipe(number, v.minValue(1), v.maxValue(WIDEST_VIEW)),
  measures: v.array(text),
  partners: v.array(partnerId),
});

/** The page says. */
const toExtension = v.variant('type', [
  /** A page listens and is to be told everything; also one that has heard of a change of what it does not know. */
  v.strictObject({ type: v.literal('ready') }),
  /** `version` is that of the data the person acted on. */
  v.strictObject({ type: v.literal('open-note'), version: number, path: text }),
  v.strictObject({ type: v.literal('show-private'), isShown: v.boolean() }),
  v.strictObject({ type: v.literal('export'), format: v.picklist(['svg', 'png', 'csv']), view }),
  /** `png` holds the bytes in base64, with nothing before them; empty where the page could not draw it. */
  v.strictObject({ type: v.literal('rasterised'), id: number, png: text }),
  v.strictObject({ type: v.literal('write'), what: v.picklist(['check-in', 'moment', 'reflection']) }),
  v.strictObject({ type: v.literal('choose-page'), role: v.picklist(['hurt', 'broke-trust', 'both']) }),
  /**
   * Comes with every change of the form: it is kept as a file, never in the page. `version` is that of the reflection
   * page that is filled in, here and below: what was written for one person or folder is never kept for another.
   */
  v.strictObject({ type: v.literal('draft'), version: number, values: formValues }),
  v.strictObject({ type: v.literal('discard-draft'), version: number }),
  v.strictObject({
    type: v.literal('save-reflection'),
    version: number,
    values: formValues,
    privacy: v.picklist(['private', 'shared']),
  }),
  v.strictObject({ type: v.literal('share-note'), path: text }),
]);

/** What is sent is read by the other side, and changed by nobody. */
type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unchanging<T[Key]> }
    : T;

export type ToPage = Unchanging<v.InferOutput<typeof toPage>>;
export type ToExtension = Unchanging<v.InferOutput<typeof toExtension>>;
export type FormValues = Unchanging<v.InferOutput<typeof formValues>>;
export type ReflectionPage = Unchanging<v.InferOutput<typeof reflectionPage>>;

/** What the page is given with its HTML, as JSON in the attribute `data-start` of its body. */
const pageStart = v.strictObject({
  locale: text,
  tab: v.picklist(['timeline', 'reflection']),
  /** Every text of the page by its key, translated. */
  words: v.record(text, text),
});
export type PageStart = Unchanging<v.InferOutput<typeof pageStart>>;

/** @returns the message, or `undefined` for what is none. */
export function readToPage(message: unknown): ToPage | undefined {
  const result = v.safeParse(toPage, message, { abortEarly: true });
  return result.success ? result.output : undefined;
}

/** @returns the message, or `undefined` for what is none. */
export function readToExtension(message: unknown): ToExtension | undefined {
  const result = v.safeParse(toExtension, message, { abortEarly: true });
  return result.success ? result.output : undefined;
}

/** @returns what the page was given, from the JSON parsed, or `undefined` where it was not given that. */
export function readPageStart(json: unknown): PageStart | undefined {
  const result = v.safeParse(pageStart, json, { abortEarly: true });
  return result.success ? result.output : undefined;
}
