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

/** What is done to so many items takes far less than a slice, and far longer than to ask whether the slice is over. */
const ITEMS_AT_ONCE = 64;

/** Does something to each item, and yields now and then. */
export function* withEach<Item>(items: Iterable<Item>, act: (item: Item) => void): LongWork<void> {
  let count = 0;
  for (const item of items) {
    act(item);
    count += 1;
    if (count % ITEMS_AT_ONCE === 0) {
      yield;
    }
  }
}
