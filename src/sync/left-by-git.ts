import type { FileOnDisk } from './port';

const MARKER = /^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$/;

/**
 * Whether a file in conflict is still what git wrote there: it was not written since git ended its merge, and every
 * line is a marker of git's or stands in one of the sides.
 * @param written when git ended its merge, in milliseconds since 1970
 * @param sides the three sides that git holds
 */
export function isLeftByGit(file: FileOnDisk, written: number, sides: readonly (Uint8Array | undefined)[]): boolean {
  if (file.modified > written) {
    return false;
  }
  const known = new Set(sides.flatMap((side) => (side ? linesOf(side) : [])));
  return linesOf(file.bytes).every((line) => known.has(line) || MARKER.test(line));
}

function linesOf(bytes: Uint8Array): readonly string[] {
  // Latin 1 keeps every byte apart, whatever the encoding is.
  return new TextDecoder('latin1').decode(bytes).split(/\r*\n/);
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/**
 * Gives bytes the line ends that git gives files in this folder: a repository may hold line feeds and a folder both.
 * @param file as git wrote it
 * @param bytes of the same file as it goes into the repository
 */
export function withLineEndsOf(file: Uint8Array, bytes: Uint8Array): Uint8Array {
  return hasOnlyPairs(file) && !bytes.includes(CARRIAGE_RETURN) ? withPairs(bytes) : bytes;
}

function hasOnlyPairs(bytes: Uint8Array): boolean {
  return (
    bytes.includes(LINE_FEED) &&
    bytes.every((byte, index) => byte !== LINE_FEED || bytes[index - 1] === CARRIAGE_RETURN)
  );
}

function withPairs(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => (byte === LINE_FEED ? [CARRIAGE_RETURN, LINE_FEED] : [byte])));
}
