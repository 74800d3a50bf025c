// Makes an editor from npm packages alone: no compiler, no install script, no native build.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../command.mjs';
import { cachedFolder, unpackPackage } from './cache.mjs';
import { EDITORS, NEWER_NODE } from './versions.mjs';

/** Changes whenever the steps below do, so that an editor made in another way is not taken for this one. */
const RECIPE = 'r1';

/** Dependencies that need a compiler or a desktop, or that serve features which notes have no use for. */
const DROPPED = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/native-watchdog',
  '@vscode/sandbox-runtime',
  '@vscode/spdlog',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'native-watchdog',
  'ssh2',
];

/** Dropped packages that the server cannot start without, and the plain JavaScript that stands in for them. */
const STAND_INS = {
  '@vscode/spdlog': 'log-files.cjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
  'native-watchdog': 'watchdog.cjs',
};

/**
 * @typedef {object} FetchedEditor
 * @property {string} node the Node that runs it
 * @property {string} server its main script
 * @property {string} version the version of VS Code
 */

/**
 * Gives an editor that is ready to be started, and fetches it first where it is not there.
 *
 * @param {import('./versions.mjs').EditorName} name
 * @returns {Promise<FetchedEditor>}
 * @throws when a download fails twice, or when no Node for it is known on this kind of machine
 */
export async function fetchEditor(name) {
  const editor = EDITORS[name];
  const label = `Fetching VS Code ${editor.visualStudioCode}`;
  const folder = await cachedFolder(`editor-${editor.release}-${RECIPE}`, label, (target, detail) =>
    makeEditor(editor, target, detail),
  );
  const library = path.join(folder, 'lib', 'vscode');
  return {
    node: await nodeFor(editor),
    server: path.join(library, 'out', 'server-main.js'),
    version: editor.visualStudioCode,
  };
}

/**
 * @param {import('./versions.mjs').Editor} editor
 * @param {string} folder
 * @param {(text: string) => void} detail
 */
async function makeEditor(editor, folder, detail) {
  detail('the editor');
  await unpackPackage(`code-server@${editor.release}`, folder, editor.integrity);
  const library = path.join(folder, 'lib', 'vscode');
  rmSync(path.join(library, 'extensions', 'copilot'), { recursive: true, force: true });

  detail('its libraries');
  dropDependencies(path.join(library, 'package.json'));
  await runNpm(['install', '--omit=dev'], library);
  if (editor.replacements.length > 0) {
    await runNpm(['install', '--no-save', '--omit=dev', ...editor.replacements], library);
  }
  for (const [name, script] of Object.entries(STAND_INS)) placeStandIn(library, name, script);

  detail('its built-in extensions');
  await runNpm(['install', '--omit=dev'], path.join(library, 'extensions'));
}

/** @param {string} manifestFile */
function dropDependencies(manifestFile) {
  const manifest = /** @type {{ dependencies: Record<string, string> }} */ (
    JSON.parse(readFileSync(manifestFile, 'utf8'))
  );
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => !DROPPED.includes(name)),
  );
  writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));
}

/**
 * @param {string} library
 * @param {string} name
 * @param {string} script
 */
function placeStandIn(library, name, script) {
  const folder = path.join(library, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  cpSync(path.join(import.meta.dirname, 'stand-ins', script), path.join(folder, 'index.js'));
}

/**
 * @param {import('./versions.mjs').Editor} editor
 * @returns {Promise<string>}
 */
async function nodeFor({ oldestNode: [major, minor], visualStudioCode }) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return process.execPath;
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    const needed = `${String(major)}.${String(minor)}`;
    throw new Error(
      `VS Code ${visualStudioCode} needs Node ${needed} or newer; this is ${process.versions.node}. ` +
        'Update Node, or use the older editor with --oldest.',
    );
  }
  const folder = await cachedFolder(`node-${NEWER_NODE}`, `Fetching Node ${NEWER_NODE} for it`, (target) =>
    unpackPackage(`node-linux-${process.arch}@${NEWER_NODE}`, target),
  );
  return path.join(folder, 'bin', 'node');
}
