/** Random choices that a seed repeats. */
export class Random {
  constructor(private state: number) {}

  /** @returns a whole number from 0 to below a limit */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** @returns whether something happens that does so once in so many times */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** @returns one of them, or `undefined` where there is none */
  of<T>(choices: readonly T[]): T | undefined {
    return choices[this.below(Math.max(choices.length, 1))];
  }
}
