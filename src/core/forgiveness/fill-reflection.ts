import { conflictLine } from '../conflict';
import { findFrontMatter, readFrontMatter, textOf } from '../front-matter';
import { LARGEST_NOTE_IN_BYTES } from '../note-bytes';
import { yamlScalar } from '../scaffold';
import { readSteps } from '../steps';
import { writingPlace } from '../writing-place';
import { asMarkdown, literally, replaced, tidied } from './answer-text';
import type { Replacement } from './answer-text';

/** What somebody has put into the form. */
export interface ReflectionValues {
  /** By the name of a number. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words of the front matter, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** By the id of a step. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Steps of a template that are answered by the numbers at the top of the note. */
export const STEPS_OF_NUMBERS: ReadonlySet<string> = new Set(['pulls', 'numbers']);

/** @returns whether somebody wrote anything but space. */
export function isAnswered(answer: string | undefined): answer is string {
  return answer !== undefined && tidied(answer).trim() !== '';
}

/**
 * Fills in a note that was made from its template a moment ago: numbers and words behind their keys, answers below
 * their prompts, and a tick at every step that got one. Nothing that stands in the note is taken away, and the answers
 * cannot change what the note is: steps, numbers and words read back as they were meant, or there is no note.
 * @param text the note, as scaffolded
 * @param values what the note has a place for
 * @returns the note, or `undefined` where it has no place for something, or more was written than a note can hold
 */
export function fillReflection(text: string, values: ReflectionValues): string | undefined {
  const answered = stepsAnswered(text, values);
  for (const write of [asMarkdown, literally]) {
    const filled = filledIn(text, values, answered, write);
    if (filled !== undefined && isAsMeant(text, filled, values, answered)) {
      return filled;
    }
  }
  return undefined;
}

function stepsAnswered(text: string, { numbers, fields, answers }: ReflectionValues): ReadonlySet<string> {
  const ids = Object.keys(answers).filter((id) => isAnswered(answers[id]));
  const chosen = Object.keys(fields).filter((name) => isAnswered(fields[name]));
  const known = new Set(readSteps(text).steps.map(({ id }) => id));
  const byChoice = chosen.filter((name) => known.has(name));
  const byNumbers = Object.keys(numbers).length > 0 ? [...STEPS_OF_NUMBERS].filter((id) => known.has(id)) : [];
  return new Set([...ids, ...byChoice, ...byNumbers]);
}

function filledIn(
  text: string,
  { numbers, fields, answers }: ReflectionValues,
  answered: ReadonlySet<string>,
  write: (answer: string) => string | undefined,
): string | undefined {
  const replacements: Replacement[] = [];
  const given = [
    ...Object.entries(fields).map(([name, value]) => [name, yamlScalar(value.trim())] as const),
    ...Object.entries(numbers).map(([name, value]) => [name, String(value)] as const),
  ];
  for (const [name, value] of given) {
    const place = placeOfValue(text, name);
    if (place === undefined) {
      return undefined;
    }
    replacements.push({ start: place, end: place, text: ` ${value}` });
  }
  for (const { id, ticked, tickOffset } of readSteps(text).steps) {
    if (answered.has(id) && !ticked) {
      replacements.push({ start: tickOffset, end: tickOffset + 1, text: 'x' });
    }
  }
  for (const [id, answer] of Object.entries(answers).filter(([, one]) => isAnswered(one))) {
    const written = write(tidied(answer));
    const place = written === undefined ? undefined : answerAt(text, id, written);
    if (place === undefined) {
      return undefined;
    }
    replacements.push(place);
  }
  return replaced(text, replacements);
}

/** @returns where the value of a key goes that has none yet, before the comment beside it. */
function placeOfValue(text: string, name: string): number | undefined {
  const span = findFrontMatter(text);
  if (!span?.closed) {
    return undefined;
  }
  const yaml = text.slice(span.yamlStart, span.yamlEnd);
  const key = `${name}:`;
  for (const line of yaml.matchAll(/^.*$/gm)) {
    if (line[0].startsWith(key) && /^\s*(?:#.*)?$/.test(line[0].slice(key.length))) {
      return span.yamlStart + line.index + key.length;
    }
  }
  return undefined;
}

/** An answer where one goes on writing in a step's section, with an empty line before it and after it. */
function answerAt(text: string, stepId: string, answer: string): Replacement | undefined {
  const place = writingPlace(text, stepId);
  if (!place) {
    return undefined;
  }
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const rows = text.split(/\r?\n/);
  const isBlank = (line: number): boolean => (rows[line] ?? '').trim() === '';
  const offset = offsetOf(text, place.line) + place.column;
  const before = place.column > 0 ? lineEnd + lineEnd : isBlank(place.line - 1) ? '' : lineEnd;
  const isLast = place.line === rows.length - 1;
  const after = isLast || !isBlank(place.line + 1) ? lineEnd : '';
  return { start: offset, end: offset, text: before + answer.replaceAll('\n', lineEnd) + after };
}

function offsetOf(text: string, line: number): number {
  let offset = 0;
  for (let count = 0; count < line; count += 1) {
    offset = text.indexOf('\n', offset) + 1;
  }
  return offset;
}

/** Whether the note reads back as what was put into it, and its steps as they were before. */
function isAsMeant(
  before: string,
  filled: string,
  { numbers, fields }: ReflectionValues,
  answered: ReadonlySet<string>,
): boolean {
  const [was, is] = [readSteps(before), readSteps(filled)];
  const { fields: head, problems } = readFrontMatter(filled);
  return (
    conflictLine(filled) === -1 &&
    problems.length === 0 &&
    new TextEncoder().encode(filled).length <= LARGEST_NOTE_IN_BYTES &&
    is.problems.length === was.problems.length &&
    is.steps.length === was.steps.length &&
    [...answered].every((id) => is.steps.some((step) => step.id === id)) &&
    was.steps.every((step, index) => {
      const now = is.steps[index];
      return (
        now?.id === step.id &&
        now.label === step.label &&
        now.heading === step.heading &&
        now.ticked === (step.ticked || answered.has(step.id))
      );
    }) &&
    Object.entries(numbers).every(([name, value]) => head.get(name)?.value === value) &&
    Object.entries(fields).every(([name, value]) => textOf(head.get(name)) === value.trim())
  );
}
