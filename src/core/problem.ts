/**
 * Something in a file that the product cannot use as it stands. It names a place and a kind;
 * the words for it are chosen where they are shown.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** Zero-based line in the file. */
  readonly line: number;
  /** Zero-based UTF-16 columns within that line; equal when only the line is known. */
  readonly startColumn: number;
  readonly endColumn: number;
  /** Names of keys, ids or bounds that the message needs. Never prose of a note. */
  readonly details: readonly string[];
  /** `error`: this part is not used. `warning`: it is used, and something about it is odd. */
  readonly severity: 'error' | 'warning';
}

export type ProblemCode =
  | 'conflict'
  | 'not-utf8'
  | 'nul-byte'
  | 'too-large'
  | 'no-permission'
  | 'not-a-file'
  | 'symbolic-link'
  | 'cannot-read'
  | 'too-deep'
  | 'yaml'
  | 'yaml-alias'
  | 'front-matter-unclosed'
  | 'front-matter-not-a-map'
  | 'key-missing'
  | 'key-unknown'
  | 'key-twice'
  | 'value-not-a-number'
  | 'value-out-of-range'
  | 'value-not-a-date'
  | 'value-not-text'
  | 'value-not-allowed'
  | 'step-twice'
  | 'step-unknown'
  | 'step-missing'
  | 'step-without-task'
  | 'task-bracket'
  | 'couple-empty'
  | 'couple-partners'
  | 'couple-id'
  | 'couple-id-twice'
  | 'couple-version'
  | 'template-path'
  | 'template-name';

/** A place in a text, by line and column, both zero-based. */
export interface Place {
  readonly line: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The place of a whole line of which nothing more is known. */
export function wholeLine(line: number): Place {
  return { line, startColumn: 0, endColumn: 0 };
}

/**
 * Makes a problem.
 * @param code what is wrong
 * @param place where
 * @param details what the message names
 */
export function problem(
  code: ProblemCode,
  place: Place,
  details: readonly string[] = [],
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, line: place.line, startColumn: place.startColumn, endColumn: place.endColumn, details, severity };
}
