import { newestFirst } from './note';
import type { Note } from './note';
import { WaitingNotes } from './waiting-notes';

/** So many new notes are put into their places one by one; more are sorted with all the others at once. */
const MOST_INSERTED = 100;

/**
 * Notes, the newest first, while they come and go. A list that was given out never changes: as long as it is the same
 * list, its notes are the same.
 */
export class SortedNotes {
  private list: readonly Note[] = [];
  /** What came or went since the list was made, by path; `undefined` for what is gone. */
  private readonly waiting = new WaitingNotes();

  /**
   * Puts a note in, takes one out, or puts one into the place of another of the same path.
   * @param before the note of that path that is in the list
   * @param now the note of that path that is to be in it
   */
  replace(path: string, before: Note | undefined, now: Note | undefined): void {
    this.waiting.replace(path, before, now);
  }

  /** @returns all notes, newest first, then by path. */
  all(): readonly Note[] {
    if (this.waiting.size > 0) {
      this.list = this.waiting.size > MOST_INSERTED ? this.sortedAnew() : this.inserted();
      this.waiting.clear();
    }
    return this.list;
  }

  private sortedAnew(): readonly Note[] {
    const kept = this.list.filter(({ path }) => !this.waiting.has(path));
    for (const { now } of this.waiting.values()) {
      if (now) {
        kept.push(now);
      }
    }
    return kept.sort(newestFirst);
  }

  private inserted(): readonly Note[] {
    let { list } = this;
    for (const { before, now } of this.waiting.values()) {
      const place = before && placeOf(before, list);
      const isSamePlace = before && now && newestFirst(before, now) === 0;
      if (place !== undefined) {
        list = list.toSpliced(place, 1, ...(isSamePlace ? [now] : []));
      }
      if (now && !isSamePlace) {
        list = list.toSpliced(placeOf(now, list), 0, now);
      }
    }
    return list;
  }
}

/** @returns how many notes come before one, by halves. */
function placeOf(note: Note, list: readonly Note[]): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other && newestFirst(other, note) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
