import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const SETTLING_MILLISECONDS = 200;

/** @returns the memory of this process without what nothing holds any more, in bytes */
export async function memoryInUse(): Promise<{ readonly resident: number; readonly heap: number }> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What was held by something that waits to be cleared goes the second time.
  for (let time = 0; time < 2; time += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}
