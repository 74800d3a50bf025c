import type { TokenKind, Vocabulary } from './vocabulary';
import { UNKNOWN_WORD } from './weighed-words';
import type { WordNumber, WordNumbers } from './weighed-words';

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

/** One word, written out: what the patterns see of it, and what is weighed. */
export interface LexiconWord {
  readonly kind: TokenKind;
  readonly number: WordNumber;
}

const TOO_LONG: readonly LexiconWord[] = [{ kind: 0, number: UNKNOWN_WORD }];

/** Knows the words that a written one stands for. */
export class Lexicon {
  private readonly withoutDoubles = new Map<string, string>();
  private remembered = new Map<string, readonly LexiconWord[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly spelling: Spelling,
    private readonly numbers: WordNumbers,
  ) {
    for (const word of [...vocabulary.words(), ...spelling.spellings.keys()]) {
      if (word.length >= SHORTEST_DOUBLED) {
        this.withoutDoubles.set(undoubled(word), word);
      }
    }
  }

  /** @returns the same, with words numbered otherwise. */
  numberedBy(numbers: WordNumbers): Lexicon {
    return new Lexicon(this.vocabulary, this.spelling, numbers);
  }

  /**
   * @param written a word as it stands in a text
   * @returns one word or more; their kind is 0 where no pattern names them
   */
  wordsOf(written: string): readonly LexiconWord[] {
    const known = this.remembered.get(written);
    if (known) {
      return known;
    }
    const words =
      written.length > LONGEST_WORD ? TOO_LONG : this.lookUp(written.toLowerCase().replace(/[’‘ʼ`´]/g, "'"));
    if (this.remembered.size >= MOST_REMEMBERED) {
      this.remembered = new Map();
    }
    this.remembered.set(written, words);
    return words;
  }

  /** @returns a mark, such as a comma or the start of a sentence. */
  mark(written: string): LexiconWord {
    return { kind: this.vocabulary.kindOf(written) ?? 0, number: this.numbers.numberOf(written) };
  }

  private lookUp(word: string): readonly LexiconWord[] {
    const parts = spellOut(word, this.spelling);
    if (parts.some((part) => this.vocabulary.kindOf(part) !== undefined)) {
      return this.all(parts);
    }
    const meant = word.length >= SHORTEST_DOUBLED ? this.withoutDoubles.get(undoubled(word)) : undefined;
    return this.all(meant === undefined ? parts : spellOut(meant, this.spelling));
  }

  private all(words: readonly string[]): readonly LexiconWord[] {
    return words.map((word) => this.mark(word));
  }
}

/** Doubled letters are what people most often get wrong. */
function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}
