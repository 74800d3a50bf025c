import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { git, runGit } from '../git/git-process';
import { LOST } from './ledger';
import type { Ledger } from './ledger';

const MARKER = /^(?:<{7}|>{7}|\|{7})(?: |$)/m;

/** The file in a bare repository in which its hook writes down what was sent: old commit, new commit, name. */
export const SENT = 'kintsugi-sent';

/** Looks at one clone: every line is there once, nothing is in conflict, and git has no complaint. */
export async function checkClone(folder: string, ledger: Ledger): Promise<void> {
  checkText(folder, textOf(folder), ledger);
  await checkHealth(folder);
  assert.equal(await git(folder, 'status', '--porcelain'), '', `${folder} has nothing left to commit`);
  assert.equal(existsSync(path.join(folder, '.git', 'MERGE_HEAD')), false, `${folder} is in no merge`);
}

/** Looks at the remote: every line is there once, git has no complaint, and nothing was ever sent by force. */
export async function checkRemote(folder: string, ledger: Ledger): Promise<void> {
  const { stdout } = await runGit(folder, ['grep', '-h', '-I', '--text', '-e', '', 'main']);
  checkText(folder, stdout.toString('utf8'), ledger);
  await checkHealth(folder);
  for (const [before = '', after = '', name] of sentTo(folder)) {
    if (/^0+$/.test(before)) continue;
    const { status } = await runGit(folder, ['merge-base', '--is-ancestor', before, after]);
    assert.equal(status, 0, `${String(name)} was never set back by what was sent`);
  }
}

/** @returns how many lines no clone has any more that somebody wrote and nobody deleted */
export function countLost(folders: readonly string[], ledger: Ledger): number {
  const text = folders.map(textOf).join('\n');
  return ledger.wrongIn(text).filter((wrong) => wrong.startsWith(LOST)).length;
}

function checkText(place: string, text: string, ledger: Ledger): void {
  assert.deepEqual(ledger.wrongIn(text), [], `every line is once in ${place}`);
  assert.doesNotMatch(text, MARKER, `no conflict markers in ${place}`);
}

async function checkHealth(folder: string): Promise<void> {
  const { status, stdout, stderr } = await runGit(folder, ['fsck', '--no-dangling', '--no-progress']);
  assert.equal(status, 0, `git finds no fault in ${folder}: ${stderr}${stdout.toString('utf8')}`);
}

/** All shared Markdown of a folder in one text. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/^(?:\.git|private)\b/.test(path.relative(folder, file)))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

function sentTo(folder: string): readonly (readonly string[])[] {
  const file = path.join(folder, SENT);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.filter((line) => line !== '').map((line) => line.split(' '));
}
