import { linesOfTwoVersions, twoVersionsMark } from '../two-versions';
import { isEnd, isIndented, isListItem, spacedLines } from './line';
import type { Line } from './line';
import { isAccountedFor, mergeLines } from './merge-lines';
import type { MergedLine, Meeting } from './merge-lines';
import { withGaps } from './gaps';
import type { Three } from './three-way';

/** The names above texts of which both are kept. */
export type Authors = Readonly<Record<'first' | 'second', string | undefined>>;

/** What begins a block of its own below a line of prose, without an empty line between. */
const BLOCK_START = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|<!--|>|`{3}|~{3}|\|)/;
/** What ends with its own line. */
const BLOCK_END = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|<!--.*-->[ \t]*$|\|)/;

/**
 * Joins the bodies of two notes. A line of prose is compared as a whole, empty lines only as distances.
 * @param rows the lines of each; the base's are `undefined` where there is none
 * @returns the lines of the result, or `undefined` where a person has to decide
 */
export function mergeBodies(
  rows: Three<readonly string[] | undefined>,
  authors: Authors,
): readonly string[] | undefined {
  const base = rows.base && spacedLines(rows.base);
  const [first, second] = [spacedLines(rows.first ?? []), spacedLines(rows.second ?? [])];
  const merged = mergeLines(base, first, second, {
    isApart,
    isSplit: true,
    join: (meeting) => joinProse(meeting, authors),
  });
  if (!merged || !isAccountedFor(merged, { base: base ?? spacedLines([]), first, second })) {
    return undefined;
  }
  return withGaps(merged, { base: base ?? [], first, second });
}

/** Lines of one paragraph belong together: changes to it meet, even where they are changes of different lines. */
function isApart(above: Line | undefined, below: Line | undefined): boolean {
  return (
    !above ||
    !below ||
    isEnd(below) ||
    below.gap.length > 0 ||
    isListItem(below.text) ||
    BLOCK_START.test(below.text) ||
    BLOCK_END.test(above.text)
  );
}

function joinProse({ isNew, first, second }: Meeting, authors: Authors): readonly MergedLine[] {
  if (first.length === 0 || second.length === 0) {
    return [...first, ...second];
  }
  const [items, otherItems] = [listItems(first), listItems(second)];
  if (isNew && items && otherItems) {
    return joinLists(items, otherItems);
  }
  const insideMarks = isNew ? joinInsideMarks(first, second) : undefined;
  if (insideMarks) {
    return insideMarks;
  }
  return bothVersions(first, second, authors);
}

/** Where an earlier merge put marks around a text, what is added to that text goes inside them. */
function joinInsideMarks(
  first: readonly MergedLine[],
  second: readonly MergedLine[],
): readonly MergedLine[] | undefined {
  for (const [marks, added] of [
    [first, second],
    [second, first],
  ] as const) {
    const kinds = marks.map(({ line }) => twoVersionsMark(line.text));
    const lastMark = kinds.findLastIndex((kind) => kind !== undefined);
    if (lastMark === -1 || added.some(({ line }) => twoVersionsMark(line.text) !== undefined)) {
      continue;
    }
    // Below a mark that opens a text stands at most the name of whoever wrote it.
    if (kinds[lastMark] !== 'end' && lastMark >= marks.length - 2) {
      return [...marks, ...added];
    }
    if (kinds[0] === 'middle' || kinds[0] === 'end') {
      return [...added, ...marks];
    }
  }
  return undefined;
}

/** @returns the items of a list with the lines that continue them, or `undefined` where there is anything else */
function listItems(lines: readonly MergedLine[]): readonly (readonly MergedLine[])[] | undefined {
  const items: MergedLine[][] = [];
  for (const merged of lines) {
    const item = items.at(-1);
    if (isListItem(merged.line.text)) {
      items.push([merged]);
    } else if (item && isIndented(merged.line.text)) {
      item.push(merged);
    } else {
      return undefined;
    }
  }
  return items;
}

function joinLists(
  items: readonly (readonly MergedLine[])[],
  otherItems: readonly (readonly MergedLine[])[],
): readonly MergedLine[] {
  const keyOf = (item: readonly MergedLine[]): string => item.map(({ line }) => line.text).join('\n');
  const known = new Set(items.map(keyOf));
  const [head, ...rest] = otherItems.filter((item) => !known.has(keyOf(item)));
  const [opening, ...continuing] = head ?? [];
  if (!opening) {
    return items.flat();
  }
  // It opened a list, below an empty line; now it continues one.
  const gap = items[1]?.[0]?.line.gap ?? otherItems[1]?.[0]?.line.gap ?? [];
  return [
    ...items.flat(),
    { ...opening, line: { ...opening.line, gap }, gapRule: 'as-it-is' },
    ...continuing,
    ...rest.flat(),
  ];
}

function bothVersions(
  first: readonly MergedLine[],
  second: readonly MergedLine[],
  authors: Authors,
): readonly MergedLine[] {
  const texts = [
    { author: authors.first, lines: rowsBelow(first) },
    { author: authors.second, lines: rowsBelow(second) },
  ] as const;
  const mark = { at: {}, isMark: true } as const;
  const name = authors.first === undefined ? [] : [mark];
  const otherName = authors.second === undefined ? [] : [mark];
  const places = [mark, ...name, ...first, mark, ...otherName, ...second, mark];
  const gap = first[0]?.line.gap ?? [];
  return spacedLines(linesOfTwoVersions(...texts))
    .slice(0, -1)
    .map((line, index) =>
      index === 0 ? { ...mark, line: { ...line, gap }, gapRule: 'at-least-one' } : { ...(places[index] ?? mark), line },
    );
}

/** The empty lines above a text stand above the marks. */
function rowsBelow(lines: readonly MergedLine[]): readonly string[] {
  return lines.flatMap(({ line }, index) => (index === 0 ? [line.text] : [...line.gap, line.text]));
}
