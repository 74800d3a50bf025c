import { isSameText } from './line';
import type { Line } from './line';
import { matchLines } from './match-lines';
import type { Three } from './three-way';

/** Lines from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of three texts. */
export type Region =
  | ({ readonly kind: 'kept' } & Three<number>)
  /** Only this side changed it. */
  | { readonly kind: 'first' | 'second'; readonly lines: Span }
  | ({ readonly kind: 'both'; readonly untouched: Untouched } & Three<Span>);

/** What a side left of the base in a part that both changed. */
interface Left {
  readonly lines: ReadonlySet<number>;
  /** Its own lines that stand for some of the base; empty where it only took them away. */
  readonly replaced: readonly Span[];
}

export type Untouched = Readonly<Record<'first' | 'second', Left>>;

/** Lines of the base that one side replaced by lines of its own. */
interface Hunk {
  readonly side: 'first' | 'second';
  readonly base: Span;
  readonly own: Span;
}

/**
 * Whether two lines of one text stand apart, so that a change above and another side's change below do not meet.
 * @param above `undefined` at the beginning
 * @param below `undefined` at the end
 */
export type IsApart = (above: Line | undefined, below: Line | undefined) => boolean;

/**
 * Parts three texts into what is kept, what one side changed and what both changed, in order.
 * @param lines the base is empty of what only one side has, where there is none
 */
export function findRegions(lines: Three<readonly Line[]>, isApart: IsApart): readonly Region[] {
  const matches = matchesOf(lines);
  const hunks = [
    ...hunksOf('first', matches.first, lines.first.length),
    ...hunksOf('second', matches.second, lines.second.length),
  ].sort((one, other) => one.base.start - other.base.start || one.base.end - other.base.end);
  const regions: Region[] = [];
  let reached = 0;
  const keepUpTo = (end: number): void => {
    for (; reached < end; reached += 1) {
      const [first, second] = [matches.first[reached] ?? -1, matches.second[reached] ?? -1];
      regions.push({ kind: 'kept', base: reached, first, second });
    }
  };
  for (const group of grouped(hunks, lines, isApart)) {
    keepUpTo(group.base.start);
    const first = spanOf('first', group, matches.first);
    const second = spanOf('second', group, matches.second);
    const side = sideOfGroup(group);
    if (side) {
      regions.push({ kind: side, lines: { first, second }[side] });
    } else {
      const untouched = {
        first: untouchedIn('first', group, matches.first),
        second: untouchedIn('second', group, matches.second),
      };
      regions.push({ kind: 'both', base: group.base, first, second, untouched });
    }
    reached = group.base.end;
  }
  keepUpTo(lines.base.length);
  return regions;
}

interface Matches {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** A line that one side took away and the other changed, a tick too, counts as changed and not as the same one. */
function matchesOf({ base, first, second }: Three<readonly Line[]>): Matches {
  const keys = base.map((line) => line.key);
  const ofFirst = matchLines(
    keys,
    first.map((line) => line.key),
  );
  const ofSecond = matchLines(
    keys,
    second.map((line) => line.key),
  );
  const settled = (own: readonly number[], ownLines: readonly Line[], other: readonly number[]): readonly number[] =>
    own.map((match, index) => {
      const isChanged = other[index] === -1 && !isSameText(base[index]?.text ?? '', ownLines[match]?.text ?? '');
      return isChanged ? -1 : match;
    });
  return { first: settled(ofFirst, first, ofSecond), second: settled(ofSecond, second, ofFirst) };
}

function hunksOf(side: Hunk['side'], matches: readonly number[], length: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [start, ownStart] = [0, 0];
  [...matches, length].forEach((match, index) => {
    if (match === -1) {
      return;
    }
    if (index > start || match > ownStart) {
      hunks.push({ side, base: { start, end: index }, own: { start: ownStart, end: match } });
    }
    [start, ownStart] = [index + 1, match + 1];
  });
  return hunks;
}

interface Group {
  readonly base: Span;
  readonly hunks: readonly Hunk[];
}

/** @returns the side that alone changed something, beyond taking away what the other took away too */
function sideOfGroup({ hunks }: Group): Hunk['side'] | undefined {
  const isCovered = (hunk: Hunk): boolean =>
    hunk.own.start === hunk.own.end &&
    hunks.some(({ side, base }) => side !== hunk.side && base.start <= hunk.base.start && hunk.base.end <= base.end);
  const sides = (['first', 'second'] as const).filter((side) =>
    hunks.some((hunk) => hunk.side === side && !isCovered(hunk)),
  );
  // Where both only took away the same, either side says so.
  return sides.length === 2 ? undefined : (sides[0] ?? 'first');
}

/** Joins changes of both sides that meet. */
function grouped(hunks: readonly Hunk[], lines: Three<readonly Line[]>, isApart: IsApart): readonly Group[] {
  const groups: { base: Span; readonly hunks: Hunk[] }[] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    if (group && meets(group, hunk, lines, isApart)) {
      group.hunks.push(hunk);
      group.base = { start: group.base.start, end: Math.max(group.base.end, hunk.base.end) };
    } else {
      groups.push({ base: hunk.base, hunks: [hunk] });
    }
  }
  return groups;
}

function meets(group: Group, hunk: Hunk, lines: Three<readonly Line[]>, isApart: IsApart): boolean {
  const { start, end } = group.base;
  if (hunk.base.start !== end) {
    return hunk.base.start < end;
  }
  if (start === end && hunk.base.end === end) {
    return true;
  }
  const isApartAt = ({ side }: Hunk, place: number): boolean => isApart(lines[side][place - 1], lines[side][place]);
  const keysOf = ({ side, own }: Hunk): readonly string[] =>
    lines[side].slice(own.start, own.end).map((line) => line.keyAnywhere);
  const keys = new Set(keysOf(hunk));
  return group.hunks
    .filter((upper) => upper.base.end === end && upper.side !== hunk.side)
    .some(
      (upper) =>
        !isApartAt(upper, upper.own.end) ||
        !isApartAt(hunk, hunk.own.start) ||
        keysOf(upper).some((key) => keys.has(key)),
    );
}

function untouchedIn(side: Hunk['side'], { base, hunks }: Group, matches: readonly number[]): Left {
  const replacing = hunks.filter((hunk) => hunk.side === side && hunk.base.end > hunk.base.start);
  return { lines: new Set(matches.slice(base.start, base.end)), replaced: replacing.map(({ own }) => own) };
}

/** The lines of one side that lie where a group lies. */
function spanOf(side: Hunk['side'], { base, hunks }: Group, matches: readonly number[]): Span {
  const own = hunks.filter((hunk) => hunk.side === side);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) {
    return { start: 0, end: 0 };
  }
  return {
    start: first.base.start === base.start ? first.own.start : (matches[base.start] ?? 0),
    end: last.base.end === base.end ? last.own.end : (matches[base.end - 1] ?? 0) + 1,
  };
}
