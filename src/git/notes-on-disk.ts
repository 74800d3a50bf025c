import * as vscode from 'vscode';
import { PRIVATE_FOLDER } from '../core/note-path';
import type { FileOnDisk, NotesOnDisk } from '../sync/port';
import { pathBelow, withoutLinkedFolders } from '../workspace/folder-walk';
import type { NoteFiles } from '../workspace/note-files';

/** A notes folder as the editor has it: its files, and the texts that are open and not saved yet. */
export class EditorNotesOnDisk implements NotesOnDisk {
  /**
   * @param root the notes folder
   * @param files what creates and replaces files
   */
  constructor(
    private readonly root: vscode.Uri,
    private readonly files: NoteFiles,
  ) {}

  async saveOpenNotes(): Promise<void> {
    for (const { document } of this.openAndChanged()) {
      // A refusal, such as by a full disk, shows in what is unsaved afterwards.
      await document.save().then(undefined, () => false);
    }
  }

  unsaved(): readonly string[] {
    return this.openAndChanged().map(({ path }) => path);
  }

  async kindOf(path: string): Promise<'file' | 'other' | 'missing'> {
    if ((await withoutLinkedFolders(this.root, [path])).length === 0) {
      return 'other';
    }
    try {
      // A linked file has both flags.
      const { type } = await vscode.workspace.fs.stat(this.uri(path));
      return type === vscode.FileType.File ? 'file' : 'other';
    } catch (error) {
      return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? 'missing' : 'other';
    }
  }

  async read(path: string): Promise<FileOnDisk | undefined> {
    if ((await this.kindOf(path)) !== 'file') {
      return undefined;
    }
    const bytes = Uint8Array.from(await vscode.workspace.fs.readFile(this.uri(path)));
    // The time comes second: a file that is written in between is never taken for an older one.
    const { mtime } = await vscode.workspace.fs.stat(this.uri(path));
    return { bytes, modified: mtime };
  }

  async replace(path: string, before: Uint8Array | undefined, after: Uint8Array): Promise<boolean> {
    const kind = await this.kindOf(path);
    if (kind !== (before ? 'file' : 'missing') || this.unsaved().includes(path)) {
      return false;
    }
    if (!before) {
      return (await this.files.create(this.uri(path), after)) === 'created';
    }
    return await this.files.replace(this.uri(path), before, after);
  }

  async mergeWritten(): Promise<number | undefined> {
    try {
      return (await vscode.workspace.fs.stat(this.uri('.git/MERGE_HEAD'))).mtime;
    } catch {
      return undefined;
    }
  }

  private openAndChanged(): readonly { readonly path: string; readonly document: vscode.TextDocument }[] {
    return vscode.workspace.textDocuments.flatMap((document) => {
      const path = document.isDirty ? pathBelow(this.root, document.uri) : undefined;
      return path === undefined || isPrivate(path) ? [] : [{ path, document }];
    });
  }

  private uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }
}

/** Some disks take any case for the same folder, so any case is left alone. */
function isPrivate(path: string): boolean {
  return path.toLowerCase().startsWith(`${PRIVATE_FOLDER}/`);
}
