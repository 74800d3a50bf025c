import type { Nodes } from 'mdast';
import { Lines } from '../lines';
import { inReadingOrder, parseMarkdown, readSteps } from '../steps';
import type { Template } from '../template';
import type { Measure } from '../timeline/timeline';
import { isAnswered, STEPS_OF_NUMBERS } from './fill-reflection';
import type { ReflectionValues } from './fill-reflection';
import type { ChoiceTexts, ReflectionTexts } from './reflection-texts';

/** A question that is answered in words. */
interface ReflectionQuestion {
  readonly stepId: string;
  readonly label: string;
  readonly prompt: string;
}

/** A word of the front matter that is chosen. */
interface ReflectionChoice extends Pick<ChoiceTexts, 'label' | 'options'> {
  readonly name: string;
}

/** What a form asks for: exactly what the template has a place for. */
export interface ReflectionForm {
  readonly measures: readonly Measure[];
  readonly choices: readonly ReflectionChoice[];
  readonly questions: readonly ReflectionQuestion[];
}

const LONGEST_PROMPT = 2_000;

/**
 * Makes the form of a template, the couple's own or the product's.
 * @param variants the role variants that the note will hold
 * @param text the note as it is scaffolded from them, in which every variable has its value
 * @param measures of the whole guide
 */
export function reflectionForm(
  variants: readonly Template[],
  text: string,
  measures: readonly Measure[],
  { choices }: Pick<ReflectionTexts, 'choices'>,
): ReflectionForm {
  const numbers = new Set(variants.flatMap((variant) => variant.numbers).map(({ name }) => name));
  const fields = new Map(variants.flatMap((variant) => variant.fields).map((field) => [field.name, field.value]));
  const steps = readSteps(text).steps.filter(({ id }) => numbers.size === 0 || !STEPS_OF_NUMBERS.has(id));
  return {
    measures: measures.filter(({ name }) => numbers.has(name)),
    choices: Object.entries(choices).flatMap(([name, { label, options }]) =>
      fields.get(name) === '' ? [{ name, label, options }] : [],
    ),
    questions: steps.map(({ id, label, end }) => ({ stepId: id, label, prompt: promptBelow(text, end) })),
  };
}

/** The first paragraph in italics below a step, without its Markdown. */
function promptBelow(text: string, end: number): string {
  const rows = text.split(/\r?\n/);
  const paragraph: string[] = [];
  for (const row of rows.slice(new Lines(text).lineAt(Math.max(end - 1, 0)) + 1)) {
    if (/^#{1,6}\s/.test(row) || row.includes('<!-- step:')) {
      break;
    }
    if (row.trim() !== '') {
      paragraph.push(row);
    } else if (isItalic(paragraph.join(' '))) {
      break;
    } else {
      paragraph.length = 0;
    }
  }
  const prompt = paragraph.join(' ');
  return isItalic(prompt) ? wordsOf(parseMarkdown(prompt)) : '';
}

function isItalic(paragraph: string): boolean {
  return paragraph.length <= LONGEST_PROMPT && /^([*_])(?![*_\s])(?:.*[^\s])?\1$/.test(paragraph.trim());
}

function wordsOf(root: Nodes): string {
  const words: string[] = [];
  for (const node of inReadingOrder(root)) {
    if (node.type === 'text' || node.type === 'inlineCode') {
      words.push(node.value);
    }
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}

/**
 * Parts what somebody has put in into what the form has a place for and what it has none for, such as the answers of
 * another role's page. Nothing falls between the two; only what is empty is left out.
 */
export function partedByForm(
  values: ReflectionValues,
  { measures, choices, questions }: ReflectionForm,
): { readonly fitting: ReflectionValues; readonly rest: ReflectionValues; readonly hasRest: boolean } {
  const numbers = parted(values.numbers, (name, value) =>
    measures.some((one) => one.name === name && value >= one.min && value <= one.max),
  );
  const fields = parted(values.fields, (name, value) =>
    choices.some((one) => one.name === name && one.options.some((option) => option.value === value)),
  );
  const answers = parted(values.answers, (id) => questions.some(({ stepId }) => stepId === id), isAnswered);
  const fitting = { numbers: numbers.fitting, fields: fields.fitting, answers: answers.fitting };
  const rest = { numbers: numbers.rest, fields: fields.rest, answers: answers.rest };
  return { fitting, rest, hasRest: Object.values(rest).some((part) => Object.keys(part).length > 0) };
}

function parted<T>(
  all: Readonly<Record<string, T>>,
  fits: (name: string, value: T) => boolean,
  isWanted: (value: T) => boolean = () => true,
): { readonly fitting: Readonly<Record<string, T>>; readonly rest: Readonly<Record<string, T>> } {
  const wanted = Object.entries(all).filter(([, value]) => isWanted(value));
  return {
    fitting: Object.fromEntries(wanted.filter(([name, value]) => fits(name, value))),
    rest: Object.fromEntries(wanted.filter(([name, value]) => !fits(name, value))),
  };
}
