import { conflictLine } from '../conflict';
import { decodeNote } from '../note-bytes';
import { changed } from './three-way';

/** A text without the ways in which it is written into a file. */
export interface WrittenText {
  /** With line feeds, and without a byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
  /** `undefined` where there is one line only. */
  readonly lineEnd: '\n' | '\r\n' | undefined;
  /** Whether the last line has an end; `undefined` where there is no line. */
  readonly isEnded: boolean | undefined;
}

/** @returns `undefined` for what no merge may touch: no UTF-8, too large, in conflict, or with lone carriage returns. */
export function readWritten(bytes: Uint8Array): WrittenText | undefined {
  const decoded = decodeNote(bytes);
  if (!decoded.readable || conflictLine(decoded.text) !== -1 || /\r(?!\n)/.test(decoded.text)) {
    return undefined;
  }
  const hasMark = decoded.text.startsWith('\uFEFF');
  const text = decoded.text.slice(hasMark ? 1 : 0).replaceAll('\r\n', '\n');
  const ends = text.split('\n').length - 1;
  const windowsEnds = decoded.text.split('\r\n').length - 1;
  return {
    text,
    hasMark,
    lineEnd: ends === 0 ? undefined : windowsEnds * 2 > ends ? '\r\n' : '\n',
    isEnded: text === '' ? undefined : text.endsWith('\n'),
  };
}

/** @returns the lines of a text; an end of the last line opens no further one. */
export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** @returns the bytes of merged lines, written as both sides write, or as the one that changed it. */
export function writeMerged(
  lines: readonly string[],
  base: WrittenText | undefined,
  first: WrittenText,
  second: WrittenText,
): Uint8Array {
  const wayOf = <T>(way: (text: WrittenText) => T | undefined, otherwise: T): T => {
    const one = way(first) ?? way(second);
    const other = way(second) ?? one;
    const before = base === undefined ? undefined : way(base);
    // Where nothing stood before, none of the two is a change of it.
    const stays =
      before === undefined && one !== other ? undefined : changed({ base: before, first: one, second: other });
    return stays ?? otherwise;
  };
  const lineEnd = wayOf((text) => text.lineEnd, '\n');
  const lastEnd = wayOf((text) => text.isEnded, true) && lines.length > 0 ? lineEnd : '';
  const mark = wayOf((text) => text.hasMark, false) ? '\uFEFF' : '';
  return new TextEncoder().encode(`${mark}${lines.join(lineEnd)}${lastEnd}`);
}
