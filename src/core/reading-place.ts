import { findFrontMatter, readFrontMatter } from './front-matter';
import { readSteps } from './steps';
import type { Position } from './below-last-words';

const HEADING = /^#{1,6}\s/;
const SECTION = /^#{2,6}\s/;

/**
 * Where somebody who comes from a picture begins to read a note: at the first of its numbers, or where it has none, at
 * the heading above its first step.
 * @param text the whole note
 * @param numbers the names of the numbers that the picture shows of it
 */
export function readingPlace(text: string, numbers: readonly string[]): Position {
  for (const [name, { place }] of readFrontMatter(text).fields) {
    if (numbers.includes(name)) {
      return { line: place.line, column: place.startColumn };
    }
  }
  const rows = text.split(/\r?\n/);
  const [step] = readSteps(text).steps;
  if (step) {
    const above = rows.slice(0, step.place.line + 1).findLastIndex((row) => SECTION.test(row));
    return { line: above === -1 ? step.place.line : above, column: 0 };
  }
  const bodyStart = findFrontMatter(text)?.bodyStart ?? 0;
  const body = text.slice(0, bodyStart).split('\n').length - 1;
  const heading = rows.findIndex((row, line) => line >= body && HEADING.test(row));
  return { line: heading === -1 ? Math.min(body, rows.length - 1) : heading, column: 0 };
}
