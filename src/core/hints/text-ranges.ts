/** A part of a text, by UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text; several of one edit are given from the last in the text to the first. */
export interface TextChange {
  readonly offset: number;
  /** How much went, and how much came, in UTF-16 units. */
  readonly removed: number;
  readonly inserted: number;
}

/** @returns whether two ranges share a place; ranges that only touch do */
export function touches(one: TextRange, other: TextRange): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/**
 * Where a range is after a change.
 * @returns the range, grown or shrunk with what happened within it, or `undefined` where all of it went
 */
export function shifted({ start, end }: TextRange, { offset, removed, inserted }: TextChange): TextRange | undefined {
  const [until, by] = [offset + removed, inserted - removed];
  if (offset >= end) {
    return { start, end };
  }
  if (until <= start) {
    return { start: start + by, end: end + by };
  }
  if (offset <= start && until >= end) {
    return undefined;
  }
  return { start: Math.min(start, offset), end: Math.max(end, until) + by };
}

/**
 * Adds what was written to the ranges that were written before.
 * @returns ranges that do not touch, in the order of the text
 */
export function withChange(ranges: readonly TextRange[], change: TextChange): readonly TextRange[] {
  const moved = ranges.flatMap((range) => shifted(range, change) ?? []);
  return joined([...moved, { start: change.offset, end: change.offset + change.inserted }]);
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && touches(last, range)) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      result.push(range);
    }
  }
  return result;
}
