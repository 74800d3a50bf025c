import { readPng } from './png';
import type { ToPage } from './protocol';

const LONGEST_WAIT_IN_MILLISECONDS = 15_000;

/** Lets the page make PNGs, which only something that can paint can do. */
export class Rasteriser {
  private readonly asked = new Map<number, (png: string) => void>();
  private count = 0;

  constructor(
    private readonly post: (message: ToPage) => void,
    private readonly longestWait = LONGEST_WAIT_IN_MILLISECONDS,
  ) {}

  /** @returns the PNG of a drawing, or `undefined` where the page is gone, cannot make it or takes too long */
  async png(svg: string, size: { readonly width: number; readonly height: number }): Promise<Uint8Array | undefined> {
    this.count += 1;
    const id = this.count;
    const answer = await new Promise<string>((resolve) => {
      const timer = setTimeout(() => {
        this.answer(id, '');
      }, this.longestWait);
      this.asked.set(id, (png) => {
        clearTimeout(timer);
        resolve(png);
      });
      this.post({ type: 'rasterise', id, svg, width: size.width, height: size.height });
    });
    return readPng(answer);
  }

  /** Takes an answer of the page; one to nothing that was asked is dropped. */
  answer(id: number, png: string): void {
    const take = this.asked.get(id);
    this.asked.delete(id);
    take?.(png);
  }

  /** The page is gone, and answers no more. */
  giveUp(): void {
    for (const id of [...this.asked.keys()]) {
      this.answer(id, '');
    }
  }
}
