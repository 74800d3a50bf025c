/** A break is at least so long. */
export const SHORTEST_PAUSE_MINUTES = 20;
const MINUTE = 60_000;
const STEP_MINUTES = 5;

/**
 * When to go on after a break, as a suggestion: the first full five minutes that leave the break its length.
 * @param now when the break begins
 * @param minutes how long it is at least
 */
export function timeToGoOn(now: Date, minutes = SHORTEST_PAUSE_MINUTES): Date {
  const step = STEP_MINUTES * MINUTE;
  return new Date(Math.ceil((now.getTime() + Math.max(minutes, SHORTEST_PAUSE_MINUTES) * MINUTE) / step) * step);
}

/** @returns whether a break has been long enough for a flooded body to calm down */
export function isLongEnough(began: Date, now: Date): boolean {
  return now.getTime() - began.getTime() >= SHORTEST_PAUSE_MINUTES * MINUTE;
}
