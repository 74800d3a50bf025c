import type { FileStamp } from './shard';

const NUMBERS = 3;
const FIRST_ROOM = 1_024;

/** The stamps of many files, by path, in a third of the memory that objects of their own would take. */
export class FileStamps {
  private readonly places = new Map<string, number>();
  private readonly free: number[] = [];
  private numbers = new Float64Array(FIRST_ROOM * NUMBERS);

  get size(): number {
    return this.places.size;
  }

  paths(): Iterable<string> {
    return this.places.keys();
  }

  get(path: string): FileStamp | undefined {
    const place = this.places.get(path);
    if (place === undefined) {
      return undefined;
    }
    const [modified = NaN, changed = NaN, size = NaN] = this.numbers.subarray(place, place + NUMBERS);
    return { modified, changed, size };
  }

  set(path: string, { modified, changed, size }: FileStamp): void {
    const place = this.places.get(path) ?? this.free.pop() ?? this.places.size * NUMBERS;
    if (place >= this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.places.set(path, place);
    this.numbers[place] = modified;
    this.numbers[place + 1] = changed;
    this.numbers[place + 2] = size;
  }

  /** @returns whether there was one */
  delete(path: string): boolean {
    const place = this.places.get(path);
    if (place !== undefined) {
      this.free.push(place);
    }
    return this.places.delete(path);
  }
}
