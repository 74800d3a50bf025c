import * as vscode from 'vscode';
import type { TickByte } from '../core/tick';
import { PlainError } from '../plain-error';
import { withoutLinkedFolders } from './folder-walk';
import type { EntryKind, FolderEntry } from './folder-walk';
import type { NoteFiles, ReadResult } from './note-files';
import { isTurnOver, restIfTurnIsOver } from './turns';

/** Each is a question and an answer between processes: fewer at once leave both waiting, more made no host faster. */
const READS_AT_ONCE = 256;

/**
 * Notes through the editor's own file system: for vscode.dev, virtual workspaces and the web-worker host.
 * It has no exclusive creation of its own, so files are created one after another through an edit that refuses to
 * overwrite; between that check and the writing, another program could still create the same file.
 */
export class EditorNoteFiles implements NoteFiles {
  private creating: Promise<unknown> = Promise.resolve();

  async listFolder(folder: vscode.Uri): Promise<readonly FolderEntry[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(folder)).map(([name, type]) => [name, kindOf(type)] as const);
    } catch {
      return [];
    }
  }

  async readFile(uri: vscode.Uri): Promise<ReadResult> {
    return await readOne(uri);
  }

  async readMany(
    root: vscode.Uri,
    paths: readonly string[],
    take: (path: string, result: ReadResult) => void,
    isWanted: () => boolean,
  ): Promise<void> {
    const waiting = paths.values();
    const reader = async (): Promise<void> => {
      for (const path of waiting) {
        const result = await readOne(vscode.Uri.joinPath(root, path));
        if (isTurnOver()) {
          await restIfTurnIsOver();
        }
        if (!isWanted()) {
          return;
        }
        take(path, result);
      }
    };
    await Promise.all(Array.from({ length: Math.min(READS_AT_ONCE, paths.length) }, reader));
  }

  async withoutLinkedFolders(root: vscode.Uri, paths: readonly string[]): Promise<readonly string[]> {
    return await withoutLinkedFolders(root, paths);
  }

  async create(uri: vscode.Uri, bytes: Uint8Array): Promise<'created' | 'exists'> {
    const creation = this.creating.then(() => createOne(uri, bytes));
    this.creating = creation.catch(() => undefined);
    return await creation;
  }

  async append(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const before = await vscode.workspace.fs.readFile(uri);
    const after = new Uint8Array(before.length + bytes.length);
    after.set(before);
    after.set(bytes, before.length);
    await vscode.workspace.fs.writeFile(uri, after);
  }

  async replaceByte(uri: vscode.Uri, before: Uint8Array, edit: TickByte): Promise<boolean> {
    const after = Uint8Array.from(before);
    after[edit.offset] = edit.to;
    return await this.replace(uri, before, after);
  }

  async replace(uri: vscode.Uri, before: Uint8Array, after: Uint8Array): Promise<boolean> {
    const now = await vscode.workspace.fs.readFile(uri);
    if (!sameBytes(now, before)) {
      return false;
    }
    await vscode.workspace.fs.writeFile(uri, after);
    return true;
  }
}

function kindOf(type: vscode.FileType): EntryKind {
  if ((type & vscode.FileType.SymbolicLink) !== 0) {
    return 'link';
  }
  return type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other';
}

async function readOne(uri: vscode.Uri): Promise<ReadResult> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    switch (error instanceof vscode.FileSystemError ? error.code : '') {
      case 'FileNotFound':
        return 'missing';
      case 'FileIsADirectory':
        return 'not-a-file';
      case 'NoPermissions':
        return 'no-permission';
      default:
        return 'cannot-read';
    }
  }
}

async function createOne(uri: vscode.Uri, bytes: Uint8Array): Promise<'created' | 'exists'> {
  if (await exists(uri)) {
    return 'exists';
  }
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: bytes });
  if (await vscode.workspace.applyEdit(edit)) {
    return 'created';
  }
  if (await exists(uri)) {
    return 'exists';
  }
  // An edit that fails does not say why.
  throw new PlainError(
    vscode.l10n.t(
      'The file could not be created. Perhaps the disk is full, or this folder may not be written to. Nothing is lost.',
    ),
  );
}

/** @returns whether something of that name is there, of whatever kind. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return false;
    }
    throw error;
  }
}

/** @returns whether two files hold the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
