import { randomBytes } from 'node:crypto';

/** How a line that is missing is told. */
export const LOST = 'lost: ';

const LINE = /Line [0-9a-f]{12} of \w+\./g;

/** Every line that anybody wrote in a story, and nobody deleted. */
export class Ledger {
  private readonly lines = new Set<string>();
  private count = 0;

  /** @returns a line that nobody has written before */
  line(author: string): string {
    const line = `Line ${randomBytes(6).toString('hex')} of ${author}.`;
    this.lines.add(line);
    this.count += 1;
    return line;
  }

  /** Someone has deleted a line, and meant it. */
  strike(line: string): void {
    this.lines.delete(line);
  }

  /** How many lines were written so far. */
  get written(): number {
    return this.count;
  }

  /** @returns the lines that a place holds more or less often than once, and those that nobody wrote or someone deleted */
  wrongIn(text: string): readonly string[] {
    const times = new Map<string, number>();
    for (const [line] of text.matchAll(LINE)) times.set(line, (times.get(line) ?? 0) + 1);
    const missing = [...this.lines].filter((line) => !times.has(line)).map((line) => `${LOST}${line}`);
    const repeated = [...times].filter(([line, count]) => count > 1 && this.lines.has(line));
    const revived = [...times.keys()].filter((line) => !this.lines.has(line)).map((line) => `came back: ${line}`);
    return [...missing, ...repeated.map(([line, count]) => `${String(count)} times: ${line}`), ...revived];
  }
}
