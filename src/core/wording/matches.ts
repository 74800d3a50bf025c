import type { Sentence } from './sentences';
import type { Rule, WordingEngine } from './wording-engine';

/** More matches of one line are not looked at in a sentence. */
const MOST_OF_ONE_LINE = 3;

/** Where a rule was found: its first and its last token. */
export interface RuleMatch {
  readonly rule: Rule;
  readonly first: number;
  readonly last: number;
}

/** What one sentence tells. */
export interface SentenceMatches {
  readonly matches: readonly RuleMatch[];
  /** The rules that do not hold in the sentence before it either. */
  readonly sparedBefore: ReadonlySet<Rule>;
}

interface LineMatch {
  readonly line: number;
  readonly last: number;
}

interface RulesMatch extends LineMatch {
  readonly rules: ReadonlySet<Rule>;
}

/** What was found in one sentence, before it is known where each match begins. */
interface LineMatches {
  readonly firing: (LineMatch & { readonly rule: Rule })[];
  readonly sparing: RulesMatch[];
  readonly sparedBefore: Set<Rule>;
  readonly overlapping: RulesMatch[];
  readonly reported: LineMatch[];
  readonly resumed: LineMatch[];
  readonly parts: number[];
}

/**
 * Finds the rules that hold in a sentence, and leaves out what negation, praise or somebody else's words take back.
 * @param isWanted whether a rule counts here
 */
export function readMatches(
  sentence: Sentence,
  engine: WordingEngine,
  isWanted: (rule: Rule) => boolean,
): SentenceMatches {
  const found = lineMatches(sentence, engine);
  return { matches: heldMatches(sentence, engine, found, isWanted), sparedBefore: found.sparedBefore };
}

function heldMatches(
  sentence: Sentence,
  engine: WordingEngine,
  matches: LineMatches,
  isWanted: (rule: Rule) => boolean,
): readonly RuleMatch[] {
  const wanted = matches.firing.filter(({ rule }) => isWanted(rule));
  if (wanted.length === 0) {
    return [];
  }
  const startOf = ({ line, last }: LineMatch): number => engine.matcher.startOf(line, sentence.kinds, last);
  const reported = reportedStretches(matches, sentence.kinds.length, startOf);
  return wanted
    .map((match): RuleMatch => ({ rule: match.rule, first: startOf(match), last: match.last }))
    .filter((match) => !isSpared(match, matches) && !isOverlapped(match, matches, startOf))
    .filter(
      ({ rule, first }) => rule.family === 'danger' || !reported.some(({ from, to }) => first > from && first < to),
    )
    .sort((one, other) => one.first - other.first || other.last - one.last);
}

function lineMatches({ kinds }: Sentence, { matcher, meanings }: WordingEngine): LineMatches {
  const found: LineMatches = {
    firing: [],
    sparing: [],
    sparedBefore: new Set(),
    overlapping: [],
    reported: [],
    resumed: [],
    parts: [],
  };
  const counts = new Map<number, number>();
  matcher.walk(kinds, (line, last) => {
    const meaning = meanings[line];
    const count = counts.get(line) ?? 0;
    if (!meaning || count >= MOST_OF_ONE_LINE) {
      return;
    }
    counts.set(line, count + 1);
    switch (meaning.kind) {
      case 'fires':
        found.firing.push({ line, last, rule: meaning.rule });
        break;
      case 'spares':
        found.sparing.push({ line, last, rules: meaning.rules });
        break;
      case 'spares near':
        found.sparing.push({ line, last, rules: meaning.rules });
        meaning.rules.forEach((rule) => found.sparedBefore.add(rule));
        break;
      case 'overlaps':
        found.overlapping.push({ line, last, rules: meaning.rules });
        break;
      case 'reported':
        found.reported.push({ line, last });
        break;
      case 'resumed':
        found.resumed.push({ line, last });
        break;
      case 'parts':
        found.parts.push(last);
        break;
      case 'names':
      case 'does not name':
        break;
    }
  });
  return found;
}

/** Whether something in the same part of the sentence spares the rule. */
function isSpared({ rule, first, last }: RuleMatch, { sparing, parts }: LineMatches): boolean {
  const from = parts.findLast((part) => part < first) ?? -1;
  const to = parts.find((part) => part > last) ?? Infinity;
  return sparing.some((match) => match.last > from && match.last < to && match.rules.has(rule));
}

function isOverlapped(
  { rule, first, last }: RuleMatch,
  { overlapping }: LineMatches,
  startOf: (match: LineMatch) => number,
): boolean {
  return overlapping.some((match) => match.rules.has(rule) && match.last >= first && startOf(match) <= last);
}

/** From where somebody's words, thoughts or wishes are told to where the writer's own begin again. */
function reportedStretches(
  { reported, resumed }: LineMatches,
  length: number,
  startOf: (match: LineMatch) => number,
): readonly { readonly from: number; readonly to: number }[] {
  const resumedAt = resumed.map((match) => ({ first: startOf(match), last: match.last }));
  return reported.map((match) => ({
    from: startOf(match),
    to: resumedAt.find(({ first }) => first > match.last)?.last ?? length,
  }));
}
