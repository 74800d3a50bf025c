// Runs pieces of work side by side.

/** How many at once: as many as the smallest machine has cores on which all of this is to run in time. */
const LANES = 2;

/**
 * Does pieces of work, a few at once, begun in the order given.
 *
 * @template T
 * @param {readonly (() => Promise<T>)[]} works
 * @returns {Promise<T[]>} what they give, in the same order; the first error passes through
 */
export async function inLanes(works) {
  /** @type {T[]} */
  const results = [];
  const waiting = [...works.entries()];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, work] = next;
        results[index] = await work();
      }
    }),
  );
  return results;
}
