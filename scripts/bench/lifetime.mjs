// Measures what a lifetime of notes costs: 10,000 notes and 50,000, opened for the first time and once more.
import { say } from '../screen.mjs';
import { makeLifetimePlace } from './lifetime-place.mjs';
import { emptyStart, firstAndSecondStart, firstStart } from './lifetime-starts.mjs';

const FEW = 100;
const MANY = 10_000;
const MOST = 50_000;

/** @typedef {import('./lifetime-starts.mjs').Start} Start */
/** @typedef {import('./lifetime-starts.mjs').Pair} Pair */
/** @typedef {{ empty: Start, few: Start, many: Pair, most: Pair }} Round */

/**
 * @param {number} rounds how often everything is opened
 * @returns {Promise<Round[]>}
 * @throws when the editor cannot be started, or when something of what was written in a note is not known in the end
 */
export async function measureLifetime(rounds) {
  const place = await makeLifetimePlace('bench-lifetime');
  const [few, many, most] = [place.write(FEW), place.write(MANY), place.write(MOST)];
  /** @type {Round[]} */
  const measured = [];
  try {
    const windows = await place.openWindows();
    for (let round = 1; round <= rounds; round++) {
      say(`A lifetime of notes, round ${String(round)} of ${String(rounds)}`);
      measured.push({
        empty: await emptyStart(windows, many),
        few: await firstStart(windows, few),
        many: await firstAndSecondStart(windows, many, 'node'),
        most: await firstAndSecondStart(windows, most),
      });
    }
  } finally {
    await place.remove();
  }
  return measured;
}
