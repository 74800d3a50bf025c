// Measures the activation of Kintsugi and of an extension with an empty `activate`, in fresh starts of the editor.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOrThrow, runProgram } from '../command.mjs';
import { temporaryFolder } from '../ending.mjs';
import { fetchEditor } from '../editor/fetch.mjs';
import { EDITORS } from '../editor/versions.mjs';
import { packageExtension } from '../packaging.mjs';
import { ROOT } from '../paths.mjs';
import { writeSampleNotes } from '../sample-notes/write.mjs';
import { say } from '../screen.mjs';
import { BENCHED_EXTENSIONS, bundleTests } from '../suites/bundle.mjs';

const STARTS = 5;
const RUN = path.join(ROOT, 'scripts', 'suites', 'editor-run.mjs');
const SHIM = path.join(ROOT, 'scripts', 'editor', 'code-shim.mjs');

/** @typedef {{ extension: string, load: number, call: number }} Activation */
/** @typedef {{ visualStudioCode: string, kintsugi: number[], empty: number[] }} Measured load and call together, in ms */

/**
 * @returns {Promise<Measured[]>} one for each editor
 * @throws when an editor cannot be started, or does not tell what was asked
 */
export async function measureActivation() {
  const bundle = await bundleTests('bench', { long: false });
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
      starts.push(
        await measureOnce(name, bundle, notes, extensions, path.join(place.folder, `${name}-${String(start)}`)),
      );
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
  const editor = await fetchEditor(name);
  const places = ['--server-data-dir', path.join(folder, 'data'), '--extensions-dir', installed];
  const install = ['--accept-server-license-terms', '--install-extension', extensionPackage];
  await runOrThrow(editor.node, [editor.server, ...places, ...install]);
  return { installed, probe };
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {readonly string[]} activationEvents
 */
function writeEmptyExtension(folder, name, activationEvents) {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name,
    publisher: 'kintsugi-test',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './extension.js',
    activationEvents,
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'extension.js'), 'exports.activate = () => undefined;\n');
}

/**
 * @param {import('../editor/versions.mjs').EditorName} name
 * @param {string} tests
 * @param {string} workspace
 * @param {{ installed: string, probe: string }} extensions
 * @param {string} userDataFolder
 * @returns {Promise<Activation[]>}
 */
async function measureOnce(name, tests, workspace, { installed, probe }, userDataFolder) {
  /** @type {import('../suites/editor-run.mjs').EditorRun} */
  const run = {
    executable: SHIM,
    extension: probe,
    tests,
    workspace,
    extensionsFolder: installed,
    userDataFolder,
    worker: false,
    environment: { KINTSUGI_EDITOR: name },
  };
  const { output, errors } = await runProgram(process.execPath, [RUN, JSON.stringify(run)]);
  const told = /@@bench (\[.*\])/.exec(output)?.[1];
  if (told === undefined) throw new Error(`The editor told nothing about activation.\n${output}${errors}`);
  return /** @type {Activation[]} */ (JSON.parse(told));
}
