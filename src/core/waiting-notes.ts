import type { Note } from './note';

/** What became of one note since somebody last looked. */
export interface WaitingNote {
  /** As it was when somebody last looked; `undefined` for one that was not there. The same for `now`. */
  readonly before: Note | undefined;
  now: Note | undefined;
}

/** What became of notes and has not been taken in yet: of each, by its path, only how it was and how it is now. */
export class WaitingNotes extends Map<string, WaitingNote> {
  /** @param before the note of that path as it was said last */
  replace(path: string, before: Note | undefined, now: Note | undefined): void {
    const known = this.get(path);
    if (known) {
      known.now = now;
    } else {
      this.set(path, { before, now });
    }
  }
}
