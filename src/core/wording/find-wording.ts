import { readMatches } from './matches';
import type { RuleMatch } from './matches';
import { eachSentence } from './sentences';
import type { Sentence } from './sentences';
import type { Rule, WordingEngine, WordWeighing } from './wording-engine';
import type { Wording, WordingFinding, WordingSection } from './wording-types';

/** No more are told of one text: hints show three, and a text that is made of nothing else must not take longer. */
const MOST_FINDINGS = 100;
/** A sentence of so many words, of which fewer than one in three are known, is in another language. */
const TELLING_WORDS = 6;
const KNOWN_WORDS = 1 / 3;

/** In a sentence of so few words, what a pattern finds is all that it says. */
const FEW_TOKENS = 5;

/**
 * Finds the wordings in prose that tend to start a fight or to hollow out an apology.
 * Where danger is in the text the only findings are of family `danger`, and whoever shows hints shows none at all.
 *
 * @param text prose of one section: plain text of paragraphs, in which whatever is no prose was blanked out with
 * spaces of the same length
 * @returns in the order of the text; the first hundred
 */
export function findWording(text: string, section: WordingSection, { engine }: Wording): readonly WordingFinding[] {
  const found: WordingFinding[] = [];
  const danger: WordingFinding[] = [];
  let before: readonly RuleFinding[] = [];
  const keep = (sparedBefore: ReadonlySet<Rule>): void => {
    for (const { rule, finding } of before) {
      if (!sparedBefore.has(rule)) {
        (finding.family === 'danger' ? danger : found).push(finding);
      }
    }
  };
  eachSentence(text, engine.lexicon, (sentence) => {
    if (danger.length < MOST_FINDINGS) {
      const { findings, sparedBefore } = findInSentence(sentence, section, engine, found.length < MOST_FINDINGS);
      keep(sparedBefore);
      before = findings;
    }
  });
  keep(new Set());
  return (danger.length > 0 ? danger : found).slice(0, MOST_FINDINGS);
}

/** What was found in one sentence, and by which rule: the next sentence may take it back. */
interface RuleFinding {
  readonly rule: Rule;
  readonly finding: WordingFinding;
}

/** Whether a text speaks of danger. Asked of the whole prose of a note: where it does, the note gets no hint at all. */
export function hasDanger(text: string, wording: Wording): boolean {
  return findWording(text, 'feelings', wording).some(({ family }) => family === 'danger');
}

/** What one sentence tells by itself, and what it takes back of the one before. */
interface SentenceFindings {
  readonly findings: readonly RuleFinding[];
  readonly sparedBefore: ReadonlySet<Rule>;
}

function findInSentence(
  sentence: Sentence,
  section: WordingSection,
  engine: WordingEngine,
  isMoreWanted: boolean,
): SentenceFindings {
  const isForeign = sentence.words >= TELLING_WORDS && sentence.knownWords < sentence.words * KNOWN_WORDS;
  const isOpen = isMoreWanted && !isForeign;
  const { matches, sparedBefore } = readMatches(
    sentence,
    engine,
    ({ sections, family }) => sections.has(section) && (family === 'danger' || isOpen),
  );
  const told = engine.weighing && isOpen ? weigh(matches, sentence, section, engine.weighing) : matches;
  return { findings: findingsOf(told, sentence, engine), sparedBefore };
}

/**
 * What is told of a sentence when its words are weighed together with what the patterns found. Danger always is: a wrong
 * finding only silences hints, and a missed one would coach the tone of somebody who is afraid.
 */
function weigh(
  matches: readonly RuleMatch[],
  { kinds, numbers }: Sentence,
  section: WordingSection,
  { weights, tellBelow, rules }: WordWeighing,
): readonly RuleMatch[] {
  const families = new Set(matches.map(({ rule }) => rule.family));
  const { silent, family } = weights.lean(numbers, section, families);
  if (families.has('danger')) {
    return matches.filter(({ rule }) => rule.family === 'danger');
  }
  if (families.size > 0 && kinds.length - 2 <= FEW_TOKENS) {
    return matches;
  }
  if (silent >= tellBelow) {
    return [];
  }
  const rule = rules.get(family);
  if (families.has(family) || !rule?.sections.has(section)) {
    return matches.filter((match) => match.rule.family === family);
  }
  return [{ rule, first: 1, last: kinds.length - 2 }];
}

function findingsOf(matches: readonly RuleMatch[], sentence: Sentence, engine: WordingEngine): readonly RuleFinding[] {
  const findings = new Map<string, RuleFinding>();
  for (const match of matches) {
    const key = `${match.rule.family}/${match.rule.pattern}`;
    if (!findings.has(key)) {
      findings.set(key, findingOf(match, sentence, engine));
    }
  }
  return [...findings.values()].sort(
    ({ finding: one }, { finding: other }) => one.start - other.start || other.end - one.end,
  );
}

function findingOf({ rule, first, last }: RuleMatch, sentence: Sentence, engine: WordingEngine): RuleFinding {
  const start = firstOffset(sentence, first, last, engine);
  const end = sentence.ends[last] ?? start;
  return { rule, finding: { family: rule.family, start, end, pattern: rule.pattern } };
}

/** Where the first word of a match begins: the mark before it is none of it. */
function firstOffset(sentence: Sentence, first: number, last: number, { vocabulary }: WordingEngine): number {
  const marks = [',', ';', '"', '^'].map((mark) => vocabulary.kindOf(mark));
  const isMark = first < last && marks.includes(sentence.kinds[first]);
  return sentence.starts[isMark ? first + 1 : first] ?? 0;
}
