import { eachSentence } from './sentences';
import type { Sentence } from './sentences';
import type { Rule, WordingEngine } from './wording-engine';
import type { Wording, WordingFinding, WordingSection } from './wording-types';

/** No more are told of one text: hints show three, and a text that is made of nothing else must not take longer. */
const MOST_FINDINGS = 100;
/** Nor are more matches of one pattern looked at in a sentence. */
const MOST_OF_ONE_PATTERN = 3;
/** A sentence of so many words, of which fewer than one in three are known, is in another language. */
const TELLING_WORDS = 6;
const KNOWN_WORDS = 1 / 3;

interface Match {
  readonly line: number;
  readonly rule: Rule;
  readonly last: number;
}

/** What was found in one sentence, before it is known where each match begins. */
interface Matches {
  readonly firing: Match[];
  readonly spared: Set<Rule>;
  readonly reported: { readonly line: number; readonly last: number }[];
  readonly resumed: number[];
}

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
  eachSentence(text, engine.lexicon, engine.vocabulary, (sentence) => {
    for (const finding of findInSentence(sentence, section, engine, found.length < MOST_FINDINGS)) {
      (finding.family === 'danger' ? danger : found).push(finding);
    }
  });
  return (danger.length > 0 ? danger : found).slice(0, MOST_FINDINGS);
}

function findInSentence(
  sentence: Sentence,
  section: WordingSection,
  engine: WordingEngine,
  isMoreWanted: boolean,
): readonly WordingFinding[] {
  const matches = matchesIn(sentence, engine);
  const isForeign = sentence.words >= TELLING_WORDS && sentence.knownWords < sentence.words * KNOWN_WORDS;
  const wanted = matches.firing.filter(
    ({ rule }) =>
      rule.sections.has(section) &&
      !matches.spared.has(rule) &&
      (rule.family === 'danger' || (isMoreWanted && !isForeign)),
  );
  const [first] = wanted;
  if (!first) {
    return [];
  }
  const located = wanted
    .map((match) => ({ ...match, first: engine.matcher.startOf(match.line, sentence.kinds, match.last) }))
    .sort((one, other) => one.first - other.first || other.last - one.last);
  const quiet = reportedStretches(matches, sentence, engine);
  const findings = new Map<string, WordingFinding>();
  for (const { rule, first: begin, last } of located) {
    const isReported = quiet.some(({ from, to }) => begin >= from && begin <= to);
    if (!findings.has(`${rule.family}/${rule.pattern}`) && (rule.family === 'danger' || !isReported)) {
      const start = firstOffset(sentence, begin, last, engine);
      const end = sentence.ends[last] ?? start;
      findings.set(`${rule.family}/${rule.pattern}`, { family: rule.family, start, end, pattern: rule.pattern });
    }
  }
  return [...findings.values()].sort((one, other) => one.start - other.start);
}

function matchesIn(sentence: Sentence, { matcher, meanings }: WordingEngine): Matches {
  const matches: Matches = { firing: [], spared: new Set(), reported: [], resumed: [] };
  const counts = new Map<number, number>();
  matcher.walk(sentence.kinds, (line, last) => {
    const meaning = meanings[line];
    const count = counts.get(line) ?? 0;
    if (!meaning || count >= MOST_OF_ONE_PATTERN) {
      return;
    }
    counts.set(line, count + 1);
    switch (meaning.kind) {
      case 'fires':
        matches.firing.push({ line, rule: meaning.rule, last });
        break;
      case 'spares':
        meaning.rules.forEach((rule) => matches.spared.add(rule));
        break;
      case 'reported':
        matches.reported.push({ line, last });
        break;
      case 'resumed':
        matches.resumed.push(last);
        break;
      case 'names':
      case 'does not name':
        break;
    }
  });
  return matches;
}

/** From where somebody's words, thoughts or wishes are told to where the writer's own begin again. */
function reportedStretches(
  { reported, resumed }: Matches,
  { kinds }: Sentence,
  { matcher }: WordingEngine,
): readonly { readonly from: number; readonly to: number }[] {
  return reported.map(({ line, last }) => ({
    from: matcher.startOf(line, kinds, last),
    to: resumed.find((end) => end > last) ?? kinds.length,
  }));
}

/** Where the first word of a match begins: the mark or the joining word before it is none of it. */
function firstOffset(sentence: Sentence, begin: number, last: number, { vocabulary }: WordingEngine): number {
  const marks = [',', ';', '"', '^'].map((mark) => vocabulary.kindOf(mark));
  const isMark = begin < last && marks.includes(sentence.kinds[begin]);
  return sentence.starts[isMark ? begin + 1 : begin] ?? 0;
}
