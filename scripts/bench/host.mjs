// Runs a measuring inside the extension host of a freshly started editor.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOrThrow, runProgram } from '../command.mjs';
import { fetchEditor } from '../editor/fetch.mjs';
import { ROOT } from '../paths.mjs';

const RUN = path.join(ROOT, 'scripts', 'suites', 'editor-run.mjs');
const SHIM = path.join(ROOT, 'scripts', 'editor', 'code-shim.mjs');

/**
 * @typedef {object} Start
 * @property {import('../editor/versions.mjs').EditorName} editor
 * @property {string} tests the bundle that measures
 * @property {string} workspace the folder to open
 * @property {string} extensionsFolder the installed extensions
 * @property {string} probe an extension that only carries the measuring
 * @property {string} userDataFolder
 * @property {Record<string, string>} [environment]
 */

/**
 * Starts an editor, measures in it and ends it.
 *
 * @param {Start} start
 * @returns {Promise<unknown>} what the bundle told in a line that begins with `@@bench`, read as JSON
 * @throws when the editor cannot be started, or tells nothing
 */
export async function measureInHost({
  editor,
  tests,
  workspace,
  extensionsFolder,
  probe,
  userDataFolder,
  environment,
}) {
  /** @type {import('../suites/editor-run.mjs').EditorRun} */
  const run = {
    executable: SHIM,
    extension: probe,
    tests,
    workspace,
    extensionsFolder,
    userDataFolder,
    worker: false,
    environment: { KINTSUGI_EDITOR: editor, ...environment },
  };
  const { output, errors } = await runProgram(process.execPath, [RUN, JSON.stringify(run)]);
  const told = /@@bench ([[{].*[\]}])/.exec(output)?.[1];
  if (told === undefined) throw new Error(`The editor told nothing of what was to be measured.\n${output}${errors}`);
  return JSON.parse(told);
}

/**
 * Installs Kintsugi from its package into a folder of extensions.
 *
 * @param {import('../editor/versions.mjs').EditorName} editorName
 * @param {string} extensionPackage
 * @param {string} extensionsFolder
 * @param {string} dataFolder what the editor writes meanwhile
 */
export async function installPackage(editorName, extensionPackage, extensionsFolder, dataFolder) {
  const editor = await fetchEditor(editorName);
  const places = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
  const install = ['--accept-server-license-terms', '--install-extension', extensionPackage];
  await runOrThrow(editor.node, [editor.server, ...places, ...install]);
}

/**
 * Writes an extension that does nothing.
 *
 * @param {string} folder is made
 * @param {string} name
 * @param {readonly string[]} activationEvents
 */
export function writeEmptyExtension(folder, name, activationEvents) {
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
