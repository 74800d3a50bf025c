import type { TokenTest } from './pattern-syntax';

/** Tokens that no test can tell apart are one kind. Kind 0 is a word that no pattern names. */
export type TokenKind = number;

const FEW_WORDS = 30;

/**
 * Which words the patterns name, and what they ask of a token. Every test is known before the first word is looked up.
 */
export class Vocabulary {
  private readonly tests: TokenTest[] = [];
  private readonly testNumbers = new Map<string, number>();
  private readonly numbered = new Map<TokenTest, number>();
  private readonly testsOfWord = new Map<string, number[]>();
  private readonly kindNumbers = new Map<string, TokenKind>([['', 0]]);
  private readonly kinds = new Map<string, TokenKind>();
  private readonly testsOfKind: ReadonlySet<number>[] = [new Set()];

  /** The number of a test; equal tests of few words have one number. */
  testFor(test: TokenTest): number {
    const number = this.numbered.get(test) ?? this.numberOf(test);
    this.numbered.set(test, number);
    return number;
  }

  private numberOf(test: TokenTest): number {
    const key = keyOf(test);
    const known = key === undefined ? undefined : this.testNumbers.get(key);
    if (known !== undefined) {
      return known;
    }
    const number = this.tests.push(test) - 1;
    if (key !== undefined) {
      this.testNumbers.set(key, number);
    }
    for (const word of test.words) {
      const tests = this.testsOfWord.get(word);
      if (tests) {
        tests.push(number);
      } else {
        this.testsOfWord.set(word, [number]);
      }
    }
    return number;
  }

  /** @returns the kind of a word or a mark, or `undefined` for one that no pattern names. */
  kindOf(word: string): TokenKind | undefined {
    const known = this.kinds.get(word);
    if (known !== undefined) {
      return known;
    }
    const tests = this.testsOfWord.get(word);
    if (!tests) {
      return undefined;
    }
    const key = tests.join(',');
    const kind = this.kindNumbers.get(key) ?? this.testsOfKind.push(new Set(tests)) - 1;
    this.kindNumbers.set(key, kind);
    this.kinds.set(word, kind);
    return kind;
  }

  /** Whether a token of this kind passes a test. */
  passes(kind: TokenKind, test: number): boolean {
    return this.tests[test]?.isExcept !== this.testsOfKind[kind]?.has(test);
  }

  /** The tests that name a token of this kind, whether it passes them or not. */
  testsOf(kind: TokenKind): ReadonlySet<number> {
    return this.testsOfKind[kind] ?? new Set();
  }

  /** Whether a test asks for any word but some. */
  isExcepting(test: number): boolean {
    return this.tests[test]?.isExcept === true;
  }

  /** Every word that a pattern names. */
  words(): IterableIterator<string> {
    return this.testsOfWord.keys();
  }
}

/** What tells a test from all others; nothing for one of many words, of which there is seldom a second. */
function keyOf({ words, isExcept }: TokenTest): string | undefined {
  return words.size > FEW_WORDS ? undefined : `${isExcept ? '!' : ''}${[...words].sort().join(' ')}`;
}
