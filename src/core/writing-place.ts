import { belowLastWords } from './below-last-words';
import type { Position } from './below-last-words';
import { Lines } from './lines';
import { readSteps } from './steps';

/**
 * Where somebody who opens a note to answer a step goes on writing: below the last words of its section.
 * @param text the whole note
 * @param stepId the step; without one, the first that is open
 * @returns `undefined` where the note has no such step
 */
export function writingPlace(text: string, stepId?: string): Position | undefined {
  const { steps } = readSteps(text);
  const step = steps.find((candidate) => (stepId === undefined ? !candidate.ticked : candidate.id === stepId));
  if (!step) {
    return undefined;
  }
  const rows = text.split(/\r?\n/);
  const first = new Lines(text).lineAt(Math.max(step.end - 1, 0));
  let end = first + 1;
  while (end < rows.length && !/^#{1,6}\s/.test(rows[end] ?? '') && !(rows[end] ?? '').includes('<!-- step:')) {
    end += 1;
  }
  return belowLastWords(rows, first, end);
}
