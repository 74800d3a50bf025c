import * as vscode from 'vscode';
import { exists } from './editor-note-files';

/** What lies around a folder that matters before notes are put there. */
export interface Surroundings {
  /** Whether the folder lies inside a git repository whose root is further up. */
  readonly insideLargerRepository: boolean;
  /** The program that syncs the folder, if one is known to. */
  readonly syncedBy: string | undefined;
}

const SYNCED: readonly (readonly [name: string, segment: RegExp])[] = [
  ['Dropbox', /^dropbox(?:$|[ (-])/i],
  ['iCloud', /^(?:icloud ?drive|mobile documents|com~apple~clouddocs)/i],
  ['OneDrive', /^onedrive(?:$|[ -])/i],
  ['Google Drive', /^(?:google ?drive|my drive)(?:$|[ -])/i],
  ['Nextcloud', /^nextcloud(?:$|[ -])/i],
  ['Syncthing', /^syncthing$/i],
];

/** The file or folder by which Syncthing and Dropbox mark what they sync. */
const MARKS: readonly (readonly [name: string, file: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox.cache'],
];

/** Looks at what lies around a folder. Where the file system gives no answer, nothing is claimed. */
export async function surroundingsOf(folder: vscode.Uri): Promise<Surroundings> {
  const above = ancestors(folder);
  const ownRepository = await isThere(vscode.Uri.joinPath(folder, '.git'));
  const repositories = await Promise.all(above.map((one) => isThere(vscode.Uri.joinPath(one, '.git'))));
  return {
    insideLargerRepository: !ownRepository && repositories.includes(true),
    syncedBy: syncedByName(folder) ?? (await syncedByMark([folder, ...above])),
  };
}

function syncedByName(folder: vscode.Uri): string | undefined {
  const segments = folder.path.split('/');
  return SYNCED.find(([, expression]) => segments.some((segment) => expression.test(segment)))?.[0];
}

async function syncedByMark(folders: readonly vscode.Uri[]): Promise<string | undefined> {
  for (const [name, file] of MARKS) {
    const found = await Promise.all(folders.map((folder) => isThere(vscode.Uri.joinPath(folder, file))));
    if (found.includes(true)) {
      return name;
    }
  }
  return undefined;
}

function ancestors(folder: vscode.Uri): readonly vscode.Uri[] {
  const found: vscode.Uri[] = [];
  let current = folder;
  for (let up = vscode.Uri.joinPath(current, '..'); up.path !== current.path; up = vscode.Uri.joinPath(up, '..')) {
    found.push(up);
    current = up;
  }
  return found;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    return await exists(uri);
  } catch {
    return false;
  }
}
