// Multinomial logistic regression with steps that shrink for what is met often (Duchi and others, 2011, "Adaptive
// subgradient methods").

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {import('./engine.mjs').WeighedItem} WeighedItem */

/** Rarer words and pairs tell about one writer rather than about the language. */
const SELDOM = 2;
const ROUNDS = 20;
/** The first rounds learn from items of one sentence alone: where there are more, nobody said which one is meant. */
const ROUNDS_OF_ONE = 3;
const STEP = 0.2;
const SHRINKING = 0.02;

/**
 * @param {readonly WeighedItem[]} items
 * @param {Engine} engine
 * @returns {ReadonlyMap<number, Float64Array>} a weight an outcome, by what is weighed
 */
export function learn(items, { OUTCOMES, shares }) {
  const silent = OUTCOMES.length - 1;
  const weights = emptyWeights(items, OUTCOMES.length);
  const gradients = new Map(
    [...weights.keys()].map((number) => [number, new Float64Array(OUTCOMES.length).fill(0.001)]),
  );
  const known = items.map(({ outcome, sentences }) => ({
    outcome,
    sentences: sentences.map((sentence) => sentence.filter((number) => weights.has(number))),
  }));
  const random = randomNumbers();
  const leaning = (/** @type {readonly number[]} */ sentence) => {
    const sums = new Float64Array(OUTCOMES.length);
    for (const number of sentence)
      weights.get(number)?.forEach((weight, outcome) => (sums[outcome] = (sums[outcome] ?? 0) + weight));
    return shares(sums);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const examples = known.flatMap(({ outcome, sentences }) => {
      if (sentences.length === 1 || outcome === silent) return sentences.map((sentence) => ({ sentence, outcome }));
      if (round < ROUNDS_OF_ONE) return [];
      const chances = sentences.map((sentence) => leaning(sentence)[outcome] ?? 0);
      const meant = chances.indexOf(Math.max(...chances));
      return sentences.map((sentence, index) => ({ sentence, outcome: index === meant ? outcome : silent }));
    });
    for (const { sentence, outcome } of shuffled(examples, random)) {
      const chances = leaning(sentence);
      for (const number of sentence) {
        const row = weights.get(number);
        const sums = gradients.get(number);
        if (!row || !sums) continue;
        for (let index = 0; index < row.length; index++) {
          const weight = row[index] ?? 0;
          const gradient = (chances[index] ?? 0) - (index === outcome ? 1 : 0) + (SHRINKING * weight) / sentence.length;
          const sum = (sums[index] ?? 0) + gradient * gradient;
          sums[index] = sum;
          row[index] = weight - (STEP * gradient) / Math.sqrt(sum);
        }
      }
    }
  }
  return weights;
}

/**
 * @param {readonly WeighedItem[]} items
 * @param {number} outcomes how many there are
 * @returns {ReadonlyMap<number, Float64Array>} for whatever is not seldom
 */
function emptyWeights(items, outcomes) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const number of items.flatMap(({ sentences }) => sentences.flat())) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return new Map(
    [...counts].flatMap(([number, count]) => (count < SELDOM ? [] : [[number, new Float64Array(outcomes)]])),
  );
}

/** @returns {() => number} numbers from 0 to 1, the same in every run */
function randomNumbers() {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}

/**
 * @template Value
 * @param {readonly Value[]} values
 * @param {() => number} random
 * @returns {readonly Value[]}
 */
function shuffled(values, random) {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
