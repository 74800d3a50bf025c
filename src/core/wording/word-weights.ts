import { WORDING_FAMILIES } from './wording-types';
import type { WordingFamily, WordingSection } from './wording-types';
import { FIRST_WORD, pairNumber, UNKNOWN_WORD, WEIGHED_BESIDE_WORDS, weighedIn } from './weighed-words';
import type { WordNumber, WordNumbers } from './weighed-words';

/** What a sentence can be, as weights tell it apart: a family, or nothing to speak of. */
export const OUTCOMES: readonly (WordingFamily | 'silent')[] = [...WORDING_FAMILIES, 'silent'];

/** How far the words of a sentence lean, each share from 0 to 1. */
export interface Leaning {
  /** Towards nothing to speak of. */
  readonly silent: number;
  /** The family they lean to most, and how far. */
  readonly family: WordingFamily;
  readonly share: number;
}

/** How much one step of a written weight is worth. */
export const WEIGHT_STEP = 1 / 16;

/**
 * How much each word and each pair of neighbours speaks for each outcome, as it was learnt from labelled sentences
 * (`npm run weigh`): multinomial logistic regression.
 */
export class WordWeights implements WordNumbers {
  private readonly words = new Map<string, WordNumber>();
  private readonly rows = new Map<WordNumber, Int8Array>();

  /** @param text the file of weights: a line each, what is weighed, a tab, and one whole number an outcome */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const [weighed, weights] = line.split('\t');
      if (weighed !== undefined && weights !== undefined) {
        this.rows.set(this.numberFor(weighed), Int8Array.from(weights.split(' '), Number));
      }
    }
  }

  numberOf(word: string): WordNumber {
    return this.words.get(word) ?? UNKNOWN_WORD;
  }

  /** @param numbers of the words of a sentence, from the mark of its start to that of its end */
  lean(numbers: readonly WordNumber[], section: WordingSection): Leaning {
    const sums = new Float64Array(OUTCOMES.length);
    for (const number of weighedIn(numbers, section)) {
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

/** The sums of weights as shares that make one together. */
export function shares(sums: Float64Array): Float64Array {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

function leaningOf(all: Float64Array): Leaning {
  let best: { readonly family: WordingFamily; readonly share: number } = { family: 'criticism', share: 0 };
  WORDING_FAMILIES.forEach((family, index) => {
    const share = all[index] ?? 0;
    best = share > best.share ? { family, share } : best;
  });
  return { silent: all[OUTCOMES.length - 1] ?? 0, ...best };
}
