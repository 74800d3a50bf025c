import type { TextEdit } from './couple-edit';

/** Which text stays where a merge kept both. */
export type Keeping = 'first' | 'second' | 'both';

/** A place where a merge kept two texts, one after the other. Lines are zero-based. */
export interface TwoVersions {
  /** The line of the opening mark. */
  readonly startLine: number;
  /** The line of the mark between the two. */
  readonly middleLine: number;
  /** The line of the closing mark. */
  readonly endLine: number;
  /** The names above the texts, as they stand there; empty where nobody's name does. */
  readonly names: readonly [string, string];
}

const START = '<!-- two-versions -->';
const MIDDLE = '<!-- two-versions: and -->';
const END = '<!-- two-versions: end -->';
const LINE_END = /\r\n|\n|\r/g;
const NAME = /^\*\*(.*):\*\*$/;

/** @returns which of the three marks a line is, or `undefined` */
export function twoVersionsMark(row: string): 'start' | 'middle' | 'end' | undefined {
  switch (row.trimEnd()) {
    case START:
      return 'start';
    case MIDDLE:
      return 'middle';
    case END:
      return 'end';
    default:
      return undefined;
  }
}

/** One text of the two. */
export interface Version {
  /** Whose text it is; `undefined` if nobody knows. */
  readonly author: string | undefined;
  readonly lines: readonly string[];
}

/** @returns the lines that keep two texts, in marks that a reader of the finished Markdown does not see. */
export function linesOfTwoVersions(first: Version, second: Version): readonly string[] {
  return [START, ...versionLines(first), MIDDLE, ...versionLines(second), END];
}

function versionLines({ author, lines }: Version): readonly string[] {
  return [...(author === undefined ? [] : [`**${author}:**`]), '', ...lines, ''];
}

/** @returns every place in a text where a merge kept two, the inner ones of nested places too; broken marks are left out */
export function findTwoVersions(text: string): readonly TwoVersions[] {
  if (!text.includes(START)) {
    return [];
  }
  const rows = text.split(LINE_END);
  const open: { readonly startLine: number; middleLine?: number }[] = [];
  const found: TwoVersions[] = [];
  rows.forEach((row, line) => {
    const mark = row.trimEnd();
    const innermost = open.at(-1);
    if (mark === START) {
      open.push({ startLine: line });
    } else if (mark === MIDDLE && innermost?.middleLine === undefined && innermost) {
      innermost.middleLine = line;
    } else if (mark === END && innermost) {
      open.pop();
      const { startLine, middleLine } = innermost;
      if (middleLine !== undefined) {
        const names = [nameIn(rows[startLine + 1]), nameIn(rows[middleLine + 1])] as const;
        found.push({ startLine, middleLine, endLine: line, names });
      }
    }
  });
  return found.sort((one, other) => one.startLine - other.startLine);
}

function nameIn(row: string | undefined): string {
  return NAME.exec(row?.trimEnd() ?? '')?.[1] ?? '';
}

/**
 * The edits that end one such place. Keeping both leaves the names where they stand.
 * @param text the text in which the place was found
 */
export function keepingEdits(text: string, place: TwoVersions, keeping: Keeping): readonly TextEdit[] {
  const { startLine, middleLine, endLine } = place;
  const rows = text.split(LINE_END);
  const starts = [0, ...[...text.matchAll(LINE_END)].map((match) => match.index + match[0].length)];
  const at = (line: number): number => starts[line] ?? text.length;
  const first = ownLines(rows, startLine, middleLine);
  const second = ownLines(rows, middleLine, endLine);
  const cuts = {
    first: [
      [startLine, first.start],
      [first.end, endLine + 1],
    ],
    second: [
      [startLine, second.start],
      [second.end, endLine + 1],
    ],
    both: [
      [startLine, startLine + 1],
      [middleLine, middleLine + 1],
      [second.end, endLine + 1],
    ],
  } as const;
  return cuts[keeping].map(([from, to]) => ({ start: at(from), end: at(to), text: '' }));
}

/** The lines between two marks, without the name and the empty lines that were put around them; nothing else goes. */
function ownLines(
  rows: readonly string[],
  above: number,
  below: number,
): { readonly start: number; readonly end: number } {
  const isEmptyAt = (line: number): boolean => rows[line]?.trimEnd() === '';
  const nameLine = above + 1;
  const head = nameLine < below && NAME.test(rows[nameLine]?.trimEnd() ?? '') ? nameLine + 1 : nameLine;
  const start = head < below && isEmptyAt(head) ? head + 1 : head;
  return { start, end: below > start && isEmptyAt(below - 1) ? below - 1 : below };
}
