import type { CalendarDate } from '../calendar-date';
import { withEach } from '../long-work';
import type { LongWork } from '../long-work';
import type { Note } from '../note';
import { dayOf } from './day';
import type { Day } from './timeline';

/** A note that can stand on a calendar: it has a day, and its text could be read and is not in conflict. */
export interface DatedNote extends Note {
  readonly date: CalendarDate;
}

/** @returns whether a note can stand on a calendar. */
export function isDated(note: Note): note is DatedNote {
  return note.date !== undefined && note.isReadable && !note.inConflict;
}

/** Orders notes by the calendar: the earlier day first, the earlier of one day first, then by path. */
export function byCalendar(a: DatedNote, b: DatedNote): number {
  if (a.date !== b.date) {
    return a.date < b.date ? -1 : 1;
  }
  return a.sequence - b.sequence || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

/**
 * Puts notes in the order of the calendar. Days are sorted as numbers, and the notes of each day by themselves: so it
 * can be left between any two days.
 */
export function* inCalendarOrder(notes: readonly DatedNote[]): LongWork<DatedNote[]> {
  const byDay = new Map<Day, DatedNote[]>();
  yield* withEach(notes, (note) => {
    const day = dayOf(note.date);
    const sameDay = byDay.get(day);
    if (sameDay) {
      sameDay.push(note);
    } else {
      byDay.set(day, [note]);
    }
  });
  const sorted: DatedNote[] = [];
  yield* withEach(Int32Array.from(byDay.keys()).sort(), (day) => {
    for (const note of byDay.get(day)?.sort(byCalendar) ?? []) {
      sorted.push(note);
    }
  });
  return sorted;
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
