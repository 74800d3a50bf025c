import type { Line } from './line';
import type { MergedLine } from './merge-lines';
import { changed } from './three-way';
import type { Three } from './three-way';

type Gap = Line['gap'];

/**
 * Puts the empty lines between merged lines. What one side changed about them stays, as far as the same two lines
 * still follow each other.
 * @param lines the three texts
 * @returns the rows of the result
 */
export function withGaps(merged: readonly MergedLine[], lines: Three<readonly Line[]>): readonly string[] {
  return merged.flatMap((current, index) => {
    const previous = merged[index - 1];
    const gap = gapBetween(previous, current, lines);
    const isLast = index === merged.length - 1;
    if (isLast) {
      return gap;
    }
    const isBelowMarks = previous?.isMark === true && current.isMark !== true;
    const isNeeded = previous !== undefined && (isBelowMarks || current.gapRule === 'at-least-one');
    return [...(isNeeded && gap.length === 0 ? [''] : gap), current.line.text];
  });
}

function gapBetween(
  previous: MergedLine | undefined,
  { line, at, gapRule }: MergedLine,
  lines: Three<readonly Line[]>,
): Gap {
  const gapIn = (side: keyof Three<Gap>): Gap | undefined => {
    const place = at[side];
    return place === undefined ? undefined : lines[side][place]?.gap;
  };
  const [first, second] = [gapIn('first'), gapIn('second')];
  const follows = (side: keyof Three<Gap>): boolean => {
    const before = previous === undefined ? -1 : previous.at[side];
    return before !== undefined && before + 1 === at[side];
  };
  if (!first || !second) {
    if (gapRule !== undefined || follows(first ? 'first' : 'second')) {
      return line.gap;
    }
    if (!previous) {
      // It stands at the top now, where the other side's first line stood.
      return lines[first ? 'second' : 'first'][0]?.gap ?? line.gap;
    }
    return line.gap.length === 0 ? gapBelow(previous, lines) : line.gap;
  }
  if (follows('first') !== follows('second')) {
    return follows('first') ? first : second;
  }
  const base = follows('first') && follows('base') ? gapIn('base') : undefined;
  const keys = { base: base && keyOf(base), first: keyOf(first), second: keyOf(second) };
  const key = base === undefined ? undefined : changed(keys);
  if (key === undefined) {
    return second.length > first.length ? second : first;
  }
  return key === keys.first ? first : second;
}

/** What came below a line where it stands now above a line of the other side. */
function gapBelow({ at }: MergedLine, lines: Three<readonly Line[]>): Gap {
  const gaps = (['first', 'second'] as const).map((side) => {
    const place = at[side];
    return place === undefined ? [] : (lines[side][place + 1]?.gap ?? []);
  });
  return gaps.find((gap) => gap.length > 0) ?? [];
}

/** One empty line is more than none. */
function keyOf(gap: Gap): string {
  return `${gap.length}:${gap.join('\n')}`;
}
