import type { LongWork } from '../core/long-work';

/** How long the extension host may be kept from its other work at a time. */
const SLICE_IN_MILLISECONDS = 8;

/** Does long work in short slices, and lets the extension host turn to other things between them. */
export async function inSlices<Result>(work: LongWork<Result>): Promise<Result> {
  let until = performance.now() + SLICE_IN_MILLISECONDS;
  let step = work.next();
  while (step.done !== true) {
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve));
      until = performance.now() + SLICE_IN_MILLISECONDS;
    }
    step = work.next();
  }
  return step.value;
}
