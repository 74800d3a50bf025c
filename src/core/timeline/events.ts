import type { Guide } from '../guide';
import { withEach } from '../long-work';
import type { LongWork } from '../long-work';
import { SIGNATURE } from '../note';
import type { Note } from '../note';
import { inCalendarOrder } from './dated-notes';
import type { DatedNote } from './dated-notes';
import { dayOf } from './day';
import { edited, NoteRow } from './note-row';
import type { NoteChange } from './note-row';
import type { TimelineEvent } from './timeline';

const ACTS: readonly string[] = ['signed', 'withdrawn'];

/** Tells what a dated note is on the line of events, in the words of one guide. */
export class EventReader {
  private readonly titles = new Map<string, string>();
  /** The kind of moment that a template stands for, by its id. */
  private readonly momentOf = new Map<string, string>();
  private readonly moments: ReadonlySet<string>;

  constructor(guide: Guide) {
    for (const { id, title, fields } of guide.templates) {
      this.titles.set(id, this.titles.get(id) ?? title);
      const moment = fields.find(({ name }) => name === 'moment')?.value ?? '';
      if (moment !== '') {
        this.momentOf.set(id, moment);
      }
    }
    this.moments = new Set(this.momentOf.values());
  }

  /** @returns the mark of a note. */
  event(note: DatedNote): TimelineEvent {
    return {
      day: dayOf(note.date),
      kind: this.kindOf(note),
      title: this.titles.get(note.templateId) ?? note.templateId,
      partner: note.partner ?? null,
      path: note.path,
      isPrivate: note.isPrivate,
      turned: note.fields.get('turned') ?? '',
    };
  }

  /** @returns what a note is marked as. It may name another moment than its template's, but none unknown to the guide. */
  kindOf({ templateId, fields }: Note): string {
    const act = fields.get('act') ?? '';
    if (templateId === SIGNATURE && ACTS.includes(act)) {
      return act;
    }
    const moment = this.momentOf.get(templateId);
    if (moment === undefined) {
      return templateId;
    }
    const own = fields.get('moment') ?? '';
    return this.moments.has(own) ? own : moment;
  }
}

/** The marks on the line of events, kept while notes come and go. */
export class EventMarks {
  private readonly row = new NoteRow();
  private marks: readonly TimelineEvent[] = [];

  constructor(private readonly reader: EventReader) {}

  get notes(): readonly DatedNote[] {
    return this.row.notes;
  }

  /** The marks in order, in a list that never changes: the same as long as no mark differs. */
  get events(): readonly TimelineEvent[] {
    return this.marks;
  }

  /** Takes other notes instead, in any order. */
  *fill(notes: readonly DatedNote[]): LongWork<void> {
    const sorted = yield* inCalendarOrder(notes);
    this.row.fill(sorted);
    const marks: TimelineEvent[] = [];
    yield* withEach(sorted, (note) => {
      marks.push(this.reader.event(note));
    });
    this.marks = marks;
  }

  /** Takes in what has changed among the notes. */
  apply(changes: readonly NoteChange[]): void {
    this.marks = edited(this.marks, this.row.apply(changes), (note) => this.reader.event(note));
  }
}
