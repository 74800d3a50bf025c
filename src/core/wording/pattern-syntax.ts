import { formsOf } from './word-forms';

/**
 * What a pattern asks of one token: one of these words, or, where `isExcept` holds, any word but these. Marks that are
 * no words (`,` `?` `!` `;` `"` `^` `$`) are asked for like words, and are never any word.
 */
export interface TokenTest {
  readonly words: ReadonlySet<string>;
  readonly isExcept: boolean;
}

/** A pattern as a tree. */
export type Shape =
  | { readonly kind: 'token'; readonly test: TokenTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Shape[] }
  | { readonly kind: 'choice'; readonly parts: readonly Shape[] }
  | { readonly kind: 'repeat'; readonly part: Shape; readonly least: number; readonly most: number };

/** What the patterns of one language may name. */
export interface PatternWords {
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly irregular: ReadonlyMap<string, readonly string[]>;
  /** The lists that were read already. */
  readonly read: Map<string, Shape>;
  /** How a word is written out: `don't` is `do not`. */
  readonly spellOut: (word: string) => readonly string[];
}

/** Marks that the text is cut at. They stand in patterns as they stand here. */
export const MARKS: ReadonlySet<string> = new Set([',', ';', '?', '!', '"', '^', '$']);

/** After these a clause begins: the start of the sentence, a mark, or a word that joins. */
const CLAUSE_STARTS = ['^', ',', ';', '"', 'and', 'but', 'so', 'because', 'then', 'well', 'cos', 'since', 'yet'];
/** Here one ends. */
const CLAUSE_ENDS = ['$', ',', ';', '?', '!', '"', 'and', 'but', 'so', 'because', 'then'];
/** What turns the meaning round is never passed over by `..3`. */
const NEGATIONS = ['not', 'never', 'no'];
const MOST_ANY = 12;
const DEEPEST_LIST = 8;
const PIECE = /\s+|[()|?]|\.\.\.|\.\.\d+|[^\s()|?]+/gy;

/**
 * Reads a pattern. Its pieces, parted by spaces: a word; `word~`, in all its forms; `@list`; `_`, any word; `..3`, up
 * to three words, not, never and no left out; `...`, anything within the sentence; `,` `;` `"` and `/?` (a question mark) as marks; `^` and `$`,
 * the sentence's start and end; `<` and `>`, a clause's; `!word`, `!@list` or `!(a|b)`, any word but these. `(a b|c)` groups and
 * chooses, `?` after a piece makes it optional.
 *
 * @throws `Error` with plain words where it cannot be read
 */
export function readPattern(source: string, words: PatternWords): Shape {
  return new PatternReader(source, words, 0).read();
}

