import type { Lexicon, LexiconWord } from './lexicon';
import { findQuotations } from './quotations';
import type { TokenKind } from './vocabulary';
import type { WordNumber } from './weighed-words';

/** A sentence as tokens, from `^` to `$`. The four lists are of one length. */
export interface Sentence {
  readonly kinds: readonly TokenKind[];
  readonly numbers: readonly WordNumber[];
  /** Offsets of each token in the text, UTF-16; a mark without width has one offset twice. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many written words there are, and how many of them some pattern names. */
  readonly words: number;
  readonly knownWords: number;
}

/** A longer sentence is cut: it was not written as one. */
const MOST_TOKENS = 200;
const PIECE =
  /(?<word>[\p{L}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{N}]+)*)|(?<dots>…|\.\.\.+)|(?<end>[.!?])|(?<comma>[,()[\]/])|(?<pause>[;:—–]|--+|(?<=\s)-(?=\s))|(?<gap>\n[ \t\r]*(?:\n|[-+*•]\s|\d+[.)]\s))/gu;
const ABBREVIATIONS: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'vs', 'eg', 'ie', 'approx', 'no']);

/**
 * Cuts a text into sentences and gives each to `visit`. What is quoted is one mark, `"`. One pass over the text.
 */
export function eachSentence(text: string, lexicon: Lexicon, visit: (sentence: Sentence) => void): void {
  new SentenceReader(text, lexicon, visit).read();
}

class SentenceReader {
  private kinds: TokenKind[] = [];
  private numbers: WordNumber[] = [];
  private starts: number[] = [];
  private ends: number[] = [];
  private words = 0;
  private knownWords = 0;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
    private readonly visit: (sentence: Sentence) => void,
  ) {}

  read(): void {
    let from = 0;
    for (const { start, end } of findQuotations(this.text)) {
      this.readPlain(from, start);
      this.mark('"', start, end);
      from = end;
    }
    this.readPlain(from, this.text.length);
    this.finish(this.text.length);
  }

  private readPlain(from: number, to: number): void {
    if (from === to) {
      return;
    }
    const plain = this.text.slice(from, to);
    for (const match of plain.matchAll(PIECE)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (match.groups?.word !== undefined) {
        this.word(match[0], start, end);
      } else if (match.groups?.comma !== undefined) {
        this.mark(',', start, end);
      } else if (match.groups?.pause !== undefined) {
        this.mark(';', start, end);
      } else if (match.groups?.gap !== undefined) {
        this.finish(start);
      } else {
        this.stop(match[0], start, end);
      }
    }
  }

  private word(written: string, start: number, end: number): void {
    let known = false;
    for (const word of this.lexicon.wordsOf(written)) {
      this.push(word, start, end);
      known ||= word.kind !== 0;
    }
    this.words += 1;
    this.knownWords += known ? 1 : 0;
  }

  private stop(written: string, start: number, end: number): void {
    if (written.length > 1 || written === '…') {
      if (/^\s+\p{Ll}/u.test(this.text.slice(end, end + 3))) {
        this.mark(',', start, end);
        return;
      }
    } else if (written === '.' && this.isInside(start, end)) {
      return;
    } else if (written !== '.') {
      this.mark(written, start, end);
    }
    this.finish(start);
  }

  /** Whether a full stop stands within a number, a name or an abbreviation. */
  private isInside(start: number, end: number): boolean {
    if (/[\p{L}\p{N}]/u.test(this.text.charAt(end))) {
      return true;
    }
    const word = /[\p{L}.]{0,8}$/u.exec(this.text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
    return (
      (word.length === 1 && word.toLowerCase() !== 'i') || word.includes('.') || ABBREVIATIONS.has(word.toLowerCase())
    );
  }

  private mark(written: string, start: number, end: number): void {
    if (this.kinds.length > 0 || written === '"') {
      this.push(this.lexicon.mark(written), start, end);
    }
  }

  private push(word: LexiconWord, start: number, end: number): void {
    if (this.kinds.length === 0) {
      this.add(this.lexicon.mark('^'), start, start);
    }
    this.add(word, start, end);
    if (this.kinds.length >= MOST_TOKENS) {
      this.finish(end);
    }
  }

  private add({ kind, number }: LexiconWord, start: number, end: number): void {
    this.kinds.push(kind);
    this.numbers.push(number);
    this.starts.push(start);
    this.ends.push(end);
  }

  private finish(at: number): void {
    if (this.words > 0) {
      this.add(this.lexicon.mark('$'), at, at);
      const { kinds, numbers, starts, ends, words, knownWords } = this;
      this.visit({ kinds, numbers, starts, ends, words, knownWords });
    }
    this.kinds = [];
    this.numbers = [];
    this.starts = [];
    this.ends = [];
    this.words = this.knownWords = 0;
  }
}
