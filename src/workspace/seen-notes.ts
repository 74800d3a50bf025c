import * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { Identity } from './identity';
import type { NotesFolder } from './notes-folder';
import type { NotesFolders } from './notes-folders';

/** What each shared note was like when it was last opened here, by path. */
type Seen = Readonly<Record<string, string>>;

/**
 * Remembers, on this machine only, which of the partner's notes were opened since they changed.
 * When a folder is opened for the first time, what it holds counts as seen.
 */
export class SeenNotes implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: { dispose(): unknown }[] = [this.changed];

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
    const perspective = this.identity.perspective(folder);
    const seen = this.seenIn(folder);
    return (
      perspective !== undefined &&
      seen !== undefined &&
      !note.isPrivate &&
      note.partner !== perspective.me.id &&
      seen[note.path] !== note.fingerprint
    );
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
    const open = vscode.window.visibleTextEditors.flatMap(({ document }) => folder.noteAt(document.uri) ?? []);
    await this.see(folder, open);
  }
}

function keyOf(folder: NotesFolder): string {
  return `kintsugi.seen:${folder.uri.toString()}`;
}
