import type { LongWork } from '../core/long-work';
import { isTurnOver, restIfTurnIsOver } from './turns';

/** Does long work in short slices, and lets the extension host turn to other things between them. */
export async function inSlices<Result>(work: LongWork<Result>): Promise<Result> {
  let step = work.next();
  while (step.done !== true) {
    if (isTurnOver()) {
      await restIfTurnIsOver();
    }
    step = work.next();
  }
  return step.value;
}
