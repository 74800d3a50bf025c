const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const FIRST_CHUNK = [0x49, 0x48, 0x44, 0x52];
/** What every PNG ends with: an empty chunk of the kind IEND, with its checksum. */
const END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const FIRST_CHUNK_START = 12;
/** The signature, a first chunk of 13 bytes of content, and the end. */
const SHORTEST = 8 + 25 + END.length;

/**
 * Reads what the page says is a PNG.
 * @param base64 its bytes, with nothing before them
 * @returns the bytes, or `undefined` where they are no whole PNG
 */
export function readPng(base64: string): Uint8Array | undefined {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const isWhole =
    bytes.length >= SHORTEST &&
    holdsAt(bytes, 0, SIGNATURE) &&
    holdsAt(bytes, FIRST_CHUNK_START, FIRST_CHUNK) &&
    holdsAt(bytes, bytes.length - END.length, END);
  return isWhole ? bytes : undefined;
}

function holdsAt(bytes: Uint8Array, start: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[start + index] === byte);
}
