// How weights are written: whole numbers of small steps, by the alphabet, so that a change can be read.

/** @typedef {import('./engine.mjs').Engine} Engine */

const MOST = 127;

/**
 * @param {ReadonlyMap<number, Float64Array>} weights
 * @param {(number: number) => string} nameOf
 * @param {Engine} engine
 * @returns {string} one line each: what is weighed, a tab, and a whole number an outcome
 */
export function writtenWeights(weights, nameOf, { WEIGHT_STEP }) {
  const lines = [...weights].flatMap(([number, row]) => {
    const steps = [...row].map((weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight / WEIGHT_STEP))));
    return steps.every((step) => step === 0) ? [] : [`${nameOf(number)}\t${steps.join(' ')}`];
  });
  return `${lines.sort().join('\n')}\n`;
}