class PatternReader {
  private readonly pieces: readonly string[];
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly words: PatternWords,
    private readonly depth: number,
  ) {
    this.pieces = (source.match(PIECE) ?? []).filter((piece) => piece.trim() !== '');
    if (depth > DEEPEST_LIST) {
      throw new Error(`Lists name each other: ${source}`);
    }
  }

  read(): Shape {
    const shape = this.choice();
    if (this.at < this.pieces.length) {
      throw new Error(`A bracket is missing: ${this.source}`);
    }
    return shape;
  }

  private choice(): Shape {
    const parts = [this.sequence()];
    while (this.pieces[this.at] === '|') {
      this.at += 1;
      parts.push(this.sequence());
    }
    return choiceOf(parts);
  }

  private sequence(): Shape {
    const parts: Shape[] = [];
    for (let piece = this.pieces[this.at]; piece !== undefined && piece !== '|' && piece !== ')';) {
      this.at += 1;
      const part = piece === '(' ? this.group() : this.isLeavingOut(piece) ? this.leftOut() : this.piece(piece);
      if (this.pieces[this.at] === '?') {
        this.at += 1;
        parts.push({ kind: 'repeat', part, least: 0, most: 1 });
      } else {
        parts.push(part);
      }
      piece = this.pieces[this.at];
    }
    if (parts.length === 0) {
      throw new Error(`A part is empty: ${this.source}`);
    }
    return sequenceOf(parts);
  }

  private group(): Shape {
    const inside = this.choice();
    if (this.pieces[this.at] !== ')') {
      throw new Error(`A bracket is missing: ${this.source}`);
    }
    this.at += 1;
    return inside;
  }

  private isLeavingOut(piece: string): boolean {
    return piece === '!' && this.pieces[this.at] === '(';
  }

  private leftOut(): Shape {
    this.at += 1;
    return exceptWordsOf(this.group(), this.source);
  }

  private piece(piece: string): Shape {
    if (piece === '...') {
      return { kind: 'repeat', part: token(['^', '$'], true, true), least: 0, most: Infinity };
    }
    if (piece.startsWith('..')) {
      const most = Math.min(Number(piece.slice(2)), MOST_ANY);
      return { kind: 'repeat', part: token(NEGATIONS, true), least: 0, most };
    }
    switch (piece) {
      case '_':
        return token([], true);
      case '<':
        return token(CLAUSE_STARTS);
      case '>':
        return token(CLAUSE_ENDS);
      case '/':
        return token(['?']);
    }
    if (piece.startsWith('!') && piece !== '!') {
      return exceptWordsOf(this.named(piece.slice(1)), this.source);
    }
    return this.named(piece);
  }

  private named(piece: string): Shape {
    if (piece.startsWith('@')) {
      return this.list(piece.slice(1));
    }
    if (piece.endsWith('~')) {
      return token(formsOf(piece.slice(0, -1), this.words.irregular));
    }
    if (MARKS.has(piece)) {
      return token([piece]);
    }
    return sequenceOf(this.words.spellOut(piece.toLowerCase()).map((word) => token([word])));
  }

  private list(name: string): Shape {
    const known = this.words.read.get(name);
    if (known) {
      return known;
    }
    const entries = this.words.lists.get(name);
    if (!entries) {
      throw new Error(`There is no list @${name}: ${this.source}`);
    }
    const shape = choiceOf(entries.map((entry) => new PatternReader(entry, this.words, this.depth + 1).read()));
    this.words.read.set(name, shape);
    return shape;
  }
}

function exceptWordsOf(shape: Shape, source: string): Shape {
  if (shape.kind !== 'token' || shape.test.isExcept) {
    throw new Error(`Only single words can be left out: ${source}`);
  }
  return token(shape.test.words, true);
}

function token(words: Iterable<string>, isExcept = false, takesMarks = false): Shape {
  const all = new Set(words);
  if (isExcept && !takesMarks) {
    MARKS.forEach((mark) => all.add(mark));
  }
  return { kind: 'token', test: { words: all, isExcept } };
}

function sequenceOf(parts: readonly Shape[]): Shape {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'sequence', parts };
}

/** A choice, with all single words in one test: a list of hundreds of words is then one step for the matcher. */
function choiceOf(parts: readonly Shape[]): Shape {
  const words = new Set<string>();
  const others: Shape[] = [];
  for (const part of parts.flatMap((one) => (one.kind === 'choice' ? one.parts : [one]))) {
    if (part.kind === 'token' && !part.test.isExcept) {
      part.test.words.forEach((word) => words.add(word));
    } else {
      others.push(part);
    }
  }
  const all = words.size > 0 ? [token(words), ...others] : others;
  const [only] = all;
  return only && all.length === 1 ? only : { kind: 'choice', parts: all };
}

/** The same pattern, read from its end. */
export function reversed(shape: Shape): Shape {
  switch (shape.kind) {
    case 'token':
      return shape;
    case 'sequence':
      return { kind: 'sequence', parts: shape.parts.map(reversed).reverse() };
    case 'choice':
      return { kind: 'choice', parts: shape.parts.map(reversed) };
    case 'repeat':
      return { ...shape, part: reversed(shape.part) };
  }
}
