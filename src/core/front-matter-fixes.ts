import { isCalendarDate } from './calendar-date';
import { conflictLine } from './conflict';
import type { TextEdit } from './couple-edit';
import { findFrontMatter, readFrontMatter } from './front-matter';
import type { Field } from './front-matter';
import { nearestWord } from './nearest-word';
import { knownKeys, numbersOf } from './note-keys';
import type { Note } from './note';
import type { Place, Problem } from './problem';
import { ROLES } from './role';
import type { Template } from './template';
import { WORD_AHEAD_KEY, WORD_AHEAD_VALUES } from './word-ahead-key';

/** A small change that mends one problem of front matter. */
export interface FrontMatterFix {
  readonly problem: Pick<Problem, 'code' | keyof Place>;
  /** What is written instead, or `undefined` where a line is taken out. */
  readonly written: string | undefined;
  /** The key that it is about. */
  readonly key: string;
  readonly edit: TextEdit;
}

/**
 * Finds what can be mended in the front matter of a note without guessing what its writer meant. Each fix changes one
 * key, one value, or takes one line out.
 * @param text the whole note as it stands in the editor
 * @param note what its name says
 * @param variants all variants of its template
 * @param problems of this very text; one that does not fit the text any more is passed over
 */
export function frontMatterFixes(
  text: string,
  note: Pick<Note, 'date'>,
  variants: readonly Template[],
  problems: readonly Problem[],
): readonly FrontMatterFix[] {
  const span = findFrontMatter(text);
  if (!span?.closed || conflictLine(text) !== -1) {
    return [];
  }
  const { fields } = readFrontMatter(text);
  const source: Source = { text, starts: lineStarts(text, span.bodyStart), fields, date: note.date, variants };
  return problems.flatMap((problem) => {
    const fix = fixOf(source, problem);
    return fix && leavesTheRest(source, fix) ? [fix] : [];
  });
}

/** The text, with what was read of it. */
interface Source {
  readonly text: string;
  readonly starts: readonly number[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly date: string | undefined;
  readonly variants: readonly Template[];
}

function fixOf(source: Source, problem: Problem): FrontMatterFix | undefined {
  const [key = ''] = problem.details;
  const field = source.fields.get(key);
  switch (problem.code) {
    case 'key-twice':
      return withoutLine(source, problem, key);
    case 'key-unknown':
      return field && replaced(source, problem, key, field.key, knownKeyFor(source, key));
    case 'value-out-of-range':
    case 'value-not-a-number':
      return field && replaced(source, problem, key, field.place, numberFor(source, key, field));
    case 'value-not-a-date':
      return field && replaced(source, problem, key, field.place, dateFor(source, field));
    case 'value-not-allowed':
      return field && replaced(source, problem, key, field.place, allowedFor(key, field));
    default:
      return undefined;
  }
}

/** Whether every other key says what it said; YAML knows more ways to be laid out than one thinks of. */
function leavesTheRest({ text, fields }: Source, { key, problem, written, edit }: FrontMatterFix): boolean {
  const after = readFrontMatter(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  const isRenamed = problem.code === 'key-unknown';
  const changed = problem.code === 'key-twice' ? undefined : key;
  const othersOf = (all: ReadonlyMap<string, Field>, apart: string | undefined): string =>
    JSON.stringify([...all].flatMap(([name, { value }]) => (name === apart ? [] : [[name, value]])));
  return (
    after.problems.every(({ code }) => code === 'key-twice') &&
    othersOf(after.fields, isRenamed ? written : changed) === othersOf(fields, changed)
  );
}

function replaced(
  source: Source,
  problem: Problem,
  key: string,
  place: Place,
  written: string | undefined,
): FrontMatterFix | undefined {
  const lineStart = source.starts[place.line];
  const isHere = place.line === problem.line && place.startColumn === problem.startColumn;
  if (written === undefined || lineStart === undefined || !isHere || place.endColumn <= place.startColumn) {
    return undefined;
  }
  const edit = { start: lineStart + place.startColumn, end: lineStart + place.endColumn, text: written };
  return { problem, written, key, edit };
}

/** A key that stands twice, where its value ends on its line and no other key stands there. */
function withoutLine({ text, starts }: Source, problem: Problem, key: string): FrontMatterFix | undefined {
  const [start, end] = [starts[problem.line], starts[problem.line + 1]];
  if (start === undefined || end === undefined || problem.startColumn !== 0) {
    return undefined;
  }
  // What goes on in the next line is for the writer to sort out.
  const goesOn = /^(?:[ \t]|-(?!--[ \t]*\r?$))/.test(text.slice(end).split('\n', 1)[0] ?? '');
  if (!text.startsWith(`${key}:`, start) || goesOn) {
    return undefined;
  }
  return { problem, written: undefined, key, edit: { start, end, text: '' } };
}

function knownKeyFor({ fields, variants }: Source, key: string): string | undefined {
  const free = [...knownKeys(variants)].filter((known) => !fields.has(known));
  return nearestWord(key, free);
}

function numberFor({ variants }: Source, key: string, { value }: Field): string | undefined {
  const range = numbersOf(variants).get(key);
  const number = typeof value === 'number' ? value : typeof value === 'string' ? numberIn(value) : undefined;
  if (!range || number === undefined || !Number.isFinite(number)) {
    return undefined;
  }
  return String(Math.min(Math.max(number, range.min), range.max));
}

/** A number that is written as text: "7", "7,5", "7/10". */
function numberIn(text: string): number | undefined {
  const match = /^\s*(-?\d{1,6})(?:[.,](\d{1,6}))?(?:\s*\/\s*10)?\s*$/.exec(text);
  return match ? Number(`${match[1] ?? ''}.${match[2] ?? '0'}`) : undefined;
}

/** The same day written as it should be, or the day in the name of the note. */
function dateFor({ date }: Source, { value }: Field): string | undefined {
  const match = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(String(value).trim());
  const [, year = '', month = '', day = ''] = match ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(written) ? written : date;
}

function allowedFor(key: string, { value }: Field): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const allowed = key === 'role' ? ROLES : key === WORD_AHEAD_KEY ? Object.values(WORD_AHEAD_VALUES) : [];
  return nearestWord(value, allowed);
}

function lineStarts(text: string, end: number): readonly number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  return starts;
}
