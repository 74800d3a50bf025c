import * as fs from 'node:fs';
import * as path from 'node:path';
import type * as vscode from 'vscode';
import type { FileStamp } from '../core/note-cache/shard';
import type { TickByte } from '../core/tick';
import type { EntryKind, FolderEntry } from '../workspace/folder-walk';
import type { NoteFiles, ReadResult } from '../workspace/note-files';
import { isTurnOver, restIfTurnIsOver } from '../workspace/turns';
import { NoteReader, reasonOf } from './note-reader';

/** Notes on a disk, through Node; what is not on a disk goes to the editor's file system. */
export class DiskNoteFiles implements NoteFiles {
  private listing: Promise<unknown> = Promise.resolve();

  constructor(private readonly elsewhere: NoteFiles) {}

  async listFolder(folder: vscode.Uri): Promise<readonly FolderEntry[]> {
    if (!isOnDisk(folder)) {
      return await this.elsewhere.listFolder(folder);
    }
    // One after the other: each may hold many thousands.
    const listing = this.listing.then(async () => {
      await restIfTurnIsOver();
      return listOne(folder.fsPath);
    });
    this.listing = listing;
    return await listing;
  }

  async readFile(uri: vscode.Uri): Promise<ReadResult> {
    if (!isOnDisk(uri)) {
      return await this.elsewhere.readFile(uri);
    }
    try {
      return fs.readFileSync(uri.fsPath);
    } catch (error) {
      return reasonOf(error);
    }
  }

  async readMany(
    root: vscode.Uri,
    paths: readonly string[],
    take: (path: string, result: ReadResult, stamp?: FileStamp) => void,
    isWanted: () => boolean,
    isKnown?: (path: string, stamp: FileStamp) => boolean,
  ): Promise<void> {
    if (!isOnDisk(root)) {
      await this.elsewhere.readMany(root, paths, take, isWanted);
      return;
    }
    const reader = new NoteReader();
    const folder = root.fsPath + path.sep;
    for (const one of paths) {
      if (isTurnOver()) {
        await restIfTurnIsOver();
      }
      if (!isWanted()) {
        return;
      }
      reader.read(
        folder + one,
        (result, stamp) => {
          take(one, result, stamp);
        },
        isKnown && ((stamp) => isKnown(one, stamp)),
      );
    }
  }

  async withoutLinkedFolders(root: vscode.Uri, paths: readonly string[]): Promise<readonly string[]> {
    if (!isOnDisk(root)) {
      return await this.elsewhere.withoutLinkedFolders(root, paths);
    }
    const links = new Map<string, boolean>();
    const isLinked = (one: string): boolean => {
      const parent = one.slice(0, Math.max(one.lastIndexOf('/'), 0));
      const known = parent === '' ? false : links.get(parent);
      if (known !== undefined) {
        return known;
      }
      const found = isLink(path.join(root.fsPath, parent)) || isLinked(parent);
      links.set(parent, found);
      return found;
    };
    return paths.filter((one) => !isLinked(one));
  }

  async create(uri: vscode.Uri, bytes: Uint8Array): Promise<'created' | 'exists'> {
    if (!isOnDisk(uri)) {
      return await this.elsewhere.create(uri, bytes);
    }
    await fs.promises.mkdir(path.dirname(uri.fsPath), { recursive: true });
    const file = await openNew(uri.fsPath);
    if (!file) {
      return 'exists';
    }
    try {
      await file.writeFile(bytes);
    } catch (error) {
      // Half a note would stand in the way of a whole one; nobody but this call can have written in it.
      await fs.promises.rm(uri.fsPath, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return 'created';
  }

  async append(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    if (!isOnDisk(uri)) {
      await this.elsewhere.append(uri, bytes);
      return;
    }
    await fs.promises.appendFile(uri.fsPath, bytes);
  }

  async replaceByte(uri: vscode.Uri, before: Uint8Array, edit: TickByte): Promise<boolean> {
    if (!isOnDisk(uri)) {
      return await this.elsewhere.replaceByte(uri, before, edit);
    }
    // In place: a file that is never emptied cannot be lost to a full disk.
    const file = await fs.promises.open(uri.fsPath, 'r+');
    try {
      const now = await file.readFile();
      if (!now.equals(before)) {
        return false;
      }
      await file.write(Uint8Array.of(edit.to), 0, 1, edit.offset);
      return true;
    } finally {
      await file.close();
    }
  }

  async replace(uri: vscode.Uri, before: Uint8Array, after: Uint8Array): Promise<boolean> {
    if (!isOnDisk(uri)) {
      return await this.elsewhere.replace(uri, before, after);
    }
    // Beside it first: a full disk, or an end in the midst of it, never leaves half a note.
    const beside = `${uri.fsPath}.${crypto.randomUUID()}.tmp`;
    try {
      const { mode } = await fs.promises.stat(uri.fsPath);
      await fs.promises.writeFile(beside, after, { flag: 'wx', mode, flush: true });
      if (!(await fs.promises.readFile(uri.fsPath)).equals(before)) {
        return false;
      }
      await fs.promises.rename(beside, uri.fsPath);
      return true;
    } finally {
      await fs.promises.rm(beside, { force: true });
    }
  }
}

/** @returns the file, or `undefined` where something of that name is there. */
async function openNew(path: string): Promise<fs.promises.FileHandle | undefined> {
  try {
    return await fs.promises.open(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'EISDIR') {
      return undefined;
    }
    throw error;
  }
}

function isOnDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file';
}

/** What is not there leads nowhere. */
function isLink(folder: string): boolean {
  try {
    return fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

function listOne(folder: string): readonly FolderEntry[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, kindOf(entry)] as const);
  } catch {
    return [];
  }
}

function kindOf(entry: fs.Dirent): EntryKind {
  if (entry.isFile()) {
    return 'file';
  }
  return entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
