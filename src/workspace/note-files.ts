import type * as vscode from 'vscode';
import type { TickByte } from '../core/tick';
import type { FileStamp } from '../core/note-cache/shard';
import type { UnreadableReason } from '../core/note-file';
import type { FolderEntry } from './folder-walk';

/** A file's bytes, or why they could not be had. `missing` files are gone, which is no fault. */
export type ReadResult = Uint8Array | UnreadableReason | 'missing';

/**
 * The port through which notes are read in number and written. A host with a disk gives a faster and safer one
 * than the editor's own file system does; everything else in the product is the same everywhere.
 */
export interface NoteFiles {
  /** Lists what lies in a folder; nothing where it is gone, or may not be listed. */
  listFolder(folder: vscode.Uri): Promise<readonly FolderEntry[]>;

  /** Reads one file whole, through links. */
  readFile(uri: vscode.Uri): Promise<ReadResult>;

  /**
   * Reads files and hands each over as it comes, in slices that keep nobody waiting.
   * @param root the notes folder
   * @param paths relative to it, with forward slashes
   * @param take is given bytes that are its own only until it returns, and the stamp that a file had before it was read, where the host can tell one
   * @param isWanted asked between files; once it says no, nothing more is read
   * @param isKnown asked before a file is read, where the host can tell a stamp; what is known is not read
   */
  readMany(
    root: vscode.Uri,
    paths: readonly string[],
    take: (path: string, result: ReadResult, stamp?: FileStamp) => void,
    isWanted: () => boolean,
    isKnown?: (path: string, stamp: FileStamp) => boolean,
  ): Promise<void>;

  /**
   * Leaves out what lies behind a linked folder, which could lead out of the notes folder.
   * @param root the notes folder
   * @param paths relative to it, with forward slashes
   */
  withoutLinkedFolders(root: vscode.Uri, paths: readonly string[]): Promise<readonly string[]>;

  /**
   * Creates a file that is not there, with its folders.
   * @returns `exists`, and leaves everything as it was, where something of that name is there
   * @throws the file system's error where it cannot be created
   */
  create(uri: vscode.Uri, bytes: Uint8Array): Promise<'created' | 'exists'>;

  /**
   * Adds bytes at the end of a file that is there.
   * @throws the file system's error where it cannot be written
   */
  append(uri: vscode.Uri, bytes: Uint8Array): Promise<void>;

  /**
   * Changes one byte of a file, if the file is still the one that was read.
   * @param before the bytes that were read
   * @returns whether it was changed; `false` where the file is another by now
   * @throws the file system's error where it cannot be written
   */
  replaceByte(uri: vscode.Uri, before: Uint8Array, edit: TickByte): Promise<boolean>;

  /**
   * Puts other bytes into a file, if the file is still the one that was read. On a disk it holds either the bytes
   * that were read or the others at any moment, whatever fails.
   * @param before the bytes that were read
   * @returns whether they were put there; `false` where the file is another by now
   * @throws the file system's error where it cannot be written
   */
  replace(uri: vscode.Uri, before: Uint8Array, after: Uint8Array): Promise<boolean>;
}
