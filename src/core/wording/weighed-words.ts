import { WORDING_FAMILIES, WORDING_SECTIONS } from './wording-types';
import type { WordingFamily, WordingSection } from './wording-types';

/** The number of a word, a mark or a pair of neighbours among all that are weighed. */
export type WordNumber = number;

/** Gives each word its number. */
export interface WordNumbers {
  /** @returns {@link UNKNOWN_WORD} for a word that is not weighed. */
  numberOf(word: string): WordNumber;
}

/** Of words that are not weighed. */
export const UNKNOWN_WORD: WordNumber = 0;
/** What is weighed in every sentence, and of a short and of a long one. */
const ANY_SENTENCE: WordNumber = 1;
const SHORT_SENTENCE: WordNumber = 2;
const LONG_SENTENCE: WordNumber = 3;
const NO_PATTERN: WordNumber = 4;
const FIRST_PATTERN: WordNumber = NO_PATTERN + 1;
const FIRST_SECTION: WordNumber = FIRST_PATTERN + WORDING_FAMILIES.length;
/** Words are numbered from here, pairs far above all words. */
export const FIRST_WORD: WordNumber = FIRST_SECTION + WORDING_SECTIONS.length;
const PAIRS = 2 ** 24;

const SHORT = 5;
const LONG = 18;

/** Those that are no words, by the name under which they stand in the data. */
export const WEIGHED_BESIDE_WORDS: ReadonlyMap<string, WordNumber> = new Map([
  ['(any sentence)', ANY_SENTENCE],
  ['(short sentence)', SHORT_SENTENCE],
  ['(long sentence)', LONG_SENTENCE],
  ['(no pattern)', NO_PATTERN],
  ...WORDING_FAMILIES.map((family, index): [string, WordNumber] => [`(pattern of ${family})`, FIRST_PATTERN + index]),
  ...WORDING_SECTIONS.map((section, index): [string, WordNumber] => [`(section ${section})`, FIRST_SECTION + index]),
]);

/** @returns the number of two words that stand side by side. */
export function pairNumber(first: WordNumber, second: WordNumber): WordNumber {
  return first * PAIRS + second;
}

/** @returns the two words that a number of a pair stands for, or `undefined` for any other. */
export function wordsOfPair(number: WordNumber): readonly [WordNumber, WordNumber] | undefined {
  return number < PAIRS ? undefined : [Math.floor(number / PAIRS), number % PAIRS];
}

/**
 * Everything that is weighed in a sentence, each once: its words and marks, each pair of neighbours, whether it is short
 * or long, and the section.
 * @param numbers of its words, from the mark of its start to that of its end
 */
export function weighedIn(numbers: readonly WordNumber[], section: WordingSection): ReadonlySet<WordNumber> {
  const weighed = new Set([ANY_SENTENCE, FIRST_SECTION + WORDING_SECTIONS.indexOf(section)]);
  const length = numbers.length - 2;
  if (length <= SHORT) {
    weighed.add(SHORT_SENTENCE);
  } else if (length > LONG) {
    weighed.add(LONG_SENTENCE);
  }
  let before = UNKNOWN_WORD;
  numbers.forEach((number, index) => {
    if (number !== UNKNOWN_WORD && index > 0 && index <= length) {
      weighed.add(number);
    }
    if (number !== UNKNOWN_WORD && before !== UNKNOWN_WORD) {
      weighed.add(pairNumber(before, number));
    }
    before = number;
  });
  return weighed;
}

/** What is weighed beside the words: of which families the patterns found something, or that they found nothing. */
export function weighedOfPatterns(families: ReadonlySet<WordingFamily>): readonly WordNumber[] {
  return families.size === 0
    ? [NO_PATTERN]
    : [...families].map((family) => FIRST_PATTERN + WORDING_FAMILIES.indexOf(family));
}
