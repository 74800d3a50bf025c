import assert from 'node:assert/strict';
import { isTrouble } from '../../src/sync/trouble';
import type { TroubleCode } from '../../src/sync/trouble';

/** Expects an act to stop with a trouble of a kind. @returns the files that it is about */
export async function stopsWith(code: TroubleCode, act: Promise<unknown>): Promise<readonly string[]> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(isTrouble(error), `expected the trouble ${code}, not ${String(error)}`);
  assert.equal(error.code, code, JSON.stringify(error.cause));
  return error.paths;
}
