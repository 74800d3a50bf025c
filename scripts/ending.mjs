// What must be undone when a script ends, however it ends: processes that it started, folders that it made.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {{ gently?: () => Promise<void>, now: () => void }} Undo */

/** @type {Set<Undo>} */
const undone = new Set();
let ending = false;

/**
 * Asks for something to be undone when this process ends.
 *
 * @param {Undo} undo `gently` is awaited when a person or another process asks this one to end; `now` runs last of
 *   all, at the exit, and may be called after `gently`.
 * @returns {() => void} forgets the request, for whoever has undone it in time
 */
export function atEnd(undo) {
  undone.add(undo);
  return () => undone.delete(undo);
}

/**
 * Makes a folder of its own under the system's temporary folder, which is gone when this process ends.
 *
 * @param {string} name the start of its name
 * @returns {{ folder: string, remove: () => void }}
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const removeNow = () => {
    removeFolder(folder);
  };
  const forget = atEnd({ now: removeNow });
  return {
    folder,
    remove: () => {
      forget();
      removeNow();
    },
  };
}

/**
 * Removes a folder in which a process that was just ended may still be writing its last lines.
 *
 * @param {string} folder
 */
export function removeFolder(folder) {
  for (let attempt = 0; attempt < 5 && existsSync(folder); attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch (error) {
      if (attempt === 4) throw error;
    }
  }
}

/**
 * Ends this process as soon as the one that started it is gone: a run that is killed leaves nothing behind, and neither
 * does one whose npm was ended, which does not pass that on.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void endGently(1);
  }, 1000).unref();
}

/**
 * Undoes everything, newest first, and exits.
 *
 * @param {number} exitCode
 */
export async function endGently(exitCode) {
  if (ending) return;
  ending = true;
  for (const undo of [...undone].reverse()) await undo.gently?.().catch(() => undefined);
  process.exit(exitCode);
}

process.on('exit', () => {
  for (const undo of [...undone].reverse()) undo.now();
});
for (const [signal, exitCode] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => void endGently(exitCode));
}
