/**
 * Keeps a draft, one writing after the other, so that an older one can never come last. A writing that has not begun
 * gives way to a newer one.
 */
export class DraftKeeper {
  private running: Promise<unknown> = Promise.resolve();
  private newest = 0;
  private isKept = true;

  /**
   * Writes the draft once everything before it is over, unless a newer one waits by then.
   * @throws what the writing throws
   */
  async keep(write: () => Promise<void>): Promise<void> {
    this.newest += 1;
    const number = this.newest;
    await this.after(async () => {
      if (number !== this.newest) {
        return;
      }
      this.isKept = false;
      await write();
      this.isKept = true;
    });
  }

  /**
   * Does what makes the draft needless, once it is written: what it held is saved, or not wanted any more.
   * @throws what the work throws
   */
  async end<T>(work: () => Promise<T>): Promise<T> {
    return await this.after(async () => {
      const result = await work();
      this.isKept = true;
      return result;
    });
  }

  /**
   * Does something once the draft is written.
   * @throws what the work throws
   */
  async after<T>(work: () => Promise<T>): Promise<T> {
    const result = this.running.then(work);
    this.running = result.then(
      () => undefined,
      () => undefined,
    );
    return await result;
  }

  /** @returns once nothing is being written any more, whether the newest draft could be written */
  async flush(): Promise<boolean> {
    let last: Promise<unknown> | undefined;
    while (last !== this.running) {
      last = this.running;
      await last;
    }
    return this.isKept;
  }
}
