// The patterns and the weights as they come with the product. The file that holds the product is deflated, and finds
// little that repeats in bare text and digits; this takes a third less there. It has six parts:
//   pieces    every word, and every run of marks between words, one a line, those that the patterns have most often first
//   patterns  their JSON, by the numbers of its pieces; between two words that stand side by side a bar is left out
//   words     what is weighed: by how far each stands below the one before it among the pieces, beginning anew at the end
//   rows      for each of those words how many rows it ends, and then for each of those rows how far the word before it
//             stands below that of the last row, counted from 1: 0 is the word by itself
//   weights   two outcomes a byte, four bits each: for every row the first two, then for every row the next two
//   rare      a byte for each weight that four bits cannot hold, row by row
import type { LongWork } from '../long-work';
import { PackedNumbers, unpackParts } from './packed-numbers';
import { OUTCOMES } from './word-weights';
import type { WeighedRow } from './word-weights';

/** Stands between two words where nothing else is said. */
export const BAR = '|';
/** What four bits hold is a weight and this; where they hold {@link RARE}, the weight is among the rare ones. */
export const MIDDLE = 8;
export const RARE = 15;

/** What a language looks for. */
export interface UnpackedWording {
  /** What wording.yaml holds, but for the examples. */
  readonly patterns: LongWork<unknown>;
  readonly weights: Iterable<WeighedRow>;
}

/** Reads what `packWording` made. Nothing is done before it is asked for. */
export function unpackWording(packed: Uint8Array): UnpackedWording {
  const parts = unpackParts(packed);
  const part = (index: number): Uint8Array => parts[index] ?? new Uint8Array();
  const pieces = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part(0)).split('\n');
  return {
    patterns: patternsOf(pieces, new PackedNumbers(part(1))),
    weights: rowsOf(wordsOf(pieces, new PackedNumbers(part(2))), new PackedNumbers(part(3)), part(4), part(5)),
  };
}

/** Whether a piece is a word, and not what stands between words. */
export function isWord(piece: string): boolean {
  return /^\p{L}/u.test(piece);
}

function* patternsOf(pieces: readonly string[], numbers: PackedNumbers): LongWork<unknown> {
  const areWords = pieces.map(isWord);
  let json = '';
  let isAfterWord = false;
  while (!numbers.isAtEnd) {
    const number = numbers.next();
    const isNowWord = areWords[number] === true;
    json += (isAfterWord && isNowWord ? BAR : '') + (pieces[number] ?? '');
    isAfterWord = isNowWord;
    yield;
  }
  return JSON.parse(json) as unknown;
}

function wordsOf(pieces: readonly string[], numbers: PackedNumbers): readonly string[] {
  const words: string[] = [];
  for (let at = 0; !numbers.isAtEnd;) {
    at = (at + numbers.next()) % pieces.length;
    words.push(pieces[at] ?? '');
  }
  return words;
}

function* rowsOf(
  words: readonly string[],
  numbers: PackedNumbers,
  weights: Uint8Array,
  rare: Uint8Array,
): Iterable<WeighedRow> {
  const counts = words.map(() => numbers.next());
  const weightsOf = rowReader(
    counts.reduce((sum, count) => sum + count, 0),
    weights,
    rare,
  );
  let row = 0;
  for (const [index, word] of words.entries()) {
    let before = 0;
    for (let left = counts[index] ?? 0; left > 0; left -= 1) {
      before += numbers.next();
      yield [before === 0 ? word : `${words[before - 1] ?? ''} ${word}`, weightsOf(row)];
      row += 1;
    }
  }
}

/** @returns what reads the weights of a row; rows must be asked for in their order. */
function rowReader(count: number, weights: Uint8Array, rare: Uint8Array): (row: number) => Int8Array {
  const bytes = new Int8Array(rare);
  let met = 0;
  return (row) =>
    Int8Array.from(OUTCOMES, (_, outcome) => {
      const both = weights[Math.floor(outcome / 2) * count + row] ?? 0;
      const bits = outcome % 2 === 0 ? both >> 4 : both & 15;
      if (bits !== RARE) {
        return bits - MIDDLE;
      }
      met += 1;
      return bytes[met - 1] ?? 0;
    });
}
