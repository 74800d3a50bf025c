import type { Mark } from '../../core/picture/picture';
import type { StyleWord } from '../../core/picture/style';

/** What is painted side by side: the signs of a row of events, and after the lines of a lane all that mends them. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set<StyleWord>(['event', 'cluster', 'break-end', 'gold-halo', 'gold']);

/** Where a row or a lane begins. */
const BEGINNINGS: ReadonlySet<string> = new Set<StyleWord>(['lane-name', 'row-line']);

/**
 * Makes one path of all the signs of a row, or seams of a lane, that look alike. They hardly ever lie on each other, so the
 * picture stays the same, and a thousand of them cost the browser as much as a few.
 *
 * @param marks a picture's marks, as they are painted
 * @returns the marks, of which those that stood together take the place of the first one
 */
export function gatherMarks(marks: readonly Mark[]): readonly Mark[] {
  const gathered: Mark[] = [];
  let ofRow = new Map<string, number>();
  for (const mark of marks) {
    const [what = ''] = mark.style;
    if (BEGINNINGS.has(what)) {
      ofRow = new Map();
    }
    if (mark.kind !== 'path' || !SIDE_BY_SIDE.has(what)) {
      gathered.push(mark);
      continue;
    }
    const look = mark.style.join(' ');
    const index = ofRow.get(look);
    const before = index === undefined ? undefined : gathered[index];
    if (index !== undefined && before?.kind === 'path') {
      gathered[index] = { ...before, d: before.d + mark.d };
    } else {
      ofRow.set(look, gathered.length);
      gathered.push(mark);
    }
  }
  return gathered;
}
