import type { Note } from '../note';
import { dayOf } from './day';
import type { Day } from './timeline';

/** A note that has a day. What sorts it is laid beside it: a folder may hold many thousands. */
export interface DatedNote {
  readonly note: Note;
  readonly day: Day;
  readonly sequence: number;
  readonly path: string;
}

/**
 * Takes the notes that can stand on a calendar: dated ones whose text could be read and is not in conflict.
 * @returns them in the order of the calendar, the earlier of one day first
 */
export function datedNotes(notes: readonly Note[]): readonly DatedNote[] {
  const dated: DatedNote[] = [];
  for (const note of notes) {
    const { date, sequence, path, isReadable, inConflict } = note;
    if (date !== undefined && isReadable && !inConflict) {
      dated.push({ note, day: dayOf(date), sequence, path });
    }
  }
  return dated.sort((a, b) => a.day - b.day || a.sequence - b.sequence || (a.path < b.path ? -1 : 1));
}

/**
 * Whether somebody may see a note at all. A private note is for its writer alone, and for nobody while it is not known
 * who looks.
 */
export function mayBeSeen(
  note: Note,
  { viewer, includePrivate }: { readonly viewer: string | undefined; readonly includePrivate: boolean },
): boolean {
  const isOwn = viewer !== undefined && (note.partner === undefined || note.partner === viewer);
  return !note.isPrivate || (includePrivate && isOwn);
}
