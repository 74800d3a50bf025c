/** A value of three texts: of the one that both grew from, and of both. */
export interface Three<T> {
  readonly base: T;
  readonly first: T;
  readonly second: T;
}

/** Applies a function to all three. */
export function mapThree<T, U>(three: Three<T>, change: (value: T) => U): Three<U> {
  return { base: change(three.base), first: change(three.first), second: change(three.second) };
}

/**
 * Whose value stays: the changed one, where only one side changed it.
 * @returns `undefined` where both changed it, and differently
 */
export function sideOfChange<T>(
  { base, first, second }: Three<T>,
  isSame: (one: T, other: T) => boolean = Object.is,
): 'first' | 'second' | undefined {
  if (isSame(first, second) || isSame(second, base)) {
    return 'first';
  }
  return isSame(first, base) ? 'second' : undefined;
}

/** @returns the value that stays, or `undefined` where both changed it, and differently. */
export function changed<T>(three: Three<T>): T | undefined {
  const side = sideOfChange(three);
  return side && three[side];
}
