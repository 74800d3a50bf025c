/** How long the extension host may be kept from its other work at a time. */
const SLICE_IN_MILLISECONDS = 8;

/** Cuts long work into slices, between which the extension host does what else waits for it. */
export class Slices {
  private until = performance.now() + SLICE_IN_MILLISECONDS;

  /** @param rest gives others their turn, and resolves when the next slice may begin */
  constructor(private readonly rest: () => Promise<unknown> = turnOfOthers) {}

  /** Rests, unless the slice still lasts. */
  async restIfOver(): Promise<void> {
    if (performance.now() > this.until) {
      await this.rest();
      this.until = performance.now() + SLICE_IN_MILLISECONDS;
    }
  }

  /** Whether it is time to rest; asked where even waiting for nothing would take too long. */
  get isOver(): boolean {
    return performance.now() > this.until;
  }
}

/** Lets the extension host do what else waits for it. */
export async function turnOfOthers(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
