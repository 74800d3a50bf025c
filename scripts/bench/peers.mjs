// Measures Foam's core and Kintsugi on the same notes, in extension hosts of one run.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { say } from '../screen.mjs';
import { bundleTests } from '../suites/bundle.mjs';
import { bundleFoam } from './foam-bundle.mjs';
import { installPackage, writeEmptyExtension } from './host.mjs';
import { emptyStart, firstAndSecondStart } from './lifetime-starts.mjs';
import { UNWATCHED, yearsOfNotes } from './lifetime.mjs';
import { startWindows } from './windows.mjs';

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
  const [tests, foamTests] = [await bundleTests('bench.lifetime', { long: false }), await foamBundle()];
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-peers');
  const within = (/** @type {string[]} */ ...names) => path.join(place.folder, ...names);
  await bundleFoam(checkout, within('foam.cjs'));
  const years = yearsOfNotes(within('years'), NOTES);
  writeEmptyExtension(within('extensions', 'kintsugi-test.empty-0.0.1'), 'empty', ['onCommand:kintsugi-test.empty']);
  writeEmptyExtension(within('probe'), 'probe', []);
  await installPackage('today', extensionPackage, within('extensions'), within('data'));
  mkdirSync(within('none'));
  const common = { probe: within('probe'), settings: UNWATCHED };
  const windows = await startWindows({ ...common, extensionsFolder: within('extensions'), tests });
  const foamWindows = await startWindows({ ...common, extensionsFolder: within('none'), tests: foamTests });
  /** @type {PeersRound[]} */
  const measured = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`Beside Foam, round ${String(round)} of ${String(rounds)}`);
      measured.push({
        empty: await emptyStart(windows, years),
        kintsugi: await firstAndSecondStart(windows, years),
        foam: await foamTwice(foamWindows, years, within('foam.cjs'), within('storage')),
      });
    }
  } finally {
    await windows.close();
    await foamWindows.close();
    place.remove();
  }
  return measured;
}

function foamBundle() {
  return bundleTests('bench.peers', { long: false });
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
