import * as vscode from 'vscode';
import type { NoteIndex } from '../core/note-index';
import type { SyncCopies } from '../core/sync-copies';
import { isFile, pathBelow, walkNotes } from './folder-walk';
import type { NoteCache } from './note-cache';
import type { NoteFiles } from './note-files';
import { isTurnOver, restIfTurnIsOver } from './turns';

/** What is kept of the files of a notes folder. */
export interface KeptOfFiles {
  readonly index: NoteIndex;
  readonly copies: SyncCopies;
  /** What was read at another time, where this window may keep that. */
  readonly cache: NoteCache | undefined;
}

/**
 * Brings what is kept of a notes folder up to date with its files. Each method tells whether something changed, and
 * ends early once nobody wants the result.
 */
export class FolderReader {
  /**
   * @param root the notes folder
   * @param isWanted asked after each wait
   */
  constructor(
    private readonly root: vscode.Uri,
    private readonly files: NoteFiles,
    private readonly isWanted: () => boolean,
  ) {}

  /** Takes in what a watcher told: files that changed, and folders that came or went. */
  async takeIn(kept: KeptOfFiles, paths: readonly string[]): Promise<boolean> {
    const { index, copies } = kept;
    const covered = paths.filter((path) => index.covers(path));
    const notes = await this.files.withoutLinkedFolders(this.root, covered);
    const named = paths.filter((path) => copies.covers(path));
    const targets = index.folders();
    const folders = paths.filter((path) => targets.some((target) => isAtOrBelow(target, path)));
    const changes = [
      await this.read(kept, notes),
      named.length > 0 && (await this.lookForCopies(copies, named)),
      folders.length > 0 && (await this.rescan(kept, folders)),
    ];
    return changes.includes(true);
  }

  /** Compares what is kept with what lies in the given folders, `''` for all, and below. */
  async rescan(kept: KeptOfFiles, folders: readonly string[]): Promise<boolean> {
    const { index, copies, cache } = kept;
    const isBelow = (path: string): boolean => folders.some((folder) => folder === '' || isAtOrBelow(path, folder));
    const targets = index.folders().filter((target) => isBelow(target));
    const inside = await walkNotes({ targets, withOwn: folders.includes('') }, (folder) =>
      this.files.listFolder(folder === '' ? this.root : vscode.Uri.joinPath(this.root, folder)),
    );
    const present = new Set<string>();
    const files: string[] = [];
    let hasChanged = false;
    for (const { path, kind } of inside) {
      if (isTurnOver()) {
        await restIfTurnIsOver();
      }
      if (!this.isWanted()) {
        return hasChanged;
      }
      present.add(path);
      if (kind === 'file') {
        hasChanged = copies.add(path) || hasChanged;
        files.push(path);
      } else {
        hasChanged = index.updateUnreadable(path, kind === 'link' ? 'symbolic-link' : 'not-a-file') || hasChanged;
        hasChanged = copies.remove(path) || hasChanged;
      }
    }
    const isGone = ({ path }: { readonly path: string }): boolean => !present.has(path) && isBelow(path);
    for (const { path } of index.all().filter(isGone)) {
      cache?.wasRead(path, undefined);
      hasChanged = index.remove(path) || hasChanged;
    }
    for (const { path } of copies.all().filter(isGone)) {
      hasChanged = copies.remove(path) || hasChanged;
    }
    return (await this.read(kept, files)) || hasChanged;
  }

  /** Looks whether copies that other programs make are there. They are not read. */
  private async lookForCopies(copies: SyncCopies, paths: readonly string[]): Promise<boolean> {
    const own = new Set(await this.files.withoutLinkedFolders(this.root, paths));
    let hasChanged = false;
    for (const path of paths) {
      const isThere = own.has(path) && (await isFile(vscode.Uri.joinPath(this.root, path)));
      hasChanged = (isThere ? copies.add(path) : copies.remove(path)) || hasChanged;
    }
    return hasChanged;
  }

  /** Reads notes as they are now; what somebody is writing in an editor goes before what is on the disk. */
  private async read({ index, cache }: KeptOfFiles, paths: readonly string[]): Promise<boolean> {
    let hasChanged = false;
    const dirty = new Map(
      vscode.workspace.textDocuments
        .filter((document) => document.isDirty)
        .map((one) => [pathBelow(this.root, one.uri), one]),
    );
    const closed = paths.filter((path) => {
      const document = dirty.get(path);
      if (document) {
        cache?.wasRead(path, undefined);
        hasChanged = index.update(path, new TextEncoder().encode(document.getText())) || hasChanged;
      }
      return !document;
    });
    await this.files.readMany(
      this.root,
      closed,
      (path, result, stamp) => {
        if (result === 'missing') {
          hasChanged = index.remove(path) || hasChanged;
        } else if (typeof result === 'string') {
          hasChanged = index.updateUnreadable(path, result) || hasChanged;
        } else {
          hasChanged = index.update(path, result) || hasChanged;
        }
        cache?.wasRead(path, typeof result === 'string' ? undefined : stamp);
      },
      this.isWanted,
      cache?.isEmpty === false
        ? (path, stamp) => {
            const taken = cache.take(path, stamp);
            hasChanged = taken === true || hasChanged;
            return taken !== undefined;
          }
        : undefined,
    );
    return hasChanged;
  }
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
