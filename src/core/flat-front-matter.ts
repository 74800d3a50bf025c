import type { Field, FlatValue } from './front-matter';
import type { Place } from './problem';
import { VISIBLE } from './visible-characters';

/** Front matter that is longer was not written the usual way. */
const LONGEST = 4_096;

const COMMENT = `#[ ${VISIBLE}]*`;
/** In a plain value no `#`, and a colon only where nobody could take it for that of a key. */
const LATER = `(?:(?![#:])[${VISIBLE}]|:(?=[A-Za-z0-9]))`;
const FIRST = `(?:[A-Za-z0-9~]|-(?=[0-9])|(?![!-~])[${VISIBLE}])`;
const PLAIN = `${FIRST}${LATER}*(?: +${LATER}+)*`;
const QUOTED = `"(?:(?!["\\\\])[ ${VISIBLE}])*"|'(?:(?!')[ ${VISIBLE}])*'`;
const ITEM = '[A-Za-z][A-Za-z0-9_-]*';
const LIST = `\\[(?:${ITEM}(?:, *${ITEM})*)?\\]`;

/** One line with its end: a key with a value, a key with none, a comment, or nothing. */
const LINE = new RegExp(
  `(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?:( +)(${PLAIN}|${QUOTED}|${LIST})?(?: *(?<= )${COMMENT}| *))?|${COMMENT})?\\r?\\n`,
  'y',
);

/** Of all that the core schema takes for a number, what people write; the rest is left to the full reader. */
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
/** A day, and the name of a note, which begins with one. Neither is a number. */
const DAY = /^\d{4}-\d\d-\d\d(?:-[A-Za-z0-9.-]*)?$/;

/**
 * Reads front matter that is as flat as it usually is: on each line a key with a plain or a quoted value, a list of
 * words, or nothing, and comments. Some ten times as fast as the full reader, and it says exactly what that would say.
 * @param text the whole file, whose second line is the first of the YAML
 * @param start UTF-16 offset where the YAML begins
 * @param end UTF-16 offset where it ends, at the beginning of a line
 * @returns the fields, or `undefined` where anything is not proved to be as simple as that
 */
export function readFlatMap(text: string, start: number, end: number): ReadonlyMap<string, Field> | undefined {
  if (end - start > LONGEST) {
    return undefined;
  }
  const fields = new Map<string, Field>();
  LINE.lastIndex = start;
  for (let line = 1; LINE.lastIndex < end; line += 1) {
    const match = LINE.exec(text);
    if (!match) {
      return undefined;
    }
    const [, name, gap = '', written = ''] = match;
    if (name === undefined) {
      continue;
    }
    const value = valueOf(written);
    if (value === undefined || fields.has(name) || typeof wordOf(name) !== 'string') {
      return undefined;
    }
    const from = name.length + 1 + gap.length;
    fields.set(name, { value, key: place(line, 0, name.length), place: place(line, from, from + written.length) });
  }
  return LINE.lastIndex === end ? fields : undefined;
}

function place(line: number, startColumn: number, endColumn: number): Place {
  return { line, startColumn, endColumn };
}

/** @returns the value, or `undefined` for one that is left to the full reader */
function valueOf(written: string): FlatValue {
  const first = written.charAt(0);
  if (first === '"' || first === "'") {
    return written.slice(1, -1);
  }
  if (first === '[') {
    return written === '[]'
      ? []
      : written
          .slice(1, -1)
          .split(',')
          .map((item) => wordOf(item.trim()));
  }
  // Every number of the core schema that can come this far begins with one of these.
  if ((first >= '0' && first <= '9') || first === '-') {
    return NUMBER.test(written) ? parseFloat(written) : DAY.test(written) ? written : undefined;
  }
  return wordOf(written);
}

/** What the core schema makes of a word that is no number. */
function wordOf(word: string): string | boolean | null {
  switch (word) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return word;
  }
}
