import type { ExpectedContent } from './expected-content';
import { ownCopy } from './own-copy';
import type { Step } from './steps';
import type { GuideStep } from './template';

/** What is kept of a step. Its places belong to one reading of the text, and are found anew when they are needed. */
export type NoteStep = Pick<Step, 'id' | 'ticked' | 'label' | 'heading'>;

/** The steps that notes have in the words of their template, by the sign that says in which of them. */
const known = new WeakMap<GuideStep, Map<number, NoteStep>>();
/** The lists of such steps, by the signs of them all. Thousands of notes share a few. */
const lists = new WeakMap<ExpectedContent, Map<string, readonly NoteStep[]>>();
const signsByList = new WeakMap<readonly NoteStep[], string>();

/**
 * Keeps the steps of a note without the text they were read from. Their words are mostly the template's; then they
 * are the same objects for all such notes.
 * @param steps as they were read
 * @param expected of the note's template
 */
export function noteSteps(steps: readonly Step[], expected: ExpectedContent): readonly NoteStep[] {
  const signs = steps.map((step) => signOf(step, expected));
  const list = signs.includes(undefined) ? undefined : stepsOfSigns(signs.join(' '), expected);
  return list ?? steps.map((step) => ownStep(step, expected));
}

/** @returns what `stepsOfSigns` makes the same steps of: ids and numbers; `undefined` where any has words of its own */
export function signsOf(steps: readonly NoteStep[]): string | undefined {
  return signsByList.get(steps);
}

/** @returns steps in the words of their template, or `undefined` where it has no such steps */
export function stepsOfSigns(signs: string, expected: ExpectedContent): readonly NoteStep[] | undefined {
  const shared = lists.get(expected) ?? new Map<string, readonly NoteStep[]>();
  lists.set(expected, shared);
  const found = shared.get(signs);
  if (found) {
    return found;
  }
  const steps = signs.split(' ').flatMap((sign) => (sign === '' ? [] : [sharedStep(sign, expected)]));
  if (!steps.every((step) => step !== undefined)) {
    return undefined;
  }
  shared.set(signs, steps);
  signsByList.set(steps, signs);
  return steps;
}

/** In how many ways a note can have one wording of a step: three headings, two labels, ticked or not. */
const WAYS = 12;

/** @returns an id and which of the template's words a step has; `undefined` where any of them are its own */
function signOf({ id, ticked, label, heading }: Step, { wordings }: ExpectedContent): string | undefined {
  const worded = wordings.get(id) ?? NONE;
  for (let index = 0; index < worded.length; index += 1) {
    const step = worded[index];
    const ofLabel = step ? wordingOf(label, step) : OWN;
    const ofHeading = step ? wordingOf(heading, step) : OWN;
    if (ofLabel < 2 && ofHeading < OWN) {
      return `${id}:${String(index * WAYS + ofHeading * 4 + ofLabel * 2 + Number(ticked))}`;
    }
  }
  return undefined;
}

const NONE: readonly GuideStep[] = [];
const OWN = 3;

/** @returns which of the template's words they are: the long ones, the short ones, none at all, or `OWN` */
function wordingOf(words: string | undefined, { label, shortLabel }: GuideStep): number {
  return words === label ? 0 : words === shortLabel ? 1 : words === undefined ? 2 : OWN;
}

function sharedStep(sign: string, { wordings }: ExpectedContent): NoteStep | undefined {
  const [, id = '', digits] = /^([a-z0-9-]+):(\d{1,3})$/.exec(sign) ?? [];
  const way = Number(digits) % WAYS;
  const step = wordings.get(id)?.[Math.floor(Number(digits) / WAYS)];
  if (!step) {
    return undefined;
  }
  const those = known.get(step) ?? new Map<number, NoteStep>();
  known.set(step, those);
  const found = those.get(way) ?? {
    id: step.id,
    ticked: way % 2 === 1,
    label: way % 4 < 2 ? step.label : step.shortLabel,
    heading: [step.label, step.shortLabel, undefined][Math.floor(way / 4)],
  };
  those.set(way, found);
  return found;
}

function ownStep({ id, ticked, label, heading }: Step, expected: ExpectedContent): NoteStep {
  return {
    id: expected.steps.get(id)?.id ?? ownCopy(id),
    ticked,
    label: ownCopy(label),
    heading: heading === undefined ? undefined : ownCopy(heading),
  };
}
