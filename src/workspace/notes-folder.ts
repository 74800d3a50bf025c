import * as vscode from 'vscode';
import { COUPLE_FILE } from '../core/couple';
import type { Couple } from '../core/couple';
import type { Guide } from '../core/guide';
import type { Note } from '../core/note';
import { COUPLE_TEMPLATES_ROOT } from '../core/note-path';
import type { NoteIndex } from '../core/note-index';
import { GuideProgress } from '../core/progress';
import type { StageProgress } from '../core/progress';
import { problem, wholeLine } from '../core/problem';
import type { Problem } from '../core/problem';
import { SyncCopies } from '../core/sync-copies';
import { watchedPattern } from '../core/watched-pattern';
import { ChangeQueue } from './change-queue';
import { FolderReader } from './folder-reader';
import type { KeptOfFiles } from './folder-reader';
import { pathBelow } from './folder-walk';
import type { GuideSource } from './guide-source';
import type { CacheStorage } from './note-cache';
import type { NoteFiles } from './note-files';
import { loadParsing } from './parsing';
import { restIfTurnIsOver, turnOfOthers } from './turns';

/** A notes folder whose `kintsugi.yaml` can be used. */
export interface ReadyFolder {
  readonly couple: Couple;
  readonly guide: Guide;
  readonly index: NoteIndex;
  /** What other programs laid beside the notes. It never counts as a note. */
  readonly copies: SyncCopies;
}

