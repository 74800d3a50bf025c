import * as vscode from 'vscode';
import type { Couple } from '../core/couple';
import type { Guide } from '../core/guide';
import { fingerprint } from '../core/note-bytes';
import { READER_VERSION } from '../core/note-cache/cached-note';
import { FileStamps } from '../core/note-cache/file-stamps';
import { readShard, shardBytes, shardCount, shardOf } from '../core/note-cache/shard';
import type { CacheEntry, FileStamp } from '../core/note-cache/shard';
import type { NoteIndex } from '../core/note-index';
import { PRIVATE_FOLDER } from '../core/note-path';
import type { NoteFiles } from './note-files';
import { isTurnOver, restIfTurnIsOver } from './turns';

/** Where this window may keep what it read, and the version of the extension that keeps it. */
export interface CacheStorage {
  readonly folder: vscode.Uri;
  readonly version: string;
}

const QUIET_BEFORE_WRITING_IN_MILLISECONDS = 2500;
/** A file that changed so shortly before it was read could change again without looking any different. */
const RACY_IN_MILLISECONDS = 2000;

/**
 * What was read of shared notes, kept beside the editor's own state, so that notes which did not change need not be
 * read again. It holds no word of a note, and whatever is odd about it is thrown away: everything in it can be had
 * again from the notes.
 */
export class NoteCache implements vscode.Disposable {
  /** What was kept when the window opened. It is of no use once every note has been looked at. */
  private entries = new Map<string, CacheEntry>();
  private readonly stamps = new FileStamps();
  private readonly changed = new Set<number>();
  private written: readonly string[] = [];
  private count = 0;
  private latestChange = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  private constructor(
    private readonly place: vscode.Uri,
    private readonly version: string,
    private readonly index: NoteIndex,
  ) {}

  /**
   * Loads what was kept of the notes of a folder.
   * @param uri the notes folder
   * @param index that the notes are taken into
   */
  static async load(
    { folder, version }: CacheStorage,
    files: NoteFiles,
    uri: vscode.Uri,
    { templates }: Guide,
    { partners }: Couple,
    index: NoteIndex,
  ): Promise<NoteCache> {
    const made = JSON.stringify([READER_VERSION, version, templates, partners.map(({ id }) => id)]);
    const place = vscode.Uri.joinPath(folder, 'notes', digest(uri.toString()));
    const cache = new NoteCache(place, digest(made), index);
    await restIfTurnIsOver();
    await cache.readShards(files);
    return cache;
  }

  /** Whether there is nothing here that a note could be taken from. */
  get isEmpty(): boolean {
    return this.entries.size === 0;
  }

  /** Takes a note into the index from here. @returns whether that changed the index; `undefined` where it must be read */
  take(path: string, stamp: FileStamp): boolean | undefined {
    const entry = this.entries.get(path);
    if (!entry || !isSame(entry.stamp, stamp)) {
      return undefined;
    }
    const hasChanged = this.index.restore(path, entry.cached);
    if (hasChanged !== undefined) {
      this.entries.delete(path);
      this.stamps.set(path, entry.stamp);
    }
    return hasChanged;
  }

  /**
   * Tells that a note was read into the index, or that it is gone.
   * @param stamp undefined where what counts is not on the disk
   */
  wasRead(path: string, stamp: FileStamp | undefined): void {
    const isRacy = stamp && Date.now() - Math.max(stamp.modified, stamp.changed) < RACY_IN_MILLISECONDS;
    if (stamp && !isRacy && !path.startsWith(`${PRIVATE_FOLDER}/`)) {
      const known = this.stamps.get(path);
      if (!known || !isSame(known, stamp)) {
        this.stamps.set(path, stamp);
        this.change(path);
      }
    } else if (this.stamps.delete(path)) {
      this.change(path);
    }
  }

  /** Tells that every note has been looked at: what is left here is of none. */
  wasScanned(): void {
    for (const path of this.entries.keys()) {
      this.change(path);
    }
    this.entries = new Map();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
  }

  private change(path: string): void {
    this.changed.add(shardOf(path, this.count));
    this.latestChange = performance.now();
    this.timer ??= this.isDisposed
      ? undefined
      : setTimeout(() => {
          this.writeAfterQuiet();
        }, QUIET_BEFORE_WRITING_IN_MILLISECONDS);
  }

  /** One timer for all of thousands of changes. */
  private writeAfterQuiet(): void {
    const quiet = QUIET_BEFORE_WRITING_IN_MILLISECONDS - (performance.now() - this.latestChange);
    if (quiet > 0) {
      this.timer = setTimeout(() => {
        this.writeAfterQuiet();
      }, quiet);
      return;
    }
    this.timer = undefined;
    this.write().catch(() => {
      // What is not kept is read again.
    });
  }

  private async readShards(files: NoteFiles): Promise<void> {
    this.written = (await files.listFolder(this.place)).map(([name]) => name);
    const counts = this.written.map((name) => Number(/^\d+-of-(\d+)\.notes$/.exec(name)?.[1] ?? 0));
    this.count = shardCount(0, Math.max(0, ...counts));
    const wanted = this.written.filter((name) => name.endsWith(`-of-${String(this.count)}.notes`));
    for (const name of wanted) {
      const bytes = await files.readFile(vscode.Uri.joinPath(this.place, name));
      if (isTurnOver()) {
        await restIfTurnIsOver();
      }
      for (const [path, entry] of (typeof bytes === 'string' ? undefined : readShard(bytes, this.version)) ?? []) {
        this.entries.set(path, entry);
      }
    }
  }

  /** Writes what has changed, each shard beside its old one first, so that none is ever half there. */
  private async write(): Promise<void> {
    const count = shardCount(this.stamps.size, this.count);
    const isRegrouped = count !== this.count;
    this.count = count;
    const numbers = isRegrouped ? Array.from({ length: count }, (_, number) => number) : [...this.changed];
    this.changed.clear();
    const shards = new Map(numbers.map((number) => [number, new Map<string, CacheEntry>()]));
    for (const path of [...this.stamps.paths()]) {
      if (isTurnOver()) {
        await restIfTurnIsOver();
      }
      const shard = shards.get(shardOf(path, count));
      const cached = shard && this.index.cachedNote(path);
      // As it is now: what was read meanwhile has brought its stamp along.
      const stamp = this.stamps.get(path);
      if (cached && stamp) {
        shard.set(path, { stamp, cached });
      }
    }
    await vscode.workspace.fs.createDirectory(this.place);
    for (const [number, entries] of shards) {
      await restIfTurnIsOver();
      if (this.isDisposed) {
        return;
      }
      await this.writeShard(`${String(number)}-of-${String(count)}.notes`, shardBytes(entries, this.version));
    }
    const old = this.written.filter((name) => !name.endsWith(`-of-${String(count)}.notes`));
    this.written = [];
    await Promise.all(old.map((name) => vscode.workspace.fs.delete(vscode.Uri.joinPath(this.place, name))));
  }

  private async writeShard(name: string, bytes: Uint8Array): Promise<void> {
    const beside = vscode.Uri.joinPath(this.place, `${name}.tmp`);
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, vscode.Uri.joinPath(this.place, name), { overwrite: true });
  }
}

function isSame(one: FileStamp, other: FileStamp): boolean {
  return one.modified === other.modified && one.changed === other.changed && one.size === other.size;
}

function digest(text: string): string {
  return fingerprint(new TextEncoder().encode(text));
}
