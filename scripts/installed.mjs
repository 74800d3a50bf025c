// Puts the development dependencies in place. It runs before any of them may be imported.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './command.mjs';
import { ROOT } from './paths.mjs';
import { say, showProgress } from './screen.mjs';

const OLDEST_NODE = [20, 19];

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Checks the version of Node, and installs what `package-lock.json` names where it is missing or of another version.
 *
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    say(`Kintsugi is built with Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  await showProgress('Installing what the build needs', async () => {
    try {
      await runNpm(['ci', '--include=dev', '--include=optional'], ROOT);
    } catch {
      await runNpm(['ci', '--include=dev', '--include=optional'], ROOT);
    }
  });
}

/** npm's own record inside node_modules is written last, so a broken-off installation does not look complete. */
function isInstalled() {
  const wanted = lockedPackages(path.join(ROOT, 'package-lock.json'));
  const found = lockedPackages(path.join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional === true || found[name]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function lockedPackages(file) {
  if (!existsSync(file)) return {};
  return /** @type {{ packages?: LockedPackages }} */ (JSON.parse(readFileSync(file, 'utf8'))).packages ?? {};
}
