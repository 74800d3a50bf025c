import { mergeLine } from './line';
import type { Line } from './line';
import { matchLines } from './match-lines';
import { findRegions } from './regions';
import type { IsApart, Span, Untouched } from './regions';
import type { Three } from './three-way';

/** A line of the result, and where it stood. */
export interface MergedLine {
  readonly line: Line;
  /** Its number in each text that holds it. */
  readonly at: Partial<Three<number>>;
  /** Part of the marks around two texts, and of neither side. */
  readonly isMark?: true;
  /** What must not be done to the empty lines above it, or what must. */
  readonly gapRule?: 'as-it-is' | 'at-least-one';
}

/** A part that both changed, and differently. */
export interface Meeting {
  /** Whether the base had nothing there. */
  readonly isNew: boolean;
  readonly first: readonly MergedLine[];
  readonly second: readonly MergedLine[];
}

/** How texts of one kind are joined where they meet. */
export interface Joining {
  readonly isApart: IsApart;
  /** Whether lines that both have inside such a part are taken out of it. */
  readonly isSplit: boolean;
  /** @returns the joined lines, or `undefined` where a person has to decide */
  readonly join: (meeting: Meeting) => readonly MergedLine[] | undefined;
}

/**
 * Joins two texts line by line. Neither side's order changes.
 * @param base the text that both grew from; without one, what both have in common stands for it
 * @returns `undefined` where a person has to decide
 */
export function mergeLines(
  base: readonly Line[] | undefined,
  first: readonly Line[],
  second: readonly Line[],
  joining: Joining,
): readonly MergedLine[] | undefined {
  const lines = { base: base ?? commonLines(first, second), first, second };
  const merged: MergedLine[] = [];
  for (const region of findRegions(lines, joining.isApart)) {
    const more =
      region.kind === 'kept'
        ? keptLine(lines, region, base !== undefined)
        : region.kind === 'both'
          ? joinedSpans(lines, region, region.untouched, joining)
          : ownLines(lines, region.kind, region.lines);
    if (!more) {
      return undefined;
    }
    more.forEach((line) => merged.push(line));
  }
  return merged;
}

function commonLines(first: readonly Line[], second: readonly Line[]): readonly Line[] {
  const matches = matchLines(
    first.map((line) => line.key),
    second.map((line) => line.key),
  );
  return first.filter((_line, index) => matches[index] !== -1);
}

function keptLine(
  lines: Three<readonly Line[]>,
  at: Three<number>,
  hasBase: boolean,
): readonly MergedLine[] | undefined {
  const [base, first, second] = [lines.base[at.base], lines.first[at.first], lines.second[at.second]];
  if (!first || !second) {
    return [];
  }
  const text = mergeLine(hasBase ? base?.text : undefined, first.text, second.text);
  const places = { first: at.first, second: at.second, ...(hasBase ? { base: at.base } : {}) };
  return text === undefined ? undefined : [{ line: { ...first, text }, at: places }];
}

function ownLines(
  lines: Three<readonly Line[]>,
  side: 'first' | 'second',
  { start, end }: Span,
): readonly MergedLine[] {
  return lines[side].slice(start, end).map((line, index) => ({ line, at: { [side]: start + index } }));
}

function joinedSpans(
  lines: Three<readonly Line[]>,
  spans: Three<Span>,
  untouched: Untouched,
  joining: Joining,
): readonly MergedLine[] | undefined {
  const first = ownLines(lines, 'first', spans.first);
  const second = ownLines(lines, 'second', spans.second);
  const isNew = spans.base.start === spans.base.end;
  const [firstKeys, secondKeys] = [keysOf(first), keysOf(second)];
  const isEqual = firstKeys.length === secondKeys.length && firstKeys.every((key, at) => key === secondKeys[at]);
  const matches = joining.isSplit || isEqual ? matchLines(firstKeys, secondKeys) : firstKeys.map(() => -1);
  const joined: MergedLine[] = [];
  let [start, secondStart] = [0, 0];
  for (const [index, match] of [...matches, second.length].entries()) {
    if (match === -1) {
      continue;
    }
    const meeting = { isNew, first: first.slice(start, index), second: second.slice(secondStart, match) };
    const between = joinMeeting(meeting, untouched, joining);
    const common = commonLine(first[index], second[match]);
    if (!between || !common) {
      return undefined;
    }
    [...between, ...common].forEach((line) => joined.push(line));
    [start, secondStart] = [index + 1, match + 1];
  }
  if (!isDoubled(joined, firstKeys, secondKeys)) {
    return joined;
  }
  const whole = joinMeeting({ isNew, first, second }, untouched, joining);
  return whole && !isDoubled(whole, firstKeys, secondKeys) ? whole : undefined;
}

