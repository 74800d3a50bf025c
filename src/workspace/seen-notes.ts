import * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { Identity } from './identity';
import type { NotesFolder } from './notes-folder';
import type { NotesFolders } from './notes-folders';

/** What each shared note was like when it was last opened here, by path. */
type Seen = Readonly<Record<string, string>>;

/** Who looks, what they have seen, and so what is new. */
interface News {
  readonly me: string | undefined;
  readonly seen: Seen | undefined;
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
        me !== undefined &&
        seen !== undefined &&
        !note.isPrivate &&
        note.partner !== me &&
        seen[note.path] !== note.fingerprint;
      this.latest = { me, seen, isNew };
    }
    return this.latest.isNew;
  }

  /** Takes notes as seen the way they are now. */
  async see(folder: NotesFolder, notes: readonly Note[]): Promise<void> {
    const before = this.seenIn(folder) ?? {};
    const shared = notes.filter((note) => !note.isPrivate && before[note.path] !== note.fingerprint);
    if (shared.length > 0) {
      const now = Object.fromEntries(shared.map((note) => [note.path, note.fingerprint]));
      await this.state.update(keyOf(folder), { ...before, ...now });
      this.changed.fire();
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private seenIn(folder: NotesFolder): Seen | undefined {
    return this.state.get<Seen>(keyOf(folder));
  }

  private async seeOpenNotes(): Promise<void> {
    const folder = this.folders.active;
    const index = folder?.ready?.index;
    if (!folder || !index) {
      return;
    }
    if (this.seenIn(folder) === undefined) {
      await this.state.update(keyOf(folder), {});
      await this.see(folder, index.all());
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
