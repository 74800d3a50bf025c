import type { Couple } from './couple';
import type { Guide } from './guide';
import { readNote, unreadableNote } from './note-file';
import type { UnreadableReason } from './note-file';
import { cachedNote, noteOfCache } from './note-cache/cached-note';
import type { CachedNote } from './note-cache/cached-note';
import type { Note } from './note';
import { NotePaths, PRIVATE_FOLDER } from './note-path';
import type { NoteName } from './note-path';
import { SortedNotes } from './sorted-notes';

/** Hears of one note: as it was known before, and as it is now; `undefined` where there was none, or is none. */
export type NoteListener = (path: string, before: Note | undefined, now: Note | undefined) => void;

/**
 * What all notes of a folder hold, kept up file by file: one changed file costs one reading.
 * Each note depends on its own file alone, so any order of events ends in the same index.
 */
export class NoteIndex {
  private readonly notes = new Map<string, Note>();
  private readonly byStage = new Map<string, SortedNotes>();
  /** The notes of which something is to be told, by path: few among many. */
  private readonly troubled = new Map<string, Note>();
  private readonly paths: NotePaths;
  private readonly listeners = new Set<NoteListener>();

  constructor(guide: Guide, couple: Couple) {
    this.paths = new NotePaths(
      guide.templates,
      couple.partners.map((partner) => partner.id),
    );
  }

  /** @returns whether a file of that path can be a note of the guide. */
  covers(path: string): boolean {
    return this.paths.match(path).length > 0;
  }

  /** @returns what the name of a file can mean, role variants included; nothing for one that the guide does not know. */
  namesOf(path: string): readonly NoteName[] {
    return this.paths.match(path);
  }

  /** @returns the folders, below the notes folder, that can hold notes of the guide, shared and private. */
  folders(): readonly string[] {
    return this.paths.folders().flatMap((folder) => [folder, `${PRIVATE_FOLDER}/${folder}`]);
  }

  /**
   * Takes in a file as it is now.
   * @returns whether the index changed
   */
  update(path: string, bytes: Uint8Array): boolean {
    const names = this.paths.match(path);
    if (!isFilled(names)) {
      return false;
    }
    return this.put(readNote(path, bytes, names));
  }

  /**
   * Takes in a file whose bytes cannot be had.
   * @returns whether the index changed
   */
  updateUnreadable(path: string, reason: UnreadableReason): boolean {
    const names = this.paths.match(path);
    return isFilled(names) && this.put(unreadableNote(path, reason, names));
  }

  /**
   * Takes in a note that was kept.
   * @returns whether the index changed; `undefined` where what was kept is of no use
   */
  restore(path: string, cached: CachedNote): boolean | undefined {
    const { undated, date } = this.paths.matchUndated(path);
    const note = noteOfCache(path, cached, undated, date);
    return note && this.put(note);
  }

  /** @returns what may be kept of the note at a path; `undefined` where that is nothing */
  cachedNote(path: string): CachedNote | undefined {
    const note = this.notes.get(path);
    return note && cachedNote(note, this.paths.match(path), (other) => this.covers(other));
  }

  private put(note: Note): boolean {
    const { path } = note;
    const before = this.notes.get(path);
    if (before?.fingerprint === note.fingerprint) {
      return false;
    }
    this.replace(path, before, note);
    return true;
  }

  private replace(path: string, before: Note | undefined, now: Note | undefined): void {
    if (before && before.stage !== now?.stage) {
      this.notesOf(before.stage).replace(path, before, undefined);
    }
    this.troubled.delete(path);
    if (now) {
      this.notesOf(now.stage).replace(path, before?.stage === now.stage ? before : undefined, now);
      this.notes.set(path, now);
      if (now.problems.length > 0) {
        this.troubled.set(path, now);
      }
    } else {
      this.notes.delete(path);
    }
    for (const listener of this.listeners) {
      listener(path, before, now);
    }
  }

  private notesOf(stage: string): SortedNotes {
    const known = this.byStage.get(stage) ?? new SortedNotes();
    this.byStage.set(stage, known);
    return known;
  }

  /**
   * Forgets a file, or everything below a folder.
   * @returns whether the index changed
   */
  remove(path: string): boolean {
    const below = `${path}/`;
    // No folder of the guide has the ending of a note; to look through all notes for each that is gone takes long.
    const isNote = path.endsWith('.md') || this.notes.has(path);
    const gone = [...(isNote ? [path] : this.notes.keys())].filter(
      (known) => this.notes.has(known) && (isNote || known.startsWith(below)),
    );
    for (const known of gone) {
      this.replace(known, this.notes.get(known), undefined);
    }
    return gone.length > 0;
  }

  /** Tells of every note that comes, changes or goes, as soon as it does. @returns what ends that */
  listen(listener: NoteListener): { dispose(): void } {
    this.listeners.add(listener);
    return {
      dispose: () => {
        this.listeners.delete(listener);
      },
    };
  }

  /** @returns the note at a path. */
  note(path: string): Note | undefined {
    return this.notes.get(path);
  }

  /** @returns every note, in no order that means anything. */
  all(): readonly Note[] {
    return [...this.notes.values()];
  }

  /** @returns the notes that hold something that cannot be used as it stands. */
  withProblems(): readonly Note[] {
    return [...this.troubled.values()];
  }

  /** @returns the notes of one stage, newest first, pages last; the same list until one of them changes. */
  ofStage(stage: string): readonly Note[] {
    return this.byStage.get(stage)?.all() ?? NONE;
  }
}

const NONE: readonly Note[] = [];

function isFilled(names: readonly NoteName[]): names is readonly [NoteName, ...NoteName[]] {
  return names.length > 0;
}
