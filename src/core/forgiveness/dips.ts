/** A pull that is lighter when it is low, and one that is lighter when it is high. */
const HEAVIER_WHEN_HIGHER: readonly string[] = ['keep-away', 'pay-back'];
const HEAVIER_WHEN_LOWER: readonly string[] = ['wish-well'];

/** Numbers waver by one from day to day; two is a step that its writer remembers. */
const SMALLEST_DIP = 2;

/**
 * Finds the entries at which it became heavier again: the wish to do well is lower, or one of the pulls to keep away
 * and to pay back is higher, by two at least than when its writer last put a number to it. How much time lies between
 * the two does not matter, and neither does what comes after.
 * @param values by the name of the pull, a column each, in the order of the calendar; `null` where no number was given
 * @returns the places of those entries in the columns, in order
 */
export function dipsOf(values: Readonly<Record<string, readonly (number | null)[]>>): readonly number[] {
  const found = new Set<number>();
  const look = (names: readonly string[], isHeavier: (change: number) => boolean): void => {
    for (const name of names) {
      let before: number | undefined;
      for (const [index, value] of (values[name] ?? []).entries()) {
        if (value !== null) {
          if (before !== undefined && isHeavier(value - before)) {
            found.add(index);
          }
          before = value;
        }
      }
    }
  };
  look(HEAVIER_WHEN_LOWER, (change) => change <= -SMALLEST_DIP);
  look(HEAVIER_WHEN_HIGHER, (change) => change >= SMALLEST_DIP);
  return [...found].sort((a, b) => a - b);
}
