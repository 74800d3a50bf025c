import type { ExpectedContent } from './expected-content';
import { ownCopy } from './own-copy';
import type { Step } from './steps';
import type { GuideStep } from './template';

/** What is kept of a step. Its places belong to one reading of the text, and are found anew when they are needed. */
export type NoteStep = Pick<Step, 'id' | 'ticked' | 'label' | 'heading'>;

/** The steps that notes have in the words of their template, by the sign that `signOf` gives them. */
const known = new WeakMap<GuideStep, Map<number, NoteStep>>();
/** The lists of such steps, by the signs of them all. Thousands of notes share a few. */
const lists = new WeakMap<ExpectedContent, Map<string, readonly NoteStep[]>>();

/**
 * Keeps the steps of a note without the text they were read from. Their words are mostly the template's; then they
 * are the same objects for all such notes.
 * @param steps as they were read
 * @param expected of the note's template and role
 */
export function noteSteps(steps: readonly Step[], expected: ExpectedContent): readonly NoteStep[] {
  const kept = steps.map((step) => keptStep(step, expected.steps.get(step.id)));
  const signs = kept.map(({ sign, step }) => (sign === undefined ? '' : `${step.id}${String(sign)}`));
  const own = kept.map(({ step }) => step);
  if (signs.includes('')) {
    return own;
  }
  const shared = lists.get(expected) ?? new Map<string, readonly NoteStep[]>();
  lists.set(expected, shared);
  const key = signs.join(' ');
  const list = shared.get(key) ?? own;
  shared.set(key, list);
  return list;
}

/** @returns a step, with a sign where it is made of its template's words alone */
function keptStep(step: Step, guideStep: GuideStep | undefined): { readonly step: NoteStep; readonly sign?: number } {
  const words = guideStep && { label: wordsOf(step.label, guideStep), heading: headingOf(step.heading, guideStep) };
  if (!words || words.label === -1 || words.heading === -1) {
    const { id, ticked, label, heading } = step;
    return {
      step: {
        id: guideStep?.id ?? ownCopy(id),
        ticked,
        label: ownCopy(label),
        heading: heading === undefined ? undefined : ownCopy(heading),
      },
    };
  }
  const sign = (words.heading * 2 + words.label) * 2 + Number(step.ticked);
  const those = known.get(guideStep) ?? new Map<number, NoteStep>();
  known.set(guideStep, those);
  const shared = those.get(sign) ?? {
    id: guideStep.id,
    ticked: step.ticked,
    label: words.label === 0 ? guideStep.label : guideStep.shortLabel,
    heading: [guideStep.label, guideStep.shortLabel, undefined][words.heading],
  };
  those.set(sign, shared);
  return { step: shared, sign };
}

/** @returns which of a template's words a text is: 0 for the label, 1 for the short one, -1 for neither */
function wordsOf(text: string, { label, shortLabel }: GuideStep): -1 | 0 | 1 {
  return text === label ? 0 : text === shortLabel ? 1 : -1;
}

function headingOf(heading: string | undefined, guideStep: GuideStep): -1 | 0 | 1 | 2 {
  return heading === undefined ? 2 : wordsOf(heading, guideStep);
}
