import * as vscode from 'vscode';
import { copyOf } from '../core/sync-copies';

/**
 * The path of one place below another.
 * @returns with forward slashes, `''` for the folder itself, or `undefined` for what lies outside
 */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  const root = comparable(folder).replace(/\/$/, '');
  const path = comparable(uri);
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) {
    return undefined;
  }
  if (path === root) {
    return '';
  }
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

/** Windows writes one drive with either case. */
function comparable({ path }: vscode.Uri): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** What an entry of a folder is. A link is never followed: it could lead out of the notes folder. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** What a folder holds: a name, and what is behind it. */
export type FolderEntry = readonly [name: string, kind: EntryKind];

/** A file system entry below a notes folder. */
export interface FoundEntry {
  /** Relative to the notes folder, with forward slashes. */
  readonly path: string;
  readonly kind: EntryKind;
}

/** Where notes are looked for. */
export interface WalkedFolders {
  /** Folders, relative to the notes folder. */
  readonly targets: readonly string[];
  /** Whether copies beside the notes folder's own files are listed too. */
  readonly withOwn: boolean;
}

/**
 * Lists the Markdown files that lie in some folders.
 * @param list gives what is in a folder, of which the path below the notes folder is given
 */
export async function walkNotes(
  { targets, withOwn }: WalkedFolders,
  list: (folder: string) => Promise<readonly FolderEntry[]>,
): Promise<readonly FoundEntry[]> {
  const wanted = new Set(targets);
  const leadsToNotes = (path: string): boolean => targets.some((target) => target.startsWith(`${path}/`));
  const found: FoundEntry[] = [];
  const visit = async (folder: string): Promise<void> => {
    const isWanted = wanted.has(folder);
    const below: string[] = [];
    for (const [name, kind] of await list(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isWanted ? name.endsWith('.md') : withOwn && folder === '' && copyOf(name) !== undefined) {
        found.push({ path, kind });
      }
      if (kind === 'folder' && (wanted.has(path) || leadsToNotes(path))) {
        below.push(path);
      }
    }
    await Promise.all(below.map(visit));
  };
  await visit('');
  return found;
}

/**
 * Leaves out what lies behind a linked folder, which could lead out of the notes folder.
 * @param paths relative to the notes folder, with forward slashes
 */
export async function withoutLinkedFolders(root: vscode.Uri, paths: readonly string[]): Promise<readonly string[]> {
  const types = new Map<string, Promise<vscode.FileType>>();
  const isLinked = async (path: string): Promise<boolean> => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (folder === '') {
      return false;
    }
    const type = types.get(folder) ?? typeOf(vscode.Uri.joinPath(root, folder));
    types.set(folder, type);
    return ((await type) & vscode.FileType.SymbolicLink) !== 0 || (await isLinked(folder));
  };
  const linked = await Promise.all(paths.map(isLinked));
  return paths.filter((_, index) => !linked[index]);
}

/** @returns whether a file lies there, and no folder or link. */
export async function isFile(uri: vscode.Uri): Promise<boolean> {
  return (await typeOf(uri)) === vscode.FileType.File;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    // What is not there leads nowhere.
    return vscode.FileType.Unknown;
  }
}
