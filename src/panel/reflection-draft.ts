import * as vscode from 'vscode';
import type { ReflectionDraft } from '../core/forgiveness/draft-text';
import { PRIVATE_FOLDER } from '../core/note-path';
import { refuseLinks } from '../notes/new-note-file';
import { keepPrivateFolderIgnored } from '../notes/private-folder';
import { exists } from '../workspace/editor-note-files';
import type { NoteFiles } from '../workspace/note-files';
import { loadParsing } from '../workspace/parsing';

/** A file as this window last read or wrote it. */
interface KnownFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The unfinished reflection of one person, as a file in the private folder. A file that is not the one that was last
 * read or written here belongs to somebody else, to another window perhaps: it is never written to, and the draft goes
 * on in a file beside it. Everything happens in the order in which it was asked for.
 */
export class ReflectionDraftFile {
  private last: Promise<unknown> = Promise.resolve();
  private isOpened = false;
  private known: KnownFile | undefined;
  private draft: ReflectionDraft | undefined;
  private wish: object | undefined;

  /**
   * @param folder the notes folder
   * @param partner the id of who reflects
   * @param key tells this draft from those of other people and folders
   */
  constructor(
    private readonly files: NoteFiles,
    private readonly folder: vscode.Uri,
    private readonly partner: string,
    readonly key: string,
  ) {}

  /**
   * @returns the draft that this window works on; at first, and once that one is gone, the newest there is
   * @throws the file system's error where it cannot be read
   */
  async newest(): Promise<ReflectionDraft | undefined> {
    return await this.inOrder(async () => {
      if (this.known && !(await this.read(this.known.name))) {
        this.forget();
      }
      if (!this.isOpened) {
        await this.open();
      }
      return this.draft;
    });
  }

  /**
   * Keeps a draft. One that is still waiting when a newer one comes is never written.
   * @param comment gives what the file says of itself
   * @throws PlainError where nothing private may be written, or the file system's error
   */
  async keep(draft: ReflectionDraft, comment: () => Promise<string>): Promise<void> {
    const wish = {};
    this.wish = wish;
    await this.inOrder(async () => {
      if (this.wish !== wish) {
        return;
      }
      const parsing = await loadParsing();
      await this.write(new TextEncoder().encode(parsing.draftText(draft, await comment())));
      this.draft = draft;
      this.isOpened = true;
    });
  }

  /** Deletes the draft, if its file is still the one that is known here. Drafts beside it stay. */
  async discard(): Promise<void> {
    await this.inOrder(async () => {
      const { known } = this;
      const now = known && (await this.read(known.name));
      if (now && sameBytes(now, known.bytes)) {
        await vscode.workspace.fs.delete(this.uriOf(known.name), { useTrash: false });
      }
      this.forget();
    });
  }

  /** @returns when nothing is being written any more, however that went */
  async flush(): Promise<void> {
    await this.last;
  }

  private async inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return await result;
  }

  private forget(): void {
    this.isOpened = false;
    this.known = undefined;
    this.draft = undefined;
  }

  /** Takes the newest whole draft. What cannot be read stays where it is. */
  private async open(): Promise<void> {
    const parsing = await loadParsing();
    let newest = -Infinity;
    for (const name of await this.names()) {
      const bytes = await this.read(name).catch(() => undefined);
      const draft = bytes && parsing.readDraft(decoded(bytes));
      const { mtime } = draft ? await vscode.workspace.fs.stat(this.uriOf(name)) : { mtime: -Infinity };
      if (draft && mtime >= newest) {
        newest = mtime;
        this.known = { name, bytes };
        this.draft = draft;
      }
    }
    this.isOpened = true;
  }

  /** The files that can be drafts of this person, those with a number last. */
  private async names(): Promise<readonly string[]> {
    const place = vscode.Uri.joinPath(this.folder, PRIVATE_FOLDER);
    // VS Code 1.100 logs a fault for each listing of a folder that is not there.
    const entries = (await exists(place)) ? await vscode.workspace.fs.readDirectory(place) : [];
    return entries
      .flatMap(([name, type]) => (type === vscode.FileType.File && this.isName(name) ? [name] : []))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }

  private isName(name: string): boolean {
    const begin = this.nameOf(1).replace(/\.yaml$/, '');
    return name.startsWith(begin) && /^(?:[-.][a-z0-9]+)?\.yaml$/.test(name.slice(begin.length));
  }

  private nameOf(sequence: number): string {
    return `reflection-unfinished-${this.partner}${sequence === 1 ? '' : `-${String(sequence)}`}.yaml`;
  }

  private uriOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, PRIVATE_FOLDER, name);
  }

  private async write(bytes: Uint8Array): Promise<void> {
    await keepPrivateFolderIgnored(this.files, this.folder);
    await refuseLinks(this.folder, `${PRIVATE_FOLDER}/${this.nameOf(1)}`);
    const { known } = this;
    const now = known && (await this.read(known.name));
    if (!now || !sameBytes(now, known.bytes)) {
      this.known = { name: await this.createBeside(bytes), bytes };
    } else if (!sameBytes(now, bytes)) {
      await this.replace(known.name, bytes);
    }
  }

  private async createBeside(bytes: Uint8Array): Promise<string> {
    for (let sequence = 1; ; sequence += 1) {
      const name = this.nameOf(sequence);
      if ((await this.files.create(this.uriOf(name), bytes)) === 'created') {
        return name;
      }
    }
  }

  /**
   * Writes a whole new file and lets it take the place of the old one, so that half a draft is never all there is.
   * The new file is a draft by its name already: should everything stop in between, it is found again.
   */
  private async replace(name: string, bytes: Uint8Array): Promise<void> {
    const begin = this.nameOf(1).replace(/\.yaml$/, '');
    const newName = `${begin}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}.yaml`;
    try {
      await vscode.workspace.fs.writeFile(this.uriOf(newName), bytes);
    } catch (error) {
      await this.remove(newName);
      throw error;
    }
    this.known = { name: newName, bytes };
    try {
      await vscode.workspace.fs.rename(this.uriOf(newName), this.uriOf(name), { overwrite: true });
    } catch {
      await vscode.workspace.fs.writeFile(this.uriOf(name), bytes);
      await this.remove(newName);
    }
    this.known = { name, bytes };
  }

  private async remove(name: string): Promise<void> {
    await vscode.workspace.fs.delete(this.uriOf(name), { useTrash: false }).then(undefined, () => undefined);
  }

  /** @returns the bytes, or `undefined` where there is no such file */
  private async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return Uint8Array.from(await vscode.workspace.fs.readFile(this.uriOf(name)));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        return undefined;
      }
      throw error;
    }
  }
}

/** @returns the text, or an empty one for what is no text: that is no draft either. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
