import { Lines } from './lines';
import { readSteps } from './steps';

/** A line and column, both zero-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

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
  let line = new Lines(text).lineAt(Math.max(step.end - 1, 0));
  let last = line;
  for (line += 1; line < rows.length; line += 1) {
    const row = rows[line] ?? '';
    if (/^#{1,6}\s/.test(row) || row.includes('<!-- step:')) {
      break;
    }
    if (row.trim() !== '') {
      last = line;
    }
  }
  const place = Math.min(last + 2, Math.max(line - 1, last));
  const target = (rows[place] ?? '').trim() === '' ? place : last;
  return { line: target, column: target === last ? (rows[last] ?? '').length : 0 };
}
