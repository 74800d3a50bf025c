import type { LongWork } from '../long-work';
import { Lexicon, spellOut } from './lexicon';
import type { Spelling } from './lexicon';
import { Matcher } from './matcher';
import { MARKS, readPattern } from './pattern-syntax';
import type { PatternWords, Shape, TokenTest } from './pattern-syntax';
import { Vocabulary } from './vocabulary';
import { UNKNOWN_WORD } from './weighed-words';
import type { WordNumbers } from './weighed-words';
import type { WordingData } from './wording-data';
import type { WordWeights } from './word-weights';
import { APOLOGY_PARTS, WORDING_FAMILIES, WORDING_SECTIONS } from './wording-types';
import type { ApologyPart, WordingFamily, WordingSection } from './wording-types';

/** A pattern of a family, ready to be looked for. */
export interface Rule {
  readonly family: WordingFamily;
  readonly pattern: string;
  readonly sections: ReadonlySet<WordingSection>;
}

/** What it means that one line of the data was found in a sentence. */
type Meaning =
  | { readonly kind: 'fires'; readonly rule: Rule }
  | { readonly kind: 'spares' | 'spares near' | 'overlaps'; readonly rules: ReadonlySet<Rule> }
  | { readonly kind: 'reported' | 'resumed' | 'parts' }
  | { readonly kind: 'names' | 'does not name'; readonly part: ApologyPart };

/** All lines of wording.yaml in one matcher. */
export interface WordingEngine {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly matcher: Matcher;
  /** By the index that the matcher tells. */
  readonly meanings: readonly Meaning[];
  /** Nothing where a language has no weights: its patterns alone tell then. */
  readonly weighing: WordWeighing | undefined;
}

/** What the weights of words decide, and which rule stands for what only they found. */
export interface WordWeighing {
  readonly weights: WordWeights;
  /** What leans less than this towards nothing to speak of is told. */
  readonly tellBelow: number;
  readonly rules: ReadonlyMap<WordingFamily, Rule>;
}

const NO_NUMBERS: WordNumbers = { numberOf: () => UNKNOWN_WORD };

/**
 * Makes the engine. A line that cannot be read is left out.
 * @param weights what the words of a sentence speak for, where that was learnt for the language
 * @param problems takes what is wrong, in plain words
 */
export function* makeEngine(
  data: WordingData,
  weights: WordWeights | undefined,
  problems: string[],
): LongWork<WordingEngine> {
  const spelling: Spelling = {
    spellings: data.spellings,
    endings: [...data.endings].sort(([one], [other]) => other.length - one.length),
    isAfter: new Set(data.isAfter),
  };
  const words: PatternWords = {
    lists: data.lists,
    read: new Map(),
    irregular: data.irregular,
    spellOut: (word) => spellOut(word, spelling),
  };
  const shapes: Shape[] = [];
  const meanings: Meaning[] = [];
  const rules = new Map<WordingFamily, Rule>();
  for (const [meaning, lines] of linesOf(data, rules, problems)) {
    for (const line of lines) {
      try {
        shapes.push(readPattern(line, words));
        meanings.push(meaning);
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
      yield;
    }
  }
  const vocabulary = new Vocabulary();
  const marks: TokenTest = { words: MARKS, isExcept: false };
  vocabulary.testFor(marks);
  const matcher = yield* Matcher.of(shapes, vocabulary, { words: new Set(data.fillers), isExcept: false });
  const weighing = weights && { weights, tellBelow: data.tellBelow, rules };
  const lexicon = new Lexicon(vocabulary, spelling, weighing?.weights ?? NO_NUMBERS);
  return { vocabulary, lexicon, matcher, meanings, weighing };
}

function linesOf(
  data: WordingData,
  weighed: Map<WordingFamily, Rule>,
  problems: string[],
): [Meaning, readonly string[]][] {
  const lines: [Meaning, readonly string[]][] = [
    [{ kind: 'reported' }, data.reported],
    [{ kind: 'resumed' }, data.resumed],
    [{ kind: 'parts' }, data.parts],
  ];
  for (const family of WORDING_FAMILIES) {
    const rules = new Set<Rule>();
    const { patterns = [], sections = [], unless = [], unlessNear = [], except = [] } = data.families.get(family) ?? {};
    for (const pattern of patterns) {
      const counted = sectionsOf(pattern.sections ?? sections, problems);
      const rule: Rule = { family, pattern: pattern.id, sections: counted };
      rules.add(rule);
      if (pattern.isWeighed) {
        weighed.set(family, rule);
      }
      const own = new Set([rule]);
      lines.push([{ kind: 'fires', rule }, pattern.match]);
      lines.push([{ kind: 'spares', rules: own }, pattern.unless], [{ kind: 'overlaps', rules: own }, pattern.except]);
    }
    lines.push([{ kind: 'spares', rules }, unless], [{ kind: 'spares near', rules }, unlessNear]);
    lines.push([{ kind: 'overlaps', rules }, except]);
  }
  for (const part of APOLOGY_PARTS) {
    const { match = [], unless = [] } = data.apologyParts.get(part) ?? {};
    lines.push([{ kind: 'names', part }, match], [{ kind: 'does not name', part }, unless]);
  }
  return lines;
}

function sectionsOf(names: readonly string[], problems: string[]): ReadonlySet<WordingSection> {
  const known = new Set<string>(WORDING_SECTIONS);
  problems.push(...names.filter((name) => !known.has(name)).map((name) => `There is no section ${name}.`));
  return new Set(WORDING_SECTIONS.filter((section) => names.includes(section)));
}
