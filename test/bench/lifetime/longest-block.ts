import { monitorEventLoopDelay } from 'node:perf_hooks';

const NANOSECONDS_A_MILLISECOND = 1_000_000;

/**
 * Watches for how long the extension host does nothing else, by a timer of one millisecond.
 * @returns ends the watching and gives the longest such time, in milliseconds
 */
export function watchBlocks(): () => Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return async () => {
    // The timer has to come once more, or a block that ends here is not seen.
    await new Promise((resolve) => setTimeout(resolve, 10));
    delay.disable();
    return delay.max / NANOSECONDS_A_MILLISECOND;
  };
}
