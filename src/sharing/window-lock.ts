import * as vscode from 'vscode';
import type { NoteFiles } from '../workspace/note-files';
import { SyncTrouble } from '../sync/trouble';

const BEAT_IN_MILLISECONDS = 5_000;
/** A lock that nobody has touched for so long belongs to a window that was ended. */
const STALE_IN_MILLISECONDS = 30_000;

/**
 * Does something that only one window may do with a folder at a time. The lock lies in the extension's own storage,
 * never in the repository, and a window that is ended loses it after half a minute.
 * @param storage a folder that all windows of this machine share
 * @throws SyncTrouble where another window is at it
 */
export async function aloneAmongWindows<T>(
  files: NoteFiles,
  storage: vscode.Uri,
  folder: vscode.Uri,
  work: () => Promise<T>,
): Promise<T> {
  const lock = vscode.Uri.joinPath(storage, 'syncing', await digestOf(folder.toString()));
  const token = new TextEncoder().encode(crypto.randomUUID());
  await take(files, lock, token);
  const beat = setInterval(() => {
    vscode.workspace.fs.writeFile(lock, token).then(undefined, () => undefined);
  }, BEAT_IN_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (await isMine(lock, token)) {
      await vscode.workspace.fs.delete(lock, { useTrash: false });
    }
  }
}

async function take(files: NoteFiles, lock: vscode.Uri, token: Uint8Array): Promise<void> {
  if ((await files.create(lock, token)) === 'created') {
    return;
  }
  if (!(await isStale(lock))) {
    throw new SyncTrouble('already-syncing');
  }
  await vscode.workspace.fs.delete(lock, { useTrash: false }).then(undefined, () => undefined);
  // Two windows may have found it stale: whoever made the file has it.
  if ((await files.create(lock, token)) !== 'created' || !(await isMine(lock, token))) {
    throw new SyncTrouble('already-syncing');
  }
}

async function isStale(lock: vscode.Uri): Promise<boolean> {
  try {
    return Date.now() - (await vscode.workspace.fs.stat(lock)).mtime > STALE_IN_MILLISECONDS;
  } catch {
    return true;
  }
}

async function isMine(lock: vscode.Uri, token: Uint8Array): Promise<boolean> {
  try {
    const there = await vscode.workspace.fs.readFile(lock);
    return there.length === token.length && there.every((byte, index) => byte === token[index]);
  } catch {
    return false;
  }
}

/** A name for the lock that tells nothing of the folder. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
