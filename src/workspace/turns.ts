/** How long the extension host may be kept from its other work at a time. */
const TURN_IN_MILLISECONDS = 8;

/** When the work that is being done now began; all that is done in one turn of the host counts together. */
let begunAt: number | undefined;

/** Node has this: sooner than a timer, and after everything that had waited before. */
const { setImmediate: immediately } = globalThis as { readonly setImmediate?: (task: () => void) => unknown };
const next = immediately ?? ((task: () => void) => setTimeout(task));

/** Lets the extension host do what else waits for it. */
export async function turnOfOthers(): Promise<void> {
  await new Promise<void>((resolve) => {
    // Twice, because the first may still come before timers and messages that have waited.
    next(() => {
      next(resolve);
    });
  });
}

/** Whether long work has kept the host for long enough; the clock starts with the first question of a turn. */
export function isTurnOver(): boolean {
  const now = performance.now();
  if (begunAt === undefined) {
    begunAt = now;
    next(() => {
      begunAt = undefined;
    });
  }
  return now > begunAt + TURN_IN_MILLISECONDS;
}

/** Rests once the turn is over. Where that is asked very often, ask `isTurnOver` first: even to wait for nothing takes time. */
export async function restIfTurnIsOver(): Promise<void> {
  // Others who rested as well may have taken up the next turn.
  while (isTurnOver()) {
    await turnOfOthers();
  }
}
