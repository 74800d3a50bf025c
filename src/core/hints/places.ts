import type { TextRange } from './text-ranges';

const BLANK_LINE = /^[ \t]*\r?$/;
const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s|$)/g;

/**
 * The paragraph around a place: the lines between two blank ones.
 * @returns its first and last offset, without the last line end; an empty range on a blank line
 */
export function paragraphAt(text: string, offset: number): TextRange {
  let { start, end } = lineAt(text, offset);
  if (BLANK_LINE.test(text.slice(start, end))) {
    return { start, end: start };
  }
  for (let line = lineAt(text, start - 1); start > 0 && !isBlank(text, line); line = lineAt(text, start - 1)) {
    start = line.start;
  }
  for (let line = lineAt(text, end + 1); end < text.length && !isBlank(text, line); line = lineAt(text, end + 1)) {
    end = line.end;
  }
  return { start, end };
}

/**
 * The sentence around a finding, within its paragraph.
 * @param text the whole note
 * @param finding where something was found
 */
export function sentenceAround(text: string, finding: TextRange): TextRange {
  const paragraph = paragraphAt(text, finding.start);
  const within = text.slice(paragraph.start, paragraph.end);
  let start = paragraph.start;
  for (const { index, 0: mark } of within.matchAll(SENTENCE_END)) {
    const end = paragraph.start + index + mark.length;
    if (end >= finding.end) {
      return trimmed(text, { start, end });
    }
    if (end <= finding.start) {
      start = end;
    }
  }
  return trimmed(text, { start, end: paragraph.end });
}

function lineAt(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  return { start: offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end: end === -1 ? text.length : end };
}

function isBlank(text: string, { start, end }: TextRange): boolean {
  return BLANK_LINE.test(text.slice(start, end));
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const [before, words] = [/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0, text.slice(start, end).trimEnd()];
  return { start: start + before, end: Math.max(start + words.length, start + before) };
}
