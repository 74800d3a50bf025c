/** Assertions for every host; Node's own are not there in the worker. */
class Unexpected extends Error {
  override readonly name = 'Unexpected';

  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
  }
}

/**
 * @param message what is wrong where the two differ
 * @throws where the two are not the very same value
 */
export function equal<T>(actual: T, expected: T, message = 'the values differ'): void {
  if (!Object.is(actual, expected)) throw new Unexpected(message, actual, expected);
}

/** @throws where two values differ once written as JSON */
export function same(actual: unknown, expected: unknown, message = 'the values differ'): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Unexpected(message, actual, expected);
}

/** @throws where two files differ in a byte */
export function sameBytes(actual: Uint8Array, expected: Uint8Array, message = 'the bytes differ'): void {
  const isSame = actual.length === expected.length && actual.every((byte, index) => byte === expected[index]);
  if (!isSame) throw new Unexpected(message, shown(actual), shown(expected));
}

/** @throws where a condition does not hold */
export function holds(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Unexpected(message, condition, true);
}

/** @throws where a text does not match */
export function matches(text: string, expression: RegExp): void {
  if (!expression.test(text))
    throw new Unexpected(`the text does not match ${String(expression)}`, text, expression.source);
}

/**
 * Expects an action to fail.
 * @returns what it failed with
 * @throws where it succeeds
 */
export async function refusal(action: Promise<unknown>): Promise<unknown> {
  const outcome = await action.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  holds(outcome, 'the action should have been refused');
  return outcome.error;
}

function shown(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 2000), (byte) =>
    byte > 31 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`,
  ).join('');
}
