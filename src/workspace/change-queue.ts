import type * as vscode from 'vscode';

/** Changes that come close together are handled as one. */
const QUIET_IN_MILLISECONDS = 60;
/** So many at once are a burst, as when git checks out another commit: more of it is on the way. */
const BURST = 100;
const QUIET_AFTER_BURST_IN_MILLISECONDS = 400;
/** Whoever writes without a pause is read all the same. */
const LONGEST_WAIT_IN_MILLISECONDS = 3000;

/**
 * Gathers changed paths and hands them on in batches, one batch after the other, so that two readings of one file
 * can never end in the wrong order. The first change after a quiet is handed on at once, a burst as one batch.
 */
export class ChangeQueue implements vscode.Disposable {
  private readonly waiting = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;
  private latest = -Infinity;
  private isDisposed = false;

  constructor(
    private readonly handle: (paths: readonly string[]) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Adds a path that somebody is at, such as a text that is being typed; it is handled after a short quiet. */
  add(path: string): void {
    this.takeIn(path, QUIET_IN_MILLISECONDS);
  }

  /** Adds a path that a watcher tells of. After a quiet it is handled as soon as all that it tells at once is known. */
  addAtOnce(path: string): void {
    this.takeIn(path, performance.now() - this.latest > QUIET_IN_MILLISECONDS ? 0 : QUIET_IN_MILLISECONDS);
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

  private takeIn(path: string, wait: number): void {
    const now = performance.now();
    if (this.waiting.size === 0) {
      this.waitingSince = now;
      if (wait === 0) {
        queueMicrotask(() => {
          this.flushSmall();
        });
      } else {
        this.flushLater(wait);
      }
    }
    this.latest = now;
    this.waiting.add(path);
  }

  private flushLater(wait: number): void {
    clearTimeout(this.timer);
    if (!this.isDisposed) {
      this.timer = setTimeout(() => {
        this.flushSmall();
      }, wait);
    }
  }

  /** Waits for the end of a burst; whatever is less is handled now. */
  private flushSmall(): void {
    const now = performance.now();
    const isBurst = this.waiting.size >= BURST && now - this.waitingSince < LONGEST_WAIT_IN_MILLISECONDS;
    const quiet = QUIET_AFTER_BURST_IN_MILLISECONDS - (now - this.latest);
    if (isBurst && quiet > 0) {
      this.flushLater(quiet);
    } else {
      void this.flush();
    }
  }
}
