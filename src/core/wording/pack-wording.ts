import { ONE_BYTE, packNumbers, packParts } from './packed-numbers';
import { BAR, isWord, MIDDLE, RARE } from './unpack-wording';
import { WEIGHED_BESIDE_WORDS } from './weighed-words';
import { OUTCOMES } from './word-weights';
import type { WeighedRow } from './word-weights';

/** A word, or what stands between two; what JSON escapes is never parted. */
const PIECE = /\p{L}[\p{L}'-]*|(?:\\.|\P{L})+/gu;

/** A row of weights: what is weighed is a word, or one after another. */
interface Row {
  readonly word: string;
  readonly before: string | undefined;
  readonly steps: Int8Array;
}

/**
 * Makes what `unpackWording` reads.
 * @param patterns what wording.yaml holds, but for what the product does not need
 * @throws `RangeError` where there are too many words
 * @public asked when the product is built
 */
export function packWording(patterns: unknown, weights: Iterable<WeighedRow>): Uint8Array {
  const written = withoutBars(JSON.stringify(patterns).match(PIECE) ?? []);
  const rows = Array.from(weights, rowOf);
  const pieces = sortedPieces(
    written,
    rows.flatMap(({ word, before }) => [word, ...(before === undefined ? [] : [before])]),
  );
  const numbers = new Map(pieces.map((piece, number) => [piece, number]));
  const numberOf = (piece = ''): number => numbers.get(piece) ?? 0;
  const words = sortedWords(rows, numberOf);
  const places = new Map(words.map((word, index) => [word, index + 1]));
  const placeOf = (word: string | undefined): number => (word === undefined ? 0 : (places.get(word) ?? 0));
  const sorted = rows.sort(
    (one, other) => placeOf(one.word) - placeOf(other.word) || placeOf(one.before) - placeOf(other.before),
  );
  const counts = countsOf(sorted.map(({ word }) => word));
  const differences = sorted.map(({ word, before }, index) => {
    const last = sorted[index - 1];
    return placeOf(before) - (last?.word === word ? placeOf(last.before) : 0);
  });
  return packParts([
    new TextEncoder().encode(pieces.join('\n')),
    packNumbers(written.map(numberOf)),
    packNumbers(
      words.map((word, index) => (numberOf(word) - numberOf(words[index - 1]) + pieces.length) % pieces.length),
    ),
    packNumbers([...words.map((word) => counts.get(word) ?? 0), ...differences]),
    ...packWeights(sorted),
  ]);
}

function rowOf([weighed, row]: WeighedRow): Row {
  const [first = '', second] = WEIGHED_BESIDE_WORDS.has(weighed) ? [weighed] : weighed.split(' ');
  return second === undefined
    ? { word: first, before: undefined, steps: row }
    : { word: second, before: first, steps: row };
}

function withoutBars(pieces: readonly string[]): readonly string[] {
  const isBetweenWords = (index: number): boolean => isWord(pieces[index - 1] ?? '') && isWord(pieces[index + 1] ?? '');
  return pieces.filter((piece, index) => piece !== BAR || !isBetweenWords(index));
}

/** Each once, by the alphabet, but first those that take one byte: the most frequent ones. */
function sortedPieces(written: readonly string[], weighed: readonly string[]): readonly string[] {
  const counts = countsOf(written);
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([piece]) => piece);
  const frequent = new Set(byCount.slice(0, ONE_BYTE));
  const others = [...new Set([...written, ...weighed])].filter((piece) => !frequent.has(piece));
  return [...[...frequent].sort(), ...others.sort()];
}

/** The more pairs a word ends, the earlier it stands: small numbers then name most of the words before others. */
function sortedWords(rows: readonly Row[], numberOf: (word: string) => number): readonly string[] {
  const ends = countsOf(rows.flatMap(({ word, before }) => (before === undefined ? [] : [word])));
  const all = new Set(rows.flatMap(({ word, before }) => [word, ...(before === undefined ? [] : [before])]));
  const endsOf = (word: string): number => ends.get(word) ?? 0;
  return [...all].sort((one, other) => endsOf(other) - endsOf(one) || numberOf(one) - numberOf(other));
}

function countsOf(pieces: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** @returns the weights, and the rare ones. */
function packWeights(rows: readonly Row[]): readonly [Uint8Array, Uint8Array] {
  const bits = ({ steps: row }: Row, outcome: number): number => {
    const held = (row[outcome] ?? 0) + MIDDLE;
    return held < 0 || held >= RARE ? RARE : held;
  };
  const weights = OUTCOMES.flatMap((_, outcome) =>
    outcome % 2 === 0
      ? rows.map((row) => (bits(row, outcome) << 4) | (outcome + 1 < OUTCOMES.length ? bits(row, outcome + 1) : 0))
      : [],
  );
  const rare = rows.flatMap((row) => [...row.steps].filter((_, outcome) => bits(row, outcome) === RARE));
  return [Uint8Array.from(weights), Uint8Array.from(rare)];
}
