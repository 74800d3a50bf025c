// Measures what a lifetime of notes costs: 10,000 notes and 50,000, opened for the first time and once more.
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { say } from '../screen.mjs';
import { bundleTests } from '../suites/bundle.mjs';
import { installPackage, writeEmptyExtension } from './host.mjs';
import { NOTES_FOLDER, emptyStart, firstAndSecondStart, firstStart } from './lifetime-starts.mjs';
import { writeNotesOfYears } from './notes-of-years.mjs';
import { startWindows } from './windows.mjs';

const FEW = 100;
const MANY = 10_000;
const MOST = 50_000;
/** What the editor would do for itself with changed files; Kintsugi is told of them by the bench. */
export const UNWATCHED = { 'files.watcherExclude': { '**': true }, 'git.enabled': false };

/** @typedef {import('./lifetime-starts.mjs').Start} Start */
/** @typedef {import('./lifetime-starts.mjs').Pair} Pair */
/** @typedef {{ empty: Start, few: Start, many: Pair, most: Pair }} Round */

/**
 * @param {number} rounds how often everything is opened
 * @returns {Promise<Round[]>}
 * @throws when the editor cannot be started, or when something of what was written in a note is not known in the end
 */
export async function measureLifetime(rounds) {
  const tests = await bundleTests('bench.lifetime', { long: false });
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-lifetime');
  const within = (/** @type {string[]} */ ...names) => path.join(place.folder, ...names);
  const [few, many, most] = [FEW, MANY, MOST].map((notes) => yearsOfNotes(within(String(notes)), notes));
  if (few === undefined || many === undefined || most === undefined) throw new Error('There are no notes.');
  writeEmptyExtension(within('extensions', 'kintsugi-test.empty-0.0.1'), 'empty', ['onCommand:kintsugi-test.empty']);
  writeEmptyExtension(within('probe'), 'probe', []);
  await installPackage('today', extensionPackage, within('extensions'), within('data'));
  const windows = await startWindows({
    extensionsFolder: within('extensions'),
    probe: within('probe'),
    tests,
    settings: UNWATCHED,
  });
  /** @type {Round[]} */
  const measured = [];
  try {
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
    await windows.close();
    place.remove();
  }
  return measured;
}

/**
 * @param {string} workspace
 * @param {number} notes
 * @returns {import('./lifetime-starts.mjs').YearsOfNotes}
 */
export function yearsOfNotes(workspace, notes) {
  const { latest } = writeNotesOfYears(path.join(workspace, NOTES_FOLDER), notes);
  return { workspace, notes, latest };
}
