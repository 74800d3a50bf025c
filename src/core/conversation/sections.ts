import type { Step } from '../steps';

/** Some lines of a note, zero-based; the end is the line after the last. */
export interface LineSpan {
  readonly startLine: number;
  readonly endLine: number;
}

/** A part of a section below a heading of its own. */
export interface Place extends LineSpan {
  /** The words of the heading, without Markdown. */
  readonly heading: string;
}

/** The part of a note that belongs to one step, from its heading on. */
export interface Section extends LineSpan {
  readonly step: Step;
  /** What stands before the very first step under a heading of its own, such as the one event. It is no step's. */
  readonly lead: LineSpan | undefined;
  /** The lines before the first place of its own, the task and its prompt among them. */
  readonly opening: LineSpan;
  readonly places: readonly Place[];
}

/**
 * Which partner a heading names, such as “Alex” or “What Alex heard”. A heading that is nothing but a name goes before
 * one that holds it; of two names, the one that comes first is meant, and the longer one where both begin there.
 * @param names the names of both partners
 */
export function namedIn(heading: string, names: readonly [string, string]): 0 | 1 | undefined {
  const words = heading.normalize('NFC').toLowerCase();
  const found = names
    .map((name, index) => ({ index: index as 0 | 1, length: name.length, at: wordAt(words, name) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at || b.length - a.length);
  return found[0]?.index;
}

/** Where a name stands as a word of its own, or -1. */
function wordAt(words: string, name: string): number {
  const wanted = name.normalize('NFC').toLowerCase().trim();
  if (wanted === '') {
    return -1;
  }
  for (let at = words.indexOf(wanted); at !== -1; at = words.indexOf(wanted, at + 1)) {
    const before = words.slice(0, at);
    const after = words.slice(at + wanted.length);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) {
      return at;
    }
  }
  return -1;
}

/**
 * Whether somebody has written in some lines: whatever is no heading, no task, no comment and no prompt.
 * @param rows all lines of the note
 * @param given lines that the note began with, trimmed
 */
export function hasWords(rows: readonly string[], span: LineSpan, given: ReadonlySet<string>): boolean {
  return rows.slice(span.startLine + 1, span.endLine).some((row) => {
    const line = row.trim();
    return (
      line !== '' &&
      !given.has(line) &&
      !/^(?:#{1,6}(?:\s|$)|<!--|\*[^*].*\*$)/.test(line) &&
      !line.includes('<!-- step:')
    );
  });
}
