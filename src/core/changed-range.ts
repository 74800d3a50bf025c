import type { TextEdit } from './couple-edit';

/**
 * The smallest replacement that makes one text of another. It parts neither a line end nor a character, so that it
 * lands on places that an editor knows.
 * @returns `undefined` where the two are the same
 */
export function changedRange(before: string, after: string): TextEdit | undefined {
  if (before === after) {
    return undefined;
  }
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  while (partsPair(before, start) || partsPair(after, start)) {
    start -= 1;
  }
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same += 1;
  }
  while (partsPair(before, before.length - same) || partsPair(after, after.length - same)) {
    same -= 1;
  }
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** Whether an offset lies inside a line end of two characters, or inside a character of two units. */
function partsPair(text: string, offset: number): boolean {
  const pair = text.slice(Math.max(offset - 1, 0), offset + 1);
  return offset > 0 && (pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair));
}
