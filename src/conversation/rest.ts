import { isLongEnough } from '../core/conversation/pause';
import { askToEndBreak, askWhenToGoOn } from './questions';

/** A break, as long as the window lives: nothing of it is kept anywhere, and nothing rings. */
export class Rest {
  private time: string | undefined;

  constructor(private readonly began: Date) {}

  /** When the two want to go on, in words; `undefined` where they left it open. */
  get until(): string | undefined {
    return this.time;
  }

  /** Asks when the two go on; asked again, it moves that time. Who turns the question down leaves it as it is. */
  async askUntil(): Promise<void> {
    this.time = (await askWhenToGoOn(new Date())) ?? this.time;
  }

  /** @returns whether it ends now; where it was short, the two are asked */
  async mayEnd(): Promise<boolean> {
    return isLongEnough(this.began, new Date()) || (await askToEndBreak());
  }
}
