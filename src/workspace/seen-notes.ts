import * as vscode from 'vscode';
import type { Note } from '../core/note';
import { seenMark, SeenMarks } from '../core/seen-marks';
import type { Identity } from './identity';
import type { NotesFolder } from './notes-folder';
import type { NotesFolders } from './notes-folders';
import { isTurnOver, restIfTurnIsOver } from './turns';

/** So many times as many marks as there are notes are kept; most of the rest are of what notes once were. */
const MOST_MARKS_A_NOTE = 2;

/** Who looks, what they have seen, and so what is new. */
interface News {
  readonly me: string | undefined;
  /** Of shared notes as they were when they were opened here. */
  readonly seen: SeenMarks | undefined;
  readonly isNew: (note: Note) => boolean;
}

/**
 * Remembers, on this machine only, which of the partner's notes were opened since they changed.
 * When a folder is opened for the first time, what it holds counts as seen.
 */
export class SeenNotes implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: { dispose(): unknown }[] = [this.changed];
  private latest: News | undefined;
  private read: { readonly text: string; readonly seen: SeenMarks } | undefined;

  /** Fires when a note has been seen. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly folders: NotesFolders,
    private readonly identity: Identity,
    private readonly state: vscode.Memento,
  ) {
    this.subscriptions.push(
      vscode.window.onDidChangeVisibleTextEditors(() => void this.seeOpenNotes()),
      folders.onDidChange(() => void this.seeOpenNotes()),
    );
  }

  /** @returns whether the partner changed the note since it was last opened on this machine. */
  isNew(folder: NotesFolder, note: Note): boolean {
    return this.newsOf(folder)(note);
  }

  /**
   * @returns what tells of a note whether it is new, the way everything is now; the same function as before where only
   *   notes have changed
   */
  newsOf(folder: NotesFolder): (note: Note) => boolean {
    const me = this.identity.perspective(folder)?.me.id;
    const seen = this.seenIn(folder);
    if (!this.latest || this.latest.me !== me || this.latest.seen !== seen) {
      const isNew = (note: Note): boolean =>
        me !== undefined && seen !== undefined && !note.isPrivate && note.partner !== me && !seen.has(seenMark(note));
      this.latest = { me, seen, isNew };
    }
    return this.latest.isNew;
  }

  /** Takes notes as seen the way they are now. */
  async see(folder: NotesFolder, notes: readonly Note[]): Promise<void> {
    const before = this.seenIn(folder) ?? SeenMarks.none;
    const shared = notes.filter((note) => !note.isPrivate && !before.has(seenMark(note)));
    if (shared.length > 0) {
      const seen = before.with(shared.map(seenMark));
      const all = folder.ready?.index.all() ?? [];
      await this.keep(
        folder,
        seen.size > all.length * MOST_MARKS_A_NOTE ? seen.only(SeenMarks.of(all.map(seenMark))) : seen,
      );
      this.changed.fire();
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private seenIn(folder: NotesFolder): SeenMarks | undefined {
    const text = this.state.get<unknown>(keyOf(folder));
    if (typeof text !== 'string') {
      return undefined;
    }
    if (this.read?.text !== text) {
      this.read = { text, seen: SeenMarks.read(text) };
    }
    return this.read.seen;
  }

  /** Version 0.1.0 remembered paths: what it had never seen stays new. */
  private pathsSeenBefore(folder: NotesFolder): ReadonlySet<string> | undefined {
    const value = this.state.get<unknown>(keyOf(folder));
    return typeof value === 'object' && value !== null ? new Set(Object.keys(value)) : undefined;
  }

  private async keep(folder: NotesFolder, seen: SeenMarks): Promise<void> {
    const { text } = seen;
    this.read = { text, seen };
    await this.state.update(keyOf(folder), text);
  }

  private async seeAll(folder: NotesFolder, notes: readonly Note[]): Promise<void> {
    for (const note of notes) {
      // It is remembered, so that to keep all marks at once takes no longer than it must.
      seenMark(note);
      if (isTurnOver()) {
        await restIfTurnIsOver();
      }
    }
    await restIfTurnIsOver();
    await this.keep(folder, SeenMarks.of(notes.filter(({ isPrivate }) => !isPrivate).map(seenMark)));
    this.changed.fire();
  }

  private async seeOpenNotes(): Promise<void> {
    const folder = this.folders.active;
    const index = folder?.ready?.index;
    if (!folder || !index) {
      return;
    }
    if (this.seenIn(folder) === undefined) {
      const before = this.pathsSeenBefore(folder);
      await this.seeAll(
        folder,
        index.all().filter(({ path }) => before?.has(path) !== false),
      );
      return;
    }
    const me = this.identity.perspective(folder)?.me.id;
    const open = vscode.window.visibleTextEditors.flatMap(({ document }) => folder.noteAt(document.uri) ?? []);
    // What is written here is never new here; to remember it at every pause would copy what is remembered of all notes.
    await this.see(
      folder,
      open.filter(({ partner }) => me === undefined || partner !== me),
    );
  }
}

function keyOf(folder: NotesFolder): string {
  return `kintsugi.seen:${folder.uri.toString()}`;
}
