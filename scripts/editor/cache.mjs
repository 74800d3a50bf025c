// What is fetched is kept in one cache folder. A folder there is either complete or not there at all: it is filled
// under another name and renamed when it is done, so that whatever breaks it off leaves nothing that looks complete.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runNpm, runOrThrow } from '../command.mjs';
import { atEnd, removeFolder } from '../ending.mjs';
import { CACHE } from '../paths.mjs';
import { say, showProgress } from '../screen.mjs';

const UNFINISHED = /^unfinished-(\d+)-/;

/**
 * Gives a folder of the cache, and fills it first where it is not there. A failed attempt is made once more.
 *
 * @param {string} name the folder's name in the cache
 * @param {string} label what a person is told while it is being filled
 * @param {(folder: string, detail: (text: string) => void) => Promise<void>} fill fills an empty folder
 * @returns {Promise<string>} the path of the complete folder
 * @throws the error of the second attempt
 */
export async function cachedFolder(name, label, fill) {
  const complete = path.join(CACHE, name);
  if (existsSync(complete)) return complete;
  mkdirSync(CACHE, { recursive: true });
  removeAbandoned();
  const attempt = () => showProgress(label, (detail) => fillAndRename(complete, (folder) => fill(folder, detail)));
  try {
    await attempt();
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\nTrying once more.`);
    await attempt();
  }
  return complete;
}

/**
 * @param {string} complete
 * @param {(folder: string) => Promise<void>} fill
 */
async function fillAndRename(complete, fill) {
  const unfinished = mkdtempSync(path.join(CACHE, `unfinished-${String(process.pid)}-`));
  const removeNow = () => {
    removeFolder(unfinished);
  };
  const forget = atEnd({ now: removeNow });
  try {
    await fill(unfinished);
    if (!existsSync(complete)) renameSync(unfinished, complete);
  } finally {
    removeNow();
    forget();
  }
}

/** Removes what a process that is no longer there was filling. */
function removeAbandoned() {
  for (const name of readdirSync(CACHE)) {
    const owner = UNFINISHED.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeFolder(path.join(CACHE, name));
  }
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Downloads one package of npm and unpacks it, without its dependencies and without running anything of it.
 *
 * @param {string} spec name and version
 * @param {string} folder where its files go
 * @param {string} [integrity] the checksum that it must have
 * @throws when the download fails or has another checksum
 */
export async function unpackPackage(spec, folder, integrity) {
  const said = await runNpm(['pack', spec, '--silent', '--pack-destination', folder], folder);
  const archive = path.join(folder, said.trim().split('\n').at(-1) ?? '');
  const checksum = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== undefined && checksum !== integrity) throw new Error(`${spec} came with another checksum`);
  await runOrThrow('tar', ['-xzf', path.basename(archive), '--strip-components=1', '--exclude=*.map'], { cwd: folder });
  rmSync(archive);
}
