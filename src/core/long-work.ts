/** Work that may be left for a while wherever it yields, and gone on with later. */
export type LongWork<Result> = Generator<undefined, Result>;

/** Does all of it without a break. */
export function allAtOnce<Result>(work: LongWork<Result>): Result {
  let step = work.next();
  while (step.done !== true) {
    step = work.next();
  }
  return step.value;
}
