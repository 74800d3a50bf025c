const NAME = 'PlainError';

/** An error whose message is a plain sentence for the person: what happened, that nothing was lost, what to do. */
export class PlainError extends Error {
  override readonly name = NAME;
}

/**
 * Whether an error explains itself. It is known by its name: each file that the build makes holds a class of its own,
 * so that `instanceof` would miss those that were thrown in another.
 */
export function isPlain(error: unknown): error is PlainError {
  return error instanceof Error && error.name === NAME;
}

/** @returns a short code for the log, which never quotes a note or a path. */
export function codeOf(error: unknown): string {
  if (isPlain(error)) {
    return 'explained';
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.message.includes('ENOSPC') ? 'ENOSPC' : error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
