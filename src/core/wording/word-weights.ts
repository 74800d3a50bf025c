import type { LongWork } from '../long-work';
import { WORDING_FAMILIES } from './wording-types';
import type { WordingFamily, WordingSection } from './wording-types';
import {
  FIRST_WORD,
  pairNumber,
  UNKNOWN_WORD,
  WEIGHED_BESIDE_WORDS,
  weighedIn,
  weighedOfPatterns,
} from './weighed-words';
import type { WordNumber, WordNumbers } from './weighed-words';

/** What a sentence can be, as weights tell it apart: a family, or nothing to speak of. */
export const OUTCOMES: readonly (WordingFamily | 'silent')[] = [...WORDING_FAMILIES, 'silent'];

/** Where a sentence leans. */
export interface Leaning {
  /** How far towards nothing to speak of, from 0 to 1. */
  readonly silent: number;
  /** The family to which it leans most. */
  readonly family: WordingFamily;
}

/** What is weighed, by its name in the file of weights, and its weights: whole steps, one an outcome. */
export type WeighedRow = readonly [weighed: string, steps: Int8Array];

/**
 * How much one step of a written weight is worth.
 * @public asked by the script that learns weights
 */
export const WEIGHT_STEP = 1 / 8;

/**
 * How much each word, each pair of neighbours and each finding of the patterns speaks for each outcome, as it was learnt
 * from labelled sentences (`npm run weigh`): multinomial logistic regression.
 */
export class WordWeights implements WordNumbers {
  private readonly words = new Map<string, WordNumber>();
  private readonly rows = new Map<WordNumber, Int8Array>();

  static *of(rows: Iterable<WeighedRow>): LongWork<WordWeights> {
    const all = new WordWeights();
    for (const [weighed, steps] of rows) {
      all.rows.set(all.numberFor(weighed), steps);
      yield;
    }
    return all;
  }

  numberOf(word: string): WordNumber {
    return this.words.get(word) ?? UNKNOWN_WORD;
  }

  /**
   * @param numbers of the words of a sentence, from the mark of its start to that of its end
   * @param families in which the patterns found something in it
   */
  lean(numbers: readonly WordNumber[], section: WordingSection, families: ReadonlySet<WordingFamily>): Leaning {
    const sums = new Float64Array(OUTCOMES.length);
    for (const number of [...weighedIn(numbers, section), ...weighedOfPatterns(families)]) {
      this.rows.get(number)?.forEach((weight, outcome) => {
        sums[outcome] = (sums[outcome] ?? 0) + weight * WEIGHT_STEP;
      });
    }
    return leaningOf(shares(sums));
  }

  private numberFor(weighed: string): WordNumber {
    const beside = WEIGHED_BESIDE_WORDS.get(weighed);
    if (beside !== undefined) {
      return beside;
    }
    const [first = '', second] = weighed.split(' ');
    return second === undefined ? this.known(first) : pairNumber(this.known(first), this.known(second));
  }

  private known(word: string): WordNumber {
    const number = this.words.get(word) ?? FIRST_WORD + this.words.size;
    this.words.set(word, number);
    return number;
  }
}

/** @param text the file of weights: a line each, what is weighed, a tab, and one whole number an outcome */
export function* writtenRows(text: string): Iterable<WeighedRow> {
  for (const line of text.split('\n')) {
    const [weighed, weights] = line.split('\t');
    if (weighed !== undefined && weights !== undefined) {
      yield [weighed, Int8Array.from(weights.split(' '), Number)];
    }
  }
}

/**
 * The sums of weights as shares that make one together.
 * @public asked by the script that learns weights
 */
export function shares(sums: Float64Array): Float64Array {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

function leaningOf(all: Float64Array): Leaning {
  const most = Math.max(...WORDING_FAMILIES.map((_, index) => all[index] ?? 0));
  const family = WORDING_FAMILIES.find((_, index) => all[index] === most) ?? WORDING_FAMILIES[0];
  return { silent: all[OUTCOMES.length - 1] ?? 0, family };
}