/** Where one side left everything as it was, the other's lines replace it, or their absence. */
function joinMeeting(meeting: Meeting, untouched: Untouched, { join }: Joining): readonly MergedLine[] | undefined {
  const { first, second } = meeting;
  const isUntouched = (side: 'first' | 'second', other: readonly MergedLine[]): boolean => {
    const places = meeting[side].map(({ at }) => at[side] ?? -1);
    const { lines, replaced } = untouched[side];
    const [start, end] = [places[0] ?? 0, (places.at(-1) ?? 0) + 1];
    const isWhole = !replaced.some((own) => own.start >= start && own.end <= end);
    return (isWhole || other.length === 0) && places.every((place) => lines.has(place));
  };
  if (first.length > 0 && isUntouched('first', second)) {
    return second;
  }
  if (second.length > 0 && isUntouched('second', first)) {
    return first;
  }
  return first.length + second.length === 0 ? [] : join(meeting);
}

/** @returns the one line of two, none after the last of both, or `undefined` where their words differ */
function commonLine(first: MergedLine | undefined, second: MergedLine | undefined): readonly MergedLine[] | undefined {
  if (!first || !second) {
    return [];
  }
  const text = mergeLine(undefined, first.line.text, second.line.text);
  return text === undefined ? undefined : [{ line: { ...first.line, text }, at: { ...first.at, ...second.at } }];
}

/** Where both have the same lines in another order, they would stand there twice. */
function isDoubled(joined: readonly MergedLine[], first: readonly string[], second: readonly string[]): boolean {
  const counts = [first, second].map(countsOf);
  const joinedCounts = countsOf(keysOf(joined.filter(({ isMark }) => isMark !== true)));
  return [...joinedCounts].some(([key, count]) => count > Math.max(...counts.map((each) => each.get(key) ?? 0)));
}

/** @returns how often each key comes. */
function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  keys.forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  return counts;
}

function keysOf(lines: readonly MergedLine[]): readonly string[] {
  return lines.map(({ line }) => line.key);
}

/**
 * Whether every line is accounted for: none is lost that nobody took away, and none is there more often than the two
 * sides together brought it, below whatever item of a list.
 */
export function isAccountedFor(merged: readonly MergedLine[], lines: Three<readonly Line[]>): boolean {
  const own = merged.flatMap(({ line, isMark }) => (isMark === true ? [] : [line]));
  return (
    boundsOf(lines, own, 'key').every(({ count, least, most }) => count >= least && count <= most) &&
    boundsOf(lines, own, 'keyAnywhere').every(({ count, most }) => count <= most)
  );
}

/** How often each line is in a merge, and how often it may be. */
function boundsOf(lines: Three<readonly Line[]>, merged: readonly Line[], by: 'key' | 'keyAnywhere') {
  const counts = (from: readonly Line[]): ReadonlyMap<string, number> => countsOf(from.map((line) => line[by]));
  const [base, first, second] = [counts(lines.base), counts(lines.first), counts(lines.second)];
  const result = counts(merged);
  return [...new Set([...first.keys(), ...second.keys(), ...result.keys()])].map((key) => {
    const [one, other] = [first.get(key) ?? 0, second.get(key) ?? 0];
    const sum = one + other - (base.get(key) ?? 0);
    const most = Math.max(one, other);
    return { count: result.get(key) ?? 0, least: Math.min(most, sum), most: Math.max(most, sum) };
  });
}
