import type { Place } from './problem';

/** Finds lines and columns for offsets of one text, in logarithmic time. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
      this.starts.push(index + 1);
    }
  }

  /** @returns the zero-based line that holds the UTF-16 offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? Infinity) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** @returns the place from `start` to `end` (UTF-16 offsets), cut off at the end of the first line. */
  placeAt(start: number, end = start): Place {
    const line = this.lineAt(start);
    const lineStart = this.starts[line] ?? 0;
    const next = this.starts[line + 1];
    const last = next === undefined ? end : Math.min(end, next - 1);
    return { line, startColumn: start - lineStart, endColumn: Math.max(last, start) - lineStart };
  }
}
