import { isAlike } from './alike';
import { byCalendar } from './dated-notes';
import type { DatedNote } from './dated-notes';

/** What becomes of one note of a row; `undefined` where it was not in it, or is not in it any more. */
export interface NoteChange {
  readonly before: DatedNote | undefined;
  readonly now: DatedNote | undefined;
}

/** What one change does to the list of notes, and to every list that runs beside it. */
export interface Edit {
  readonly at: number;
  /** The note that comes in there, or `undefined` where one goes. */
  readonly note: DatedNote | undefined;
  /** Whether the note that is there goes. */
  readonly replaces: boolean;
}

/** Notes in the order of the calendar, while they come and go. */
export class NoteRow {
  private list: DatedNote[] = [];

  /** The notes as they are now; the list changes with them. */
  get notes(): readonly DatedNote[] {
    return this.list;
  }

  /** Takes other notes instead, which are in the order of the calendar already. */
  fill(sorted: DatedNote[]): void {
    this.list = sorted;
  }

  /**
   * Takes in what has changed.
   * @param changes `before` is in the row
   * @returns what has become of the list, to be done to other lists one after the other
   */
  apply(changes: readonly NoteChange[]): readonly Edit[] {
    const edits: Edit[] = [];
    const edit = (at: number, note: DatedNote | undefined, replaces: boolean): void => {
      this.list.splice(at, replaces ? 1 : 0, ...(note ? [note] : []));
      edits.push({ at, note, replaces });
    };
    for (const { before, now } of changes) {
      const isSamePlace = before && now && byCalendar(before, now) === 0;
      if (before) {
        edit(this.placeOf(before), isSamePlace ? now : undefined, true);
      }
      if (now && !isSamePlace) {
        edit(this.placeOf(now), now, false);
      }
    }
    return edits;
  }

  /** @returns how many notes come before one, by halves. */
  private placeOf(note: DatedNote): number {
    let [low, high] = [0, this.list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.list[middle];
      if (other && byCalendar(other, note) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/**
 * Does to a list what was done to the notes beside which it runs.
 * @param itemOf what stands in the list for a note
 * @returns another list, or the same where nothing in it is different
 */
export function edited<Item>(
  list: readonly Item[],
  edits: readonly Edit[],
  itemOf: (note: DatedNote) => Item,
): readonly Item[] {
  return edits.reduce((known, { at, note, replaces }) => {
    const items = note ? [itemOf(note)] : [];
    const isSame = replaces && items.some((item) => isAlike(item, known[at]));
    // Far faster than to splice a copy: the room is taken once, and no more of it than is needed.
    return isSame ? known : known.toSpliced(at, replaces ? 1 : 0, ...items);
  }, list);
}
