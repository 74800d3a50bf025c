// Measures the activation of Kintsugi and of an extension with an empty `activate`, in fresh starts of the editor.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { EDITORS } from '../editor/versions.mjs';
import { packageExtension } from '../packaging.mjs';
import { ROOT } from '../paths.mjs';
import { writeSampleNotes } from '../sample-notes/write.mjs';
import { say } from '../screen.mjs';
import { BENCHED_EXTENSIONS, bundleTests } from '../suites/bundle.mjs';
import { installPackage, measureInHost, writeEmptyExtension } from './host.mjs';

const STARTS = 5;

/** @typedef {{ extension: string, load: number, call: number }} Activation */
/** @typedef {{ visualStudioCode: string, kintsugi: number[], empty: number[] }} Measured load and call together, in ms */

/**
 * @returns {Promise<Measured[]>} one for each editor
 * @throws when an editor cannot be started, or does not tell what was asked
 */
export async function measureActivation() {
  const bundle = await bundleTests('bench.activation', { long: false });
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench');
  const notes = path.join(place.folder, 'our-notes');
  await writeSampleNotes(notes);

  /** @type {Measured[]} */
  const measured = [];
  for (const name of /** @type {const} */ (['oldest', 'today'])) {
    const { visualStudioCode } = EDITORS[name];
    const extensions = await installExtensions(name, extensionPackage, path.join(place.folder, name));
    /** @type {Activation[][]} */
    const starts = [];
    for (let start = 1; start <= STARTS; start++) {
      say(`VS Code ${visualStudioCode}, start ${String(start)} of ${String(STARTS)}`);
      const told = await measureInHost({
        editor: name,
        tests: bundle,
        workspace: notes,
        extensionsFolder: extensions.installed,
        probe: extensions.probe,
        userDataFolder: path.join(place.folder, `${name}-${String(start)}`),
      });
      starts.push(/** @type {Activation[]} */ (told));
    }
    const [kintsugi = '', empty = ''] = BENCHED_EXTENSIONS;
    const sums = (/** @type {string} */ extension) =>
      starts.flat().flatMap((row) => (row.extension === extension ? [row.load + row.call] : []));
    measured.push({ visualStudioCode, kintsugi: sums(kintsugi), empty: sums(empty) });
  }
  place.remove();
  return measured;
}

/**
 * Installs Kintsugi from its package, beside an extension that does nothing but is activated by the same events.
 *
 * @param {import('../editor/versions.mjs').EditorName} name
 * @param {string} extensionPackage
 * @param {string} folder
 * @returns {Promise<{ installed: string, probe: string }>} the folder of extensions, and a third extension, which only
 *   carries the measuring
 */
async function installExtensions(name, extensionPackage, folder) {
  const installed = path.join(folder, 'extensions');
  const probe = path.join(folder, 'probe');
  const { activationEvents = [] } = /** @type {{ activationEvents?: string[] }} */ (
    JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  );
  writeEmptyExtension(path.join(installed, 'kintsugi-test.empty-0.0.1'), 'empty', activationEvents);
  writeEmptyExtension(probe, 'probe', []);
  await installPackage(name, extensionPackage, installed, path.join(folder, 'data'));
  return { installed, probe };
}
