import type { LongWork } from '../core/long-work';
import { Slices } from './slices';

/** Does long work in short slices, and lets the extension host turn to other things between them. */
export async function inSlices<Result>(work: LongWork<Result>): Promise<Result> {
  const slices = new Slices();
  let step = work.next();
  while (step.done !== true) {
    if (slices.isOver) {
      await slices.restIfOver();
    }
    step = work.next();
  }
  return step.value;
}
