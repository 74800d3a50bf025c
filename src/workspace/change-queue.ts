import type * as vscode from 'vscode';

/** Changes that come close together are handled as one. */
const QUIET_IN_MILLISECONDS = 60;

/**
 * Gathers changed paths and hands them on in batches, one batch after the other, so that two readings of one file
 * can never end in the wrong order.
 */
export class ChangeQueue implements vscode.Disposable {
  private readonly waiting = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  constructor(
    private readonly handle: (paths: readonly string[]) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Adds a path; it is handled after a short quiet. */
  add(path: string): void {
    this.waiting.add(path);
    if (this.timer === undefined && !this.isDisposed) {
      this.timer = setTimeout(() => void this.flush(), QUIET_IN_MILLISECONDS);
    }
  }

  /** Handles what waits now. @returns when it and everything before it is handled */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const paths = [...this.waiting];
    this.waiting.clear();
    if (paths.length > 0 && !this.isDisposed) {
      this.running = this.running.then(() => this.handle(paths)).catch(this.onError);
    }
    await this.running;
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.waiting.clear();
  }
}
