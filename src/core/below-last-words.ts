/** A line and column, both zero-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where somebody goes on writing in some lines of a note: below the last words, with an empty line between where there
 * is room, else right behind them.
 * @param rows all lines of the note
 * @param first the first of these lines, which counts as words
 * @param end the line after the last
 */
export function belowLastWords(rows: readonly string[], first: number, end: number): Position {
  let last = first;
  for (let line = first + 1; line < end; line += 1) {
    if ((rows[line] ?? '').trim() !== '') {
      last = line;
    }
  }
  const place = Math.min(last + 2, Math.max(end - 1, last));
  const target = (rows[place] ?? '').trim() === '' ? place : last;
  return { line: target, column: target === last ? (rows[last] ?? '').length : 0 };
}
