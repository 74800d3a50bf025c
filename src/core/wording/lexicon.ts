import type { TokenKind, Vocabulary } from './vocabulary';

/** How the words of a language are written, as wording.yaml tells it. */
export interface Spelling {
  /** Words that stand for others: `dont` for `do not`, `allways` for `always`. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  /** What an ending after a word stands for: `n't` for `not`. The longest one wins. */
  readonly endings: readonly (readonly [ending: string, words: readonly string[]])[];
  /** After these words `'s` stands for `is`; after all others it says whose. */
  readonly isAfter: ReadonlySet<string>;
}

const LONGEST_WORD = 30;
const SHORTEST_DOUBLED = 5;
const MOST_REMEMBERED = 20_000;

/**
 * How a word is written out: `don't` is `do not`, `mother's` is `mother 's`.
 * @param word in lower case, with straight apostrophes
 */
export function spellOut(word: string, { spellings, endings, isAfter }: Spelling): readonly string[] {
  const known = spellings.get(word);
  if (known || word === "'s" || !word.includes("'")) {
    return known ?? [word];
  }
  if (word.endsWith("'s") && word.length > 2) {
    const stem = word.slice(0, -2);
    return [stem, isAfter.has(stem) ? 'is' : "'s"];
  }
  const ending = endings.find(([suffix]) => word.endsWith(suffix) && word.length > suffix.length);
  return ending ? [word.slice(0, -ending[0].length), ...ending[1]] : [word.replaceAll("'", '')];
}

/** Knows the kinds of tokens that a word stands for. */
export class Lexicon {
  private readonly withoutDoubles = new Map<string, string>();
  private remembered = new Map<string, readonly TokenKind[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly spelling: Spelling,
  ) {
    for (const word of [...vocabulary.words(), ...spelling.spellings.keys()]) {
      if (word.length >= SHORTEST_DOUBLED) {
        this.withoutDoubles.set(undoubled(word), word);
      }
    }
  }

  /**
   * @param written a word as it stands in a text
   * @returns one kind or more; 0 for what no pattern names
   */
  kindsOf(written: string): readonly TokenKind[] {
    const known = this.remembered.get(written);
    if (known) {
      return known;
    }
    const kinds = written.length > LONGEST_WORD ? [0] : this.lookUp(written.toLowerCase().replace(/[’‘ʼ`´]/g, "'"));
    if (this.remembered.size >= MOST_REMEMBERED) {
      this.remembered = new Map();
    }
    this.remembered.set(written, kinds);
    return kinds;
  }

  private lookUp(word: string): readonly TokenKind[] {
    const kinds = spellOut(word, this.spelling).map((part) => this.vocabulary.kindOf(part));
    if (kinds.some((kind) => kind !== undefined)) {
      return kinds.map((kind) => kind ?? 0);
    }
    const meant = word.length >= SHORTEST_DOUBLED ? this.withoutDoubles.get(undoubled(word)) : undefined;
    return meant === undefined
      ? kinds.map(() => 0)
      : spellOut(meant, this.spelling).map((part) => this.vocabulary.kindOf(part) ?? 0);
  }
}

/** Doubled letters are what people most often get wrong. */
function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}