/** One open notes folder: what its files say now, kept up as they change. */
export class NotesFolder implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly vanished = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly queue: ChangeQueue;
  private readonly reader: FolderReader;
  private content: (ReadyFolder & KeptOfFiles) | undefined;
  private progress: GuideProgress | undefined;
  private fileProblems: ReadonlyMap<string, readonly Problem[]> = new Map();
  private watched: { readonly pattern: string; readonly subscription: vscode.Disposable } | undefined;
  private isDisposed = false;

  /** Fires when what the files say has changed. */
  readonly onDidChange = this.changed.event;
  /** Fires when the folder holds no `kintsugi.yaml` any more. */
  readonly onDidVanish = this.vanished.event;

  private constructor(
    readonly uri: vscode.Uri,
    private readonly files: NoteFiles,
    private readonly guides: GuideSource,
    log: vscode.LogOutputChannel,
    private readonly storage: CacheStorage | undefined,
  ) {
    this.reader = new FolderReader(uri, files, () => !this.isGone());
    this.queue = new ChangeQueue(
      (paths) => this.handleChanges(paths),
      (error) => {
        log.error(`Reading changed notes failed: ${error instanceof vscode.FileSystemError ? error.code : 'unknown'}`);
      },
    );
  }

  /** Opens a folder, reads it whole and watches it from then on. */
  static async open(
    uri: vscode.Uri,
    files: NoteFiles,
    guides: GuideSource,
    log: vscode.LogOutputChannel,
    storage?: CacheStorage,
  ): Promise<NotesFolder> {
    const folder = new NotesFolder(uri, files, guides, log, storage);
    folder.watch();
    await folder.reload();
    return folder;
  }

  /** What the folder holds, or `undefined` where its `kintsugi.yaml` cannot be used. */
  get ready(): ReadyFolder | undefined {
    return this.content;
  }

  /** What is wrong with `kintsugi.yaml` and the couple's templates, by path. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    return this.fileProblems;
  }

  /**
   * How far every stage is.
   * @param viewer the id of the partner who looks, if it is known
   */
  progressFor(viewer: string | undefined): readonly StageProgress[] {
    const { content } = this;
    return content && this.progress ? this.progress.of((stage) => content.index.ofStage(stage), viewer) : [];
  }

  /** @returns the place of a path of this folder. */
  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, path);
  }

  /** @returns the path below this folder, `''` for the folder itself, or `undefined` for what lies outside. */
  pathOf(uri: vscode.Uri): string | undefined {
    return pathBelow(this.uri, uri);
  }

  /** @returns the note at a place, if the guide knows it. */
  noteAt(uri: vscode.Uri): Note | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.content?.index.note(path);
  }

  /** Says that a file was changed by the product itself, so that no watcher need be waited for. */
  async noteChanged(path: string): Promise<void> {
    this.queue.add(path);
    await this.queue.flush();
  }

  /** Reads everything again, also where no watcher reports changes. */
  async refresh(): Promise<void> {
    await this.noteChanged(COUPLE_FILE);
  }

  dispose(): void {
    this.isDisposed = true;
    this.queue.dispose();
    this.content?.cache?.dispose();
    this.watched?.subscription.dispose();
    vscode.Disposable.from(...this.subscriptions, this.changed, this.vanished).dispose();
  }

  private watch(): void {
    this.watchFiles([]);
    const addDocument = (document: vscode.TextDocument): void => {
      const path = this.pathOf(document.uri);
      if (path !== undefined && this.content?.index.covers(path)) {
        this.queue.add(path);
      }
    };
    this.subscriptions.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        addDocument(document);
      }),
      vscode.workspace.onDidCloseTextDocument(addDocument),
      // A watcher can miss what lies in folders that were made a moment ago.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        this.addChanged(uri);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        // Disks are watched; elsewhere nobody may have told of a change.
        if (focused && this.uri.scheme !== 'file') {
          this.queue.add(COUPLE_FILE);
        }
      }),
    );
  }

  /** @param noteFolders as far as they are known by now */
  private watchFiles(noteFolders: readonly string[]): void {
    const pattern = watchedPattern(noteFolders, [COUPLE_TEMPLATES_ROOT]);
    if (pattern === this.watched?.pattern) {
      return;
    }
    const before = this.watched;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.uri, pattern));
    const add = (uri: vscode.Uri): void => {
      this.addChanged(uri);
    };
    const listening = [watcher.onDidCreate(add), watcher.onDidChange(add), watcher.onDidDelete(add)];
    const subscription = vscode.Disposable.from(watcher, ...listening);
    this.watched = { pattern, subscription };
    before?.subscription.dispose();
  }

  private addChanged(uri: vscode.Uri): void {
    const path = this.pathOf(uri);
    if (path !== undefined && path !== '.git') {
      this.queue.addAtOnce(path);
    }
  }

  private async handleChanges(paths: readonly string[]): Promise<void> {
    const isWhole = paths.some((path) => path === '' || path === COUPLE_FILE || path.startsWith(COUPLE_TEMPLATES_ROOT));
    if (isWhole) {
      await this.reload();
      return;
    }
    const { content } = this;
    if (!content) {
      return;
    }
    const hasChanged = await this.reader.takeIn(content, paths);
    if (!this.isGone() && hasChanged) {
      this.announce();
    }
  }

  /** Reads `kintsugi.yaml`, the templates and every note. */
  private async reload(): Promise<void> {
    const parsing = await loadParsing();
    await restIfTurnIsOver();
    const reading = await this.readCouple();
    await restIfTurnIsOver();
    if (this.isGone()) {
      return;
    }
    if (reading === undefined) {
      this.content?.cache?.dispose();
      this.content = undefined;
      this.vanished.fire();
      return;
    }
    const problems = new Map<string, readonly Problem[]>([[COUPLE_FILE, reading.problems]]);
    let content: (ReadyFolder & KeptOfFiles) | undefined;
    if (reading.couple) {
      const { couple } = reading;
      const loaded = await this.guides.guideFor(this.uri, couple.language);
      loaded.problems.forEach((found, path) => problems.set(path, found));
      const index = new parsing.NoteIndex(loaded.guide, couple);
      // Before they are read: what changes from now on is told.
      if (!this.isGone()) {
        this.watchFiles(index.folders());
      }
      const copies = new SyncCopies((path) => path === COUPLE_FILE || index.covers(path));
      const storage = this.uri.scheme === 'file' ? this.storage : undefined;
      const cache =
        storage && (await parsing.NoteCache.load(storage, this.files, this.uri, loaded.guide, couple, index));
      content = { couple, guide: loaded.guide, index, copies, cache };
      await this.reader.rescan(content, ['']);
      cache?.wasScanned();
      for (const { id } of loaded.guide.stages) {
        // Sorted stage by stage: whoever is told next would ask for all of them at once.
        index.ofStage(id);
        await restIfTurnIsOver();
      }
      await turnOfOthers();
    }
    if (this.isGone()) {
      content?.cache?.dispose();
    } else {
      this.content?.cache?.dispose();
      this.content = content;
      this.progress = content && new GuideProgress(content.guide, content.couple);
      this.fileProblems = problems;
      this.announce();
    }
  }

  private async readCouple() {
    const parsing = await loadParsing();
    const bytes = await this.files.readFile(this.uriOf(COUPLE_FILE));
    if (bytes === 'missing') {
      return undefined;
    }
    if (typeof bytes === 'string') {
      const isFile = bytes !== 'not-a-file';
      return { couple: undefined, problems: [problem(isFile ? 'cannot-read' : 'not-a-file', wholeLine(0))] };
    }
    return parsing.readCouple(bytes);
  }

  /** Asked after each await: whether anybody still wants the result. */
  private isGone(): boolean {
    return this.isDisposed;
  }

  private announce(): void {
    this.changed.fire();
  }
}
