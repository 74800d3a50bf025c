// Measures Foam's core and Kintsugi on the same notes, in extension hosts of one run.
import { mkdirSync, rmSync } from 'node:fs';
import { say } from '../screen.mjs';
import { bundleFoam } from './foam-bundle.mjs';
import { makeLifetimePlace } from './lifetime-place.mjs';
import { emptyStart, firstAndSecondStart } from './lifetime-starts.mjs';

const NOTES = 10_000;
const CHANGES = 20;
/** Foam writes its cache a second after the last note, and that takes it a while. */
const QUIET_MILLISECONDS = 8_000;

/** @typedef {Omit<import('../../test/bench/peers/run').FoamTold, 'host'>} FoamStart */
/** @typedef {{ cold: FoamStart, warm: FoamStart }} FoamPair */
/**
 * @typedef {object} PeersRound
 * @property {import('./lifetime-starts.mjs').Start} empty
 * @property {import('./lifetime-starts.mjs').Pair} kintsugi
 * @property {FoamPair} foam
 */

/**
 * @param {string} checkout of Foam, with what it depends on
 * @param {number} rounds
 * @returns {Promise<PeersRound[]>}
 * @throws when Foam cannot be bundled, or when one of the two does not know every note in the end
 */
export async function measurePeers(checkout, rounds) {
  const place = await makeLifetimePlace('bench-peers');
  const [bundle, storage] = [place.within('foam.cjs'), place.within('storage')];
  /** @type {PeersRound[]} */
  const measured = [];
  try {
    await bundleFoam(checkout, bundle);
    const years = place.write(NOTES);
    const windows = await place.openWindows();
    const foamWindows = await place.openWindows('bench.peers');
    for (let round = 1; round <= rounds; round++) {
      say(`Beside Foam, round ${String(round)} of ${String(rounds)}`);
      measured.push({
        empty: await emptyStart(windows, years),
        kintsugi: await firstAndSecondStart(windows, years),
        foam: await foamTwice(foamWindows, years, bundle, storage),
      });
    }
  } finally {
    await place.remove();
  }
  return measured;
}

/**
 * @param {import('./windows.mjs').Windows} windows
 * @param {import('./lifetime-starts.mjs').YearsOfNotes} years
 * @param {string} bundle
 * @param {string} storage
 * @returns {Promise<FoamPair>}
 */
async function foamTwice(windows, { workspace, notes }, bundle, storage) {
  rmSync(storage, { recursive: true, force: true });
  mkdirSync(storage);
  /** @type {import('../../test/bench/peers/run').FoamTask} */
  const task = {
    bundle,
    storage,
    notes,
    changedFolder: 'our-notes/5-check-ins',
    changes: 0,
    quietMilliseconds: QUIET_MILLISECONDS,
  };
  const cold = /** @type {FoamStart} */ (await windows.open(workspace, task));
  const warm = await windows.open(workspace, { ...task, changes: CHANGES, quietMilliseconds: 0 });
  return { cold, warm: /** @type {FoamStart} */ (warm) };
}
