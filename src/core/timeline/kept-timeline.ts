import type { CalendarDate } from '../calendar-date';
import type { Couple } from '../couple';
import type { Guide } from '../guide';
import { withEach } from '../long-work';
import type { LongWork } from '../long-work';
import type { Note } from '../note';
import { WaitingNotes } from '../waiting-notes';
import { Breaks } from './breaks';
import { isDated, mayBeSeen } from './dated-notes';
import type { DatedNote } from './dated-notes';
import { dayOf } from './day';
import { EntryColumns } from './entry-columns';
import { EventMarks, EventReader } from './events';
import type { NoteChange } from './note-row';
import { holdsNumber, measuresOf, numberedTemplates } from './numbered-entries';
import type { Lane, Measure, Timeline } from './timeline';

/** So many changed notes are put into their places one by one; for more, everything is laid out anew. */
const MOST_INSERTED = 100;

/** Who looks at a timeline, and what they want to see. */
export interface TimelineViewer {
  /** The partner who looks, where that is known. */
  readonly viewer: string | undefined;
  /** Whether that partner's own private notes are in it; the other's never are. */
  readonly includePrivate: boolean;
}

/** A part of the timeline that is kept up with its notes. */
interface Part {
  fill(notes: readonly DatedNote[]): LongWork<void>;
  apply(changes: readonly NoteChange[]): void;
}

/** A lane whose entries are kept. */
interface KeptLane extends Omit<Lane, 'entries'> {
  readonly columns: EntryColumns;
}

/**
 * The timeline of a couple, for one who looks, while notes come and go: what a changed note costs does not grow with
 * the notes. Every dated note that may be seen is in it once: a check-in with numbers in its writer's lane, everything
 * else among the events.
 */
export class KeptTimeline {
  private readonly measures: readonly Measure[];
  private readonly checkIns: ReadonlySet<string>;
  private readonly lanes: readonly KeptLane[];
  private readonly events: EventMarks;
  private readonly breaks: Breaks;
  private readonly parts: readonly Part[];
  /** What became of notes and is not in the timeline yet, by path. */
  private waiting = new WaitingNotes();
  /** What lays everything out anew, as long as that lasts. Whoever asks meanwhile helps on. */
  private filling: LongWork<void> | undefined;
  private known: Timeline | undefined;

  /** @param notes of one notes folder, in any order */
  constructor(
    notes: readonly Note[],
    couple: Couple,
    guide: Guide,
    private readonly options: TimelineViewer,
  ) {
    this.measures = measuresOf(guide, couple, 'check-in');
    this.checkIns = new Set(numberedTemplates(guide, 'check-in').map(({ id }) => id));
    this.lanes = couple.partners.map(({ id, name }) => ({
      partner: id,
      name,
      columns: new EntryColumns(this.measures),
    }));
    const reader = new EventReader(guide);
    this.events = new EventMarks(reader);
    this.breaks = new Breaks(reader, couple);
    this.parts = [...this.lanes.map(({ columns }) => columns), this.events, this.breaks];
    this.filling = this.fill(notes);
  }

  /**
   * Says what has become of a note: it came, it went, or it is another now.
   * @param before the note of that path as it was said last
   */
  replace(path: string, before: Note | undefined, now: Note | undefined): void {
    this.waiting.replace(path, before, now);
  }

  /**
   * @param today the day that is marked
   * @returns the timeline as it is now. It never changes, nor does any list in it: each is the same object as before as
   *   long as nothing in it is different.
   */
  *on(today: CalendarDate): LongWork<Timeline> {
    while (this.filling || this.waiting.size > 0) {
      if (this.filling) {
        if (this.filling.next().done === true) {
          this.filling = undefined;
        }
        yield;
      } else if (this.waiting.size > MOST_INSERTED) {
        this.filling = this.fillAnew();
      } else {
        this.insert();
      }
    }
    return this.timelineOn(today);
  }

  private *fill(notes: readonly Note[]): LongWork<void> {
    const found = new Map<Part, DatedNote[]>(this.parts.map((part) => [part, []]));
    yield* withEach(notes, (note) => {
      if (this.isShown(note)) {
        for (const part of this.partsOf(note)) {
          found.get(part)?.push(note);
        }
      }
    });
    for (const [part, own] of found) {
      yield* part.fill(own);
    }
  }

  private *fillAnew(): LongWork<void> {
    const { waiting } = this;
    this.waiting = new WaitingNotes();
    const notes: Note[] = [];
    const keptNotes = [...this.lanes.map(({ columns }) => columns.notes), this.events.notes];
    yield* withEach(keptNotes.flat(), (note) => {
      if (!waiting.has(note.path)) {
        notes.push(note);
      }
    });
    yield* withEach(waiting.values(), ({ now }) => {
      if (now) {
        notes.push(now);
      }
    });
    yield* this.fill(notes);
  }

  private insert(): void {
    const changes = new Map<Part, NoteChange[]>(this.parts.map((part) => [part, []]));
    for (const { before, now } of this.waiting.values()) {
      const [shownBefore, shownNow] = [this.shown(before), this.shown(now)];
      const partsBefore = shownBefore ? this.partsOf(shownBefore) : [];
      const partsNow = shownNow ? this.partsOf(shownNow) : [];
      for (const part of new Set([...partsBefore, ...partsNow])) {
        changes.get(part)?.push({
          before: partsBefore.includes(part) ? shownBefore : undefined,
          now: partsNow.includes(part) ? shownNow : undefined,
        });
      }
    }
    this.waiting.clear();
    for (const [part, own] of changes) {
      if (own.length > 0) {
        part.apply(own);
      }
    }
  }

  private shown(note: Note | undefined): DatedNote | undefined {
    return note && this.isShown(note) ? note : undefined;
  }

  private isShown(note: Note): note is DatedNote {
    return isDated(note) && mayBeSeen(note, this.options);
  }

  private partsOf(note: DatedNote): readonly Part[] {
    const lane = this.checkIns.has(note.templateId) && this.lanes.find(({ partner }) => partner === note.partner);
    if (lane && holdsNumber(note, this.measures)) {
      return [lane.columns];
    }
    return this.breaks.concern(note) ? [this.events, this.breaks] : [this.events];
  }

  private timelineOn(date: CalendarDate): Timeline {
    const today = dayOf(date);
    const { measures, known } = this;
    const lanes = this.lanes.map(({ partner, name, columns: { entries } }, index) => {
      const before = known?.lanes[index];
      return before?.entries === entries ? before : { partner, name, entries };
    });
    const [events, breaks] = [this.events.events, this.breaks.all];
    const isSame =
      known?.today === today &&
      lanes.every((lane, index) => lane === known.lanes[index]) &&
      events === known.events &&
      breaks === known.breaks;
    this.known = isSame ? known : { today, measures, lanes, events, breaks };
    return this.known;
  }
}
