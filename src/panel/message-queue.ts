import type { ToPage } from './protocol';

/** What the page shows. */
const SHOWN: readonly ToPage['type'][] = ['timeline', 'reflection'];

/**
 * Sends messages to a page that comes and goes. What is posted while there is no page waits for it, the newest of each
 * type. What the page shows is remembered besides, so that a page that is loaded anew gets it again.
 */
export class MessageQueue {
  private readonly shown = new Map<ToPage['type'], ToPage>();
  private readonly waiting = new Map<ToPage['type'], ToPage>();
  private isReady = false;

  constructor(private readonly send: (message: ToPage) => void) {}

  /**
   * Sends a message now, or as soon as there is a page.
   * @param shorter says the same to a page that has heard everything before
   */
  post(message: ToPage, shorter: ToPage = message): void {
    const { type } = message;
    if (SHOWN.includes(type)) {
      this.shown.set(type, message);
    } else if (!this.isReady) {
      this.waiting.delete(type);
      this.waiting.set(type, message);
    }
    if (this.isReady) {
      this.send(shorter);
    }
  }

  /** A page has said that it listens: it gets what it is to show, then what waits. */
  open(): void {
    this.isReady = true;
    const messages = [...SHOWN.flatMap((type) => this.shown.get(type) ?? []), ...this.waiting.values()];
    this.waiting.clear();
    for (const message of messages) {
      this.send(message);
    }
  }

  /** The page is gone. */
  close(): void {
    this.isReady = false;
  }

  /** Whether there is something that a page which comes now would show. */
  get holdsShown(): boolean {
    return this.shown.size > 0;
  }

  /** What was last posted for the page to show is true no longer, and no page gets it any more. */
  forgetShown(): void {
    this.shown.clear();
  }
}
