/** So many lists of names are remembered; more than a guide and the habits of two writers have. */
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, readonly string[]>();

/**
 * The numbers of one note, by name. Thousands of notes have the same names, and a map for each takes more memory than
 * all the rest of a note.
 */
export class NoteNumbers implements Iterable<readonly [name: string, value: number]> {
  static readonly none = new NoteNumbers([], []);

  private constructor(
    /** In the order of the note. */
    readonly names: readonly string[],
    /** In the order of the names. */
    readonly values: readonly number[],
  ) {}

  /**
   * @param names each once
   * @param values one for each name
   */
  static of(names: readonly string[], values: readonly number[]): NoteNumbers {
    return names.length === 0 ? NoteNumbers.none : new NoteNumbers(shared(names), values);
  }

  get size(): number {
    return this.names.length;
  }

  get(name: string): number | undefined {
    const index = this.names.indexOf(name);
    return index === -1 ? undefined : this.values[index];
  }

  has(name: string): boolean {
    return this.names.includes(name);
  }

  *[Symbol.iterator](): Generator<readonly [name: string, value: number], void> {
    for (let index = 0; index < this.names.length; index += 1) {
      yield [this.names[index] ?? '', this.values[index] ?? NaN];
    }
  }
}

/** @returns the same list for the same names */
function shared(names: readonly string[]): readonly string[] {
  const key = names.join('\n');
  const known = remembered.get(key) ?? [...names];
  if (remembered.size >= MOST_REMEMBERED) {
    remembered.clear();
  }
  remembered.set(key, known);
  return known;
}
