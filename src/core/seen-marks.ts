import type { Note } from './note';
import { textHash } from './text-hash';

const RADIX = 36;
const OTHER_FACTOR = 0x85ebca6b;
/** As many bits above the lower 32 as a number of JavaScript holds exactly. */
const UPPER_BITS = 0x1f_ffff;

/** Notes are replaced, never changed, so that each keeps its mark. */
const marks = new WeakMap<Note, number>();

/** @returns a number that stands for a note as it is now: its path and what is in it, neither of which it tells */
export function seenMark(note: Note): number {
  const known = marks.get(note);
  if (known !== undefined) {
    return known;
  }
  const text = `${note.path}\n${note.fingerprint}`;
  const mark = (textHash(text, OTHER_FACTOR) & UPPER_BITS) * 2 ** 32 + textHash(text);
  marks.set(note, mark);
  return mark;
}

/** @returns marks as one text, which the editor keeps many times as fast as a list. */
export function seenText(seen: Iterable<number>): string {
  return [...seen].map((mark) => mark.toString(RADIX)).join(' ');
}

/** Reads what `seenText` gave. */
export function readSeen(text: string): ReadonlySet<number> {
  return new Set(text.split(' ').flatMap((mark) => (mark === '' ? [] : [parseInt(mark, RADIX)])));
}
