// Learns in two steps: what the words speak for, and then how much to trust them beside what the patterns find. The second
// step asks only sets that no pattern was written from, and of each set words that were learnt without it (stacking:
// Wolpert, 1992, "Stacked generalization").
import { regress, sumsOf } from './regression.mjs';

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./engine.mjs').ReadItem} ReadItem */
/** @typedef {import('./regression.mjs').Weights} Weights */

/** Rarer words and pairs tell about one writer rather than about the language. */
const WORDS = { seldom: 2, rounds: 20, step: 0.2, shrinking: 0.02 };
const TRUST = { seldom: 1, rounds: 40, step: 0.2, shrinking: 0.002 };
/** Words speak too loud where they were learnt from few sentences. */
const WORDS_COUNT = 0.87;

/**
 * @param {readonly ReadItem[]} items
 * @param {(set: string) => boolean} isUnseen whether no pattern was written from a set
 * @param {Engine} engine
 * @returns {Weights}
 */
export function learn(items, isUnseen, engine) {
  const { OUTCOMES } = engine;
  const unseen = [...new Set(items.map(({ set }) => set))].filter(isUnseen);
  const judged = unseen.flatMap((set) => {
    const words = wordWeights(
      items.filter((item) => item.set !== set),
      engine,
    );
    return items.filter((item) => item.set === set).map((item) => withWords(item, words, engine));
  });
  const trust = regress(judged, TRUST, engine);
  const all = new Map(
    [...wordWeights(items, engine)].map(([number, row]) => [number, row.map((weight) => weight * WORDS_COUNT)]),
  );
  trust.forEach((row, number) => {
    const own = all.get(number) ?? new Float64Array(OUTCOMES.length);
    all.set(
      number,
      own.map((weight, outcome) => weight + (row[outcome] ?? 0)),
    );
  });
  return all;
}

/**
 * @param {readonly ReadItem[]} items
 * @param {Engine} engine
 * @returns {Weights}
 */
function wordWeights(items, engine) {
  const examples = items.map(({ outcome, sentences }) => ({
    outcome,
    sentences: sentences.map(({ words }) => ({ weighed: words })),
  }));
  return regress(examples, WORDS, engine);
}

/**
 * @param {ReadItem} item
 * @param {Weights} weights
 * @param {Engine} engine
 * @returns {import('./regression.mjs').Example} what the words say is given, and what the patterns found is to be weighed
 */
function withWords({ outcome, sentences }, weights, { OUTCOMES }) {
  return {
    outcome,
    sentences: sentences.map(({ words, patterns }) => ({
      weighed: patterns,
      before: sumsOf({ weighed: words }, weights, OUTCOMES.length).map((sum) => sum * WORDS_COUNT),
    })),
  };
}
