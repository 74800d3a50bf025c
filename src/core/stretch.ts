/** Where two lists differ: from one place on, up to where each of them ends to. */
export interface Stretch {
  readonly at: number;
  readonly endBefore: number;
  readonly endNow: number;
}

/**
 * Finds the one stretch outside of which two lists are the same.
 * @param before the length of one list
 * @param now the length of the other
 * @param isSame whether an item of the one list is an item of the other, by their places
 */
export function stretchBetween(before: number, now: number, isSame: (before: number, now: number) => boolean): Stretch {
  const fewer = Math.min(before, now);
  let at = 0;
  while (at < fewer && isSame(at, at)) {
    at += 1;
  }
  let after = 0;
  while (after < fewer - at && isSame(before - 1 - after, now - 1 - after)) {
    after += 1;
  }
  return { at, endBefore: before - after, endNow: now - after };
}

/** The same for lists whose items are the same objects or are not: for many thousands, much faster than with a function. */
export function stretchBetweenLists<Item>(before: readonly Item[], now: readonly Item[]): Stretch {
  const fewer = Math.min(before.length, now.length);
  let at = 0;
  while (at < fewer && before[at] === now[at]) {
    at += 1;
  }
  let after = 0;
  while (after < fewer - at && before[before.length - 1 - after] === now[now.length - 1 - after]) {
    after += 1;
  }
  return { at, endBefore: before.length - after, endNow: now.length - after };
}
