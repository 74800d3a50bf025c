import { Lexicon, spellOut } from './lexicon';
import type { Spelling } from './lexicon';
import { Matcher } from './matcher';
import { MARKS, readPattern } from './pattern-syntax';
import type { PatternWords, Shape, TokenTest } from './pattern-syntax';
import { Vocabulary } from './vocabulary';
import type { WordingData } from './wording-data';
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
}

/**
 * Makes the engine. A line that cannot be read is left out.
 * @param problems takes what is wrong, in plain words
 */
export function makeEngine(data: WordingData, problems: string[]): WordingEngine {
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
  for (const [meaning, lines] of linesOf(data, problems)) {
    for (const line of lines) {
      try {
        shapes.push(readPattern(line, words));
        meanings.push(meaning);
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  const vocabulary = new Vocabulary();
  const marks: TokenTest = { words: MARKS, isExcept: false };
  vocabulary.testFor(marks);
  const matcher = new Matcher(shapes, vocabulary, { words: new Set(data.fillers), isExcept: false });
  return { vocabulary, lexicon: new Lexicon(vocabulary, spelling), matcher, meanings };
}

function linesOf(data: WordingData, problems: string[]): [Meaning, readonly string[]][] {
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
