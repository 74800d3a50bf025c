import * as vscode from 'vscode';
import { COUPLE_FILE } from '../core/couple';
import { PRIVATE_FOLDER } from '../core/note-path';
import { setContext } from './context-key';
import { exists } from './editor-note-files';
import type { GuideSource } from './guide-source';
import type { CacheStorage } from './note-cache';
import type { NoteFiles } from './note-files';
import type { NotesFolder } from './notes-folder';
import { loadParsing } from './parsing';

const ACTIVE_KEY = 'kintsugi.activeNotesFolder';
/** How deep below a workspace folder a notes folder is looked for. */
const DEEPEST = 2;
/** Folders that are looked into on each level, so that a huge workspace is not searched. */
const MOST_FOLDERS = 200;
const QUIET_IN_MILLISECONDS = 300;

/** The notes folders of this window. One of them is active; the others can be switched to. */
export class NotesFolders implements vscode.Disposable {
  private readonly changedActive = new vscode.EventEmitter<void>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: { dispose(): unknown }[] = [this.changedActive, this.changed];
  private activeSubscriptions: vscode.Disposable | undefined;
  private found: readonly vscode.Uri[] = [];
  private current: NotesFolder | undefined;
  private finding: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;

  /** Fires when another folder, or none, is active. */
  readonly onDidChangeActive = this.changedActive.event;
  /** Fires when another folder is active or when what the active one holds has changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly files: NoteFiles,
    private readonly guides: GuideSource,
    private readonly state: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
    private readonly storage?: CacheStorage,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate((uri) => {
        const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
        if (name === COUPLE_FILE || !name.includes('.')) {
          this.findSoon();
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.findSoon();
      }),
    );
  }

  /** All notes folders of the window. */
  get all(): readonly vscode.Uri[] {
    return this.found;
  }

  /** The folder that commands and views work on, once it is found. */
  get active(): NotesFolder | undefined {
    return this.current;
  }

  /** Looks for notes folders, unless that was done. @returns the active one */
  async whenFound(): Promise<NotesFolder | undefined> {
    await (this.finding ?? this.find());
    return this.current;
  }

  /** Looks for notes folders again. */
  async find(): Promise<void> {
    const before = this.finding ?? Promise.resolve();
    this.finding = before.then(() => this.search());
    await this.finding;
  }

  /** Makes a folder the active one, and remembers that for this workspace. */
  async activate(uri: vscode.Uri): Promise<void> {
    await this.state.update(ACTIVE_KEY, uri.toString());
    await this.find();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.activeSubscriptions?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private findSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.find().catch(() => {
        this.log.error('Looking for notes folders failed.');
      });
    }, QUIET_IN_MILLISECONDS);
  }

  private async search(): Promise<void> {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const found = (await Promise.all(roots.map((root) => notesFoldersBelow(root, DEEPEST)))).flat();
    if (this.isDisposed) {
      return;
    }
    const unique = new Map(found.map((uri) => [uri.toString(), uri]));
    this.found = [...unique.values()];
    const remembered = this.state.get<string>(ACTIVE_KEY);
    const wanted = unique.get(remembered ?? '') ?? this.found[0];
    if (wanted?.toString() !== this.current?.uri.toString()) {
      await this.open(wanted);
    }
    await setContext('kintsugi.hasNotesFolder', this.current !== undefined);
    await setContext('kintsugi.hasSeveralNotesFolders', this.found.length > 1);
  }

  private async open(uri: vscode.Uri | undefined): Promise<void> {
    this.activeSubscriptions?.dispose();
    this.activeSubscriptions = undefined;
    this.current = undefined;
    if (uri) {
      const parsing = await loadParsing();
      const folder = await parsing.NotesFolder.open(uri, this.files, this.guides, this.log, this.storage);
      if (this.isDisposed) {
        folder.dispose();
        return;
      }
      this.current = folder;
      this.activeSubscriptions = vscode.Disposable.from(
        folder,
        folder.onDidChange(() => {
          this.changed.fire();
        }),
        folder.onDidVanish(() => {
          this.findSoon();
        }),
      );
    }
    this.changedActive.fire();
    this.changed.fire();
  }
}

async function notesFoldersBelow(root: vscode.Uri, depth: number): Promise<readonly vscode.Uri[]> {
  const own = (await holdsCouple(root)) ? [root] : [];
  if (depth === 0) {
    return own;
  }
  const below = await Promise.all((await foldersIn(root)).map((folder) => notesFoldersBelow(folder, depth - 1)));
  return [...own, ...below.flat()];
}

async function holdsCouple(folder: vscode.Uri): Promise<boolean> {
  try {
    return await exists(vscode.Uri.joinPath(folder, COUPLE_FILE));
  } catch {
    return false;
  }
}

async function foldersIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => type === vscode.FileType.Directory && !name.startsWith('.') && !SKIPPED.has(name))
      .slice(0, MOST_FOLDERS)
      .map(([name]) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

const SKIPPED = new Set(['node_modules', PRIVATE_FOLDER]);
