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

/** A file system entry below a notes folder. */
export interface FoundEntry {
  /** Relative to the notes folder, with forward slashes. */
  readonly path: string;
  readonly type: vscode.FileType;
}

/**
 * Lists the Markdown files that lie in some folders. Symbolic links are told and never followed:
 * they could lead out of the notes folder.
 * @param root the notes folder
 * @param targets folders, relative to the notes folder
 * @param withOwn whether copies beside the notes folder's own files are listed too
 */
export async function walkNotes(
  root: vscode.Uri,
  targets: readonly string[],
  withOwn: boolean,
): Promise<readonly FoundEntry[]> {
  const wanted = new Set(targets);
  const leadsToNotes = (path: string): boolean => targets.some((target) => target.startsWith(`${path}/`));
  const found: FoundEntry[] = [];
  const visit = async (path: string): Promise<void> => {
    const isWanted = wanted.has(path);
    const below: string[] = [];
    for (const [name, type] of await list(path === '' ? root : vscode.Uri.joinPath(root, path))) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (isWanted ? name.endsWith('.md') : withOwn && path === '' && copyOf(name) !== undefined) {
        found.push({ path: inside, type });
      }
      if (type === vscode.FileType.Directory && (wanted.has(inside) || leadsToNotes(inside))) {
        below.push(inside);
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

async function list(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that vanished, or that may not be listed, holds nothing that can be shown.
    return [];
  }
}
