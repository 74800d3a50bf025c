// The tests inside the extension host: the same tests in every host that Kintsugi has to live in.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { EDITORS } from '../editor/versions.mjs';
import { ROOT } from '../paths.mjs';
import { toldInOnePiece } from '../screen.mjs';
import { bundleTests } from './bundle.mjs';
import { runSuite } from './child.mjs';
import { inLanes } from './lanes.mjs';
import { installTestExtension } from './test-extension.mjs';

/** In the worker rows both live in the worker, as they would in vscode.dev. */
const IN_WORKER = { 'kintsugi-notes.kintsugi': ['web'], 'kintsugi-test.memfs': ['web'] };
const SHIM = path.join(ROOT, 'scripts', 'editor', 'code-shim.mjs');
const DESKTOP_VERSIONS = ['1.100.3', 'stable'];

/** @typedef {{ title: string, host: 'node' | 'worker', editor?: import('../editor/versions.mjs').EditorName, desktop?: string, workspace?: string }} Row */

/** @type {readonly Row[]} */
const ROWS = [
  { editor: 'oldest', host: 'node' },
  { editor: 'today', host: 'worker', workspace: 'memfs:/ws' },
].map(describeRow);

/** What the rows above hold in another pairing, and what the workbench and the stories do in today's Node host. */
const ROWS_OF_LONG_RUNS = [
  { editor: 'oldest', host: 'worker' },
  { editor: 'today', host: 'node' },
  { editor: 'today', host: 'worker' },
].map(describeRow);

/** @type {readonly Row[]} */
const DESKTOP_ROWS = DESKTOP_VERSIONS.flatMap((desktop) =>
  /** @type {const} */ (['node', 'worker']).map((host) => ({
    desktop,
    host,
    title: `Desktop VS Code ${desktop}, ${host} host`,
  })),
);

/**
 * Runs the editor tests in every host. The extension has to be built.
 *
 * @param {import('./bundle.mjs').TestOptions & { desktop: boolean }} options
 * @returns {Promise<import('./outcome.mjs').Outcome[]>} one outcome a host
 */
export async function runEditorTests(options) {
  const bundles = {
    node: await bundleTests('editor.node', options),
    worker: await bundleTests('editor.worker', options),
  };
  const rows = options.desktop ? DESKTOP_ROWS : [...ROWS, ...(options.long ? ROWS_OF_LONG_RUNS : [])];
  return await inLanes(rows.map((row) => () => toldInOnePiece(() => runRow(row, bundles[row.host], options))));
}

/**
 * @param {{ editor: string, host: string, workspace?: string }} row
 * @returns {Row}
 */
function describeRow(row) {
  const { editor, host, workspace } = /** @type {Row & { editor: import('../editor/versions.mjs').EditorName }} */ (
    row
  );
  const place = workspace === undefined ? '' : ', virtual workspace';
  return {
    editor,
    host,
    title: `VS Code ${EDITORS[editor].visualStudioCode}, ${host} host${place}`,
    ...(workspace === undefined ? {} : { workspace }),
  };
}

/**
 * @param {Row} row
 * @param {string} tests
 * @param {import('./bundle.mjs').TestOptions} options
 */
async function runRow(row, tests, options) {
  const place = temporaryFolder('editor-tests');
  const folder = (/** @type {string} */ name) => {
    const made = path.join(place.folder, name);
    mkdirSync(made);
    return made;
  };
  const extensionsFolder = folder('extensions');
  await installTestExtension('editor/memfs-extension', 'browser', extensionsFolder);
  const settings = row.host === 'worker' ? { 'remote.extensionKind': IN_WORKER } : {};
  /** @type {import('./editor-run.mjs').EditorRun} */
  const run = {
    ...(row.desktop === undefined ? { executable: SHIM } : { version: row.desktop }),
    extension: ROOT,
    tests,
    workspace: row.workspace ?? folder('workspace'),
    extensionsFolder,
    userDataFolder: folder('user-data'),
    worker: row.desktop !== undefined && row.host === 'worker',
    environment: {
      ...(row.editor === undefined ? {} : { KINTSUGI_EDITOR: row.editor }),
      KINTSUGI_SETTINGS: JSON.stringify(settings),
      KINTSUGI_TIMEOUT: String(options.long ? 1_800_000 : 420_000),
    },
  };
  try {
    const script = path.join(import.meta.dirname, 'editor-run.mjs');
    return await runSuite(row.title, [script, JSON.stringify(run)], options);
  } finally {
    place.remove();
  }
}
