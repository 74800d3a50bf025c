// Multinomial logistic regression with steps that shrink for what is met often (Duchi and others, 2011, "Adaptive
// subgradient methods"), averaged over the later rounds (Polyak and Juditsky, 1992).

/** @typedef {import('./engine.mjs').Engine} Engine */
/** @typedef {ReadonlyMap<number, Float64Array>} Weights one an outcome, by what is weighed */

/**
 * @typedef {object} Example some sentences, of which one is meant
 * @property {number} outcome the index of what is expected among the outcomes
 * @property {readonly Evidence[]} sentences
 */

/**
 * @typedef {object} Evidence of one sentence
 * @property {readonly number[]} weighed
 * @property {Float64Array} [before] what is added to the sum of each outcome
 */

/**
 * @typedef {object} Settings
 * @property {number} seldom what is met less often is left out
 * @property {number} rounds
 * @property {number} step
 * @property {number} shrinking
 */

/** The first rounds learn from one sentence at a time: where there are more, nobody said which one is meant. */
const ROUNDS_OF_ONE = 3;
const ROUNDS_NOT_AVERAGED = 5;

/**
 * @param {readonly Example[]} examples
 * @param {Settings} settings
 * @param {Engine} engine
 * @returns {Weights}
 */
export function regress(examples, { seldom, rounds, step, shrinking }, { OUTCOMES, shares }) {
  const silent = OUTCOMES.length - 1;
  const weights = emptyWeights(examples, seldom, OUTCOMES.length);
  const squares = new Map([...weights.keys()].map((number) => [number, new Float64Array(OUTCOMES.length).fill(0.001)]));
  const leaning = (/** @type {Evidence} */ evidence) => shares(sumsOf(evidence, weights, OUTCOMES.length));
  const random = randomNumbers();
  const averages = new Map([...weights.keys()].map((number) => [number, new Float64Array(OUTCOMES.length)]));
  for (let round = 0; round < rounds; round++) {
    const labelled = examples.flatMap(({ outcome, sentences }) => {
      if (sentences.length === 1 || outcome === silent) return sentences.map((evidence) => ({ evidence, outcome }));
      if (round < ROUNDS_OF_ONE) return [];
      const chances = sentences.map((evidence) => leaning(evidence)[outcome] ?? 0);
      const meant = chances.indexOf(Math.max(...chances));
      return sentences.map((evidence, index) => ({ evidence, outcome: index === meant ? outcome : silent }));
    });
    for (const { evidence, outcome } of shuffled(labelled, random)) {
      const chances = leaning(evidence);
      for (const number of evidence.weighed) {
        const row = weights.get(number);
        const sums = squares.get(number);
        if (!row || !sums) continue;
        for (let index = 0; index < row.length; index++) {
          const weight = row[index] ?? 0;
          const miss = (chances[index] ?? 0) - (index === outcome ? 1 : 0);
          const gradient = miss + (shrinking * weight) / evidence.weighed.length;
          const sum = (sums[index] ?? 0) + gradient * gradient;
          sums[index] = sum;
          row[index] = weight - (step * gradient) / Math.sqrt(sum);
        }
      }
    }
    if (round >= ROUNDS_NOT_AVERAGED) addTo(averages, weights, 1 / (rounds - ROUNDS_NOT_AVERAGED));
  }
  return averages;
}

/**
 * @param {Weights} sums
 * @param {Weights} weights
 * @param {number} share
 */
function addTo(sums, weights, share) {
  weights.forEach((row, number) => {
    const sum = sums.get(number);
    row.forEach((weight, index) => sum && (sum[index] = (sum[index] ?? 0) + weight * share));
  });
}

/**
 * @param {Evidence} evidence
 * @param {Weights} weights
 * @param {number} outcomes how many there are
 * @returns {Float64Array} the sum of each outcome
 */
export function sumsOf({ weighed, before }, weights, outcomes) {
  const sums = before ? Float64Array.from(before) : new Float64Array(outcomes);
  for (const number of weighed) {
    weights.get(number)?.forEach((weight, outcome) => (sums[outcome] = (sums[outcome] ?? 0) + weight));
  }
  return sums;
}

/**
 * @param {readonly Example[]} examples
 * @param {number} seldom
 * @param {number} outcomes
 * @returns {Weights} for whatever is not seldom
 */
function emptyWeights(examples, seldom, outcomes) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const number of examples.flatMap(({ sentences }) => sentences.flatMap(({ weighed }) => weighed))) {
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return new Map(
    [...counts].flatMap(([number, count]) => (count < seldom ? [] : [[number, new Float64Array(outcomes)]])),
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
