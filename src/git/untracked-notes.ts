import * as vscode from 'vscode';
import { COUPLE_TEMPLATES_ROOT, PRIVATE_FOLDER, TEMPLATES_FOLDER } from '../core/note-path';
import { pathBelow } from '../workspace/folder-walk';
import type { ExtensionGit } from './git-extension';

/** The tree without a file, which every git knows without having been told. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/**
 * Finds notes that git does not hold, for when the git extension does not tell them.
 * @returns paths relative to the repository; what git leaves out is not among them
 */
export async function untrackedNotes(git: ExtensionGit): Promise<readonly string[]> {
  const held = new Set((await git.diffIndexWith(EMPTY_TREE)).map(({ uri }) => pathBelow(git.rootUri, uri)));
  const found = (await walk(git.rootUri, '')).filter((path) => !held.has(path));
  if (found.length === 0) {
    return found;
  }
  const uris = found.map((path) => vscode.Uri.joinPath(git.rootUri, path).fsPath);
  const ignored = await git.checkIgnore(uris);
  return found.filter((_, index) => !ignored.has(uris[index] ?? ''));
}

async function walk(root: vscode.Uri, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await vscode.workspace.fs.readDirectory(folder === '' ? root : vscode.Uri.joinPath(root, folder));
  for (const [name, type] of entries) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (type === vscode.FileType.File && path.endsWith('.md')) {
      found.push(path);
    } else if (type === vscode.FileType.Directory && mayHoldNotes(path)) {
      found.push(...(await walk(root, path)));
    }
  }
  return found;
}

function mayHoldNotes(path: string): boolean {
  if (path === COUPLE_TEMPLATES_ROOT || path === TEMPLATES_FOLDER) {
    return true;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    path.toLowerCase() !== PRIVATE_FOLDER && !name.startsWith('.') && !path.startsWith(`${COUPLE_TEMPLATES_ROOT}/`)
  );
}
