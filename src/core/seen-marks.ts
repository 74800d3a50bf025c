import type { Note } from './note';
import { textHash } from './text-hash';

/** So many bytes at once are no trouble for any engine’s arguments. */
const CHUNK = 4_096;
const OTHER_FACTOR = 0x85ebca6b;
/** As many bits above the lower 32 as a number of JavaScript holds exactly. */
const UPPER_BITS = 0x1f_ffff;

/** Notes are replaced, never changed, so that each keeps its mark. */
const marks = new WeakMap<Note, number>();

/** @returns a number that stands for a note as it is now: its path and what is in it, neither of which it tells */
export function seenMark(note: Note): number {
  const known = marks.get(note);
  if (known !== undefined) {
    return known;
  }
  const text = `${note.path}\n${note.fingerprint}`;
  const mark = (textHash(text, OTHER_FACTOR) & UPPER_BITS) * 2 ** 32 + textHash(text);
  marks.set(note, mark);
  return mark;
}

/** The marks of many notes, in a fraction of the memory and of the time that a set of numbers this large would take. */
export class SeenMarks {
  static readonly none = new SeenMarks(new Float64Array());

  private constructor(private readonly sorted: Float64Array) {}

  static of(numbers: Iterable<number>): SeenMarks {
    return new SeenMarks(Float64Array.from(numbers).sort());
  }

  /** Reads what `text` gave; of anything else, nothing. */
  static read(text: string): SeenMarks {
    try {
      const binary = atob(text);
      const bytes = new Uint8Array(binary.length);
      for (let index = 0; index < bytes.length; index += 1) {
        bytes[index] = binary.charCodeAt(index);
      }
      return SeenMarks.of(new Float64Array(bytes.buffer));
    } catch {
      return SeenMarks.none;
    }
  }

  get size(): number {
    return this.sorted.length;
  }

  has(mark: number): boolean {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? NaN) < mark) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.sorted[low] === mark;
  }

  with(more: readonly number[]): SeenMarks {
    return SeenMarks.of([...this.sorted, ...more]);
  }

  only(kept: SeenMarks): SeenMarks {
    return SeenMarks.of(this.sorted.filter((mark) => kept.has(mark)));
  }

  /** As one text, which the editor keeps many times as fast as a list. */
  get text(): string {
    const bytes = new Uint8Array(this.sorted.buffer);
    let text = '';
    for (let start = 0; start < bytes.length; start += CHUNK) {
      text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
    }
    return btoa(text);
  }
}
