import { allAtOnce, withEach } from '../long-work';
import type { LongWork } from '../long-work';
import type { Note } from '../note';
import { inCalendarOrder, isDated } from './dated-notes';
import type { DatedNote } from './dated-notes';
import { dayOf } from './day';
import { edited, NoteRow } from './note-row';
import type { NoteChange } from './note-row';
import { holdsNumber, numberIn } from './numbered-entries';
import type { Day, Measure, NumberedEntries } from './timeline';

/** The numbers of one partner's entries, laid out in columns that are kept while entries come and go. */
export class EntryColumns {
  private readonly row = new NoteRow();
  private columns: NumberedEntries;

  constructor(private readonly measures: readonly Measure[]) {
    this.columns = { days: [], paths: [], isPrivate: [], values: valuesOf(measures, () => []) };
  }

  get notes(): readonly DatedNote[] {
    return this.row.notes;
  }

  /** The columns, which never change once they are given out: the same as long as no entry differs in them. */
  get entries(): NumberedEntries {
    return this.columns;
  }

  /** Takes other entries instead, in any order. */
  *fill(notes: readonly DatedNote[]): LongWork<void> {
    const sorted = yield* inCalendarOrder(notes);
    this.row.fill(sorted);
    const days: Day[] = [];
    const paths: string[] = [];
    const isPrivate: boolean[] = [];
    const numbers = this.measures.map((): (number | null)[] => []);
    yield* withEach(sorted, (note) => {
      days.push(dayOf(note.date));
      paths.push(note.path);
      isPrivate.push(note.isPrivate);
      this.measures.forEach((measure, index) => numbers[index]?.push(numberIn(note, measure)));
    });
    this.columns = { days, paths, isPrivate, values: valuesOf(this.measures, (_, index) => numbers[index] ?? []) };
  }

  /** Takes in what has changed among the entries. */
  apply(changes: readonly NoteChange[]): void {
    const edits = this.row.apply(changes);
    const { columns, measures } = this;
    const days = edited(columns.days, edits, ({ date }) => dayOf(date));
    const paths = edited(columns.paths, edits, ({ path }) => path);
    const isPrivate = edited(columns.isPrivate, edits, (note) => note.isPrivate);
    const values = valuesOf(measures, (measure) =>
      edited(columns.values[measure.name] ?? [], edits, (note) => numberIn(note, measure)),
    );
    const isSame =
      days === columns.days &&
      paths === columns.paths &&
      isPrivate === columns.isPrivate &&
      measures.every(({ name }) => values[name] === columns.values[name]);
    if (!isSame) {
      this.columns = { days, paths, isPrivate, values };
    }
  }
}

function valuesOf(
  measures: readonly Measure[],
  columnOf: (measure: Measure, index: number) => readonly (number | null)[],
): NumberedEntries['values'] {
  return Object.fromEntries(measures.map((measure, index) => [measure.name, columnOf(measure, index)]));
}

/**
 * Lays out the numbers of one partner's entries, in the order of the calendar. Entries without any number, and those
 * that cannot be read or are in conflict, are left out.
 * @param notes of one partner, and of one kind, in any order
 */
export function numberedEntriesOf(notes: readonly Note[], measures: readonly Measure[]): NumberedEntries {
  const columns = new EntryColumns(measures);
  allAtOnce(columns.fill(notes.filter(isDated).filter((note) => holdsNumber(note, measures))));
  return columns.entries;
}
