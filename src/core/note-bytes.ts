import type { ProblemCode } from './problem';

/** Above this a note is shown and opened, but not read: no hand has written a megabyte of notes in one file. */
export const LARGEST_NOTE_IN_BYTES = 1_000_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the bytes of a file say. `text` starts with the byte order mark if the file does. */
export type DecodedNote =
  | { readonly readable: true; readonly text: string }
  | { readonly readable: false; readonly reason: Extract<ProblemCode, 'not-utf8' | 'nul-byte' | 'too-large'> };

/**
 * Decodes a note strictly: bytes that are not UTF-8 are refused instead of replaced,
 * because an edit computed on replaced text would land on the wrong byte.
 * @param bytes the whole file
 */
export function decodeNote(bytes: Uint8Array): DecodedNote {
  if (bytes.length > LARGEST_NOTE_IN_BYTES) {
    return { readable: false, reason: 'too-large' };
  }
  if (bytes.includes(0)) {
    return { readable: false, reason: 'nul-byte' };
  }
  try {
    return { readable: true, text: UTF8.decode(bytes) };
  } catch {
    return { readable: false, reason: 'not-utf8' };
  }
}

/** @returns the offset in UTF-8 bytes of a UTF-16 offset in the text. */
export function byteOffset(text: string, offset: number): number {
  return new TextEncoder().encode(text.slice(0, offset)).length;
}

/**
 * A short mark of a file's content, to see that it changed: its length and two 32-bit multiplicative hashes
 * in the manner of FNV-1a (Fowler, Noll, Vo), over four bytes at a time. It neither hides the content nor proves it.
 * @param bytes the whole file
 */
export function fingerprint(bytes: Uint8Array): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  const { length } = bytes;
  const ofWords = length - (length % 4);
  // By index, because an iterator takes three times as long, and so does a function of its own for the two lines.
  for (let index = 0; index < ofWords; index += 4) {
    const word =
      at(bytes, index) | (at(bytes, index + 1) << 8) | (at(bytes, index + 2) << 16) | (at(bytes, index + 3) << 24);
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ word, 0x85ebca6b);
  }
  for (let index = ofWords; index < length; index += 1) {
    low = Math.imul(low ^ at(bytes, index), 0x01000193);
    high = Math.imul(high ^ at(bytes, index), 0x85ebca6b);
  }
  return `${length.toString(36)}-${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
