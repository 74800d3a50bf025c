// Where a lifetime of notes is measured: the notes, the installed extensions, and windows on them.
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { bundleTests } from '../suites/bundle.mjs';
import { installPackage, writeEmptyExtension } from './host.mjs';
import { NOTES_FOLDER } from './lifetime-starts.mjs';
import { writeNotesOfYears } from './notes-of-years.mjs';
import { startWindows } from './windows.mjs';

/** The editor leaves changed files alone: of those that count, Kintsugi is told by the bench. */
const UNWATCHED = { 'files.watcherExclude': { '**': true }, 'git.enabled': false };

/**
 * @typedef {object} LifetimePlace
 * @property {(...names: string[]) => string} within gives a path in the temporary folder of this place
 * @property {(notes: number) => import('./lifetime-starts.mjs').YearsOfNotes} write writes notes
 * @property {(bundle?: import('../suites/bundle.mjs').Bundle) => Promise<import('./windows.mjs').Windows>} openWindows
 *   starts an editor, whose windows run a bundle
 * @property {() => Promise<void>} remove ends the editors, and removes everything
 */

/**
 * Makes a place in which Kintsugi is installed from its package, beside an extension that does nothing.
 *
 * @param {string} name the start of its name
 * @param {(extensionsFolder: string) => Promise<void>} [installFirst] puts further extensions there; an editor that has
 *   seen the folder once takes no notice of them
 * @returns {Promise<LifetimePlace>}
 * @throws when Kintsugi cannot be packaged or installed
 */
export async function makeLifetimePlace(name, installFirst) {
  const extensionPackage = await packageExtension();
  const place = temporaryFolder(name);
  const within = (/** @type {string[]} */ ...names) => path.join(place.folder, ...names);
  const extensionsFolder = within('extensions');
  const probe = within('probe');
  writeEmptyExtension(path.join(extensionsFolder, 'kintsugi-test.empty-0.0.1'), 'empty', ['onCommand:none']);
  await installFirst?.(extensionsFolder);
  writeEmptyExtension(probe, 'probe', []);
  await installPackage('today', extensionPackage, extensionsFolder, within('data'));
  /** @type {import('./windows.mjs').Windows[]} */
  const opened = [];
  return {
    within,
    write: (notes) => {
      const workspace = within(String(notes));
      const { latest } = writeNotesOfYears(path.join(workspace, NOTES_FOLDER), notes);
      return { workspace, notes, latest };
    },
    openWindows: async (bundle = 'bench.lifetime') => {
      const tests = await bundleTests(bundle, { long: false });
      const windows = await startWindows({ extensionsFolder, probe, tests, settings: UNWATCHED });
      opened.push(windows);
      return windows;
    },
    remove: async () => {
      for (const windows of opened) await windows.close();
      place.remove();
    },
  };
}
