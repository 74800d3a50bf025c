import type { Note } from './note';
import { textHash } from './text-hash';

/** So many bytes at once are no trouble for any engine’s arguments. */
const CHUNK = 4_096;
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
export function seenText(seen: readonly number[]): string {
  const bytes = new Uint8Array(Float64Array.from(seen).buffer);
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}

/** Reads what `seenText` gave; of anything else, nothing. */
export function readSeen(text: string): ReadonlySet<number> {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new Set(new Float64Array(bytes.buffer));
  } catch {
    return new Set();
  }
}
