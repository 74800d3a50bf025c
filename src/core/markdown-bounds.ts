/** Where a Markdown text is more than a note can be, and in which way. */
export interface Excess {
  readonly code: 'too-large' | 'too-deep';
  /** UTF-16 offset of what is one too many. */
  readonly offset: number;
}

const MOST_CHARACTERS = 400_000;
const MOST_LINES = 10_000;
const MOST_CONTAINERS = 2_000;
const MOST_CONTAINERS_IN_A_LINE = 50;
const MOST_INDENTATION = 200;
const MOST_DECLARATIONS = 100;

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n]))/y;
const INDENTATION = /[ \t]*/y;
const LINE_END = /\r\n?|\n/g;
const DECLARATION = /<[?!](?!--[^\n]{0,200}-->)/g;

/**
 * Finds what would make the Markdown parser take seconds, because its time grows with the square of it: list items
 * and quotations, their depth, lines, and HTML instructions or comments that are not closed on their line. Every bound lies far beyond what is
 * written by hand.
 * @param text the whole note
 * @returns the first excess, or `undefined`
 */
export function markdownExcess(text: string): Excess | undefined {
  if (text.length > MOST_CHARACTERS) {
    return { code: 'too-large', offset: 0 };
  }
  let lines = 0;
  let containers = 0;
  let start = 0;
  while (start < text.length) {
    lines += 1;
    const inLine = containersAt(text, start);
    containers += inLine.count;
    if (lines > MOST_LINES || containers > MOST_CONTAINERS) {
      return { code: 'too-large', offset: start };
    }
    if (inLine.count > MOST_CONTAINERS_IN_A_LINE || inLine.isIndented) {
      return { code: 'too-deep', offset: start };
    }
    LINE_END.lastIndex = start;
    start = LINE_END.exec(text) ? LINE_END.lastIndex : text.length;
  }
  const declaration = [...text.matchAll(DECLARATION)][MOST_DECLARATIONS];
  return declaration && { code: 'too-large', offset: declaration.index };
}

function containersAt(text: string, start: number): { readonly count: number; readonly isIndented: boolean } {
  let count = 0;
  let end = start;
  CONTAINER.lastIndex = start;
  while (count <= MOST_CONTAINERS_IN_A_LINE && CONTAINER.test(text)) {
    count += 1;
    end = CONTAINER.lastIndex;
  }
  INDENTATION.lastIndex = end;
  INDENTATION.test(text);
  return { count, isIndented: INDENTATION.lastIndex - start > MOST_INDENTATION };
}
