/** A day as a whole number: how many days it lies after 1970-01-01 in the calendar. It has no time zone. */
export type Day = number;

/** What a partner puts a number to in check-ins or reflections. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** `down` where a low number is the lighter one, as with hurt. */
  readonly reads: 'up' | 'down';
  /** What both ends mean, by partner id: the words differ by role. */
  readonly ends: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

/** Dated numbers of one partner, in the order of the calendar; all columns have one length. */
export interface NumberedEntries {
  readonly days: readonly Day[];
  /** The notes, relative to the notes folder. */
  readonly paths: readonly string[];
  readonly isPrivate: readonly boolean[];
  /** By the name of a measure; `null` where the writer gave no number. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

/** One partner's own row: never mixed, averaged or compared with the other's. */
export interface Lane {
  readonly partner: string;
  readonly name: string;
  readonly entries: NumberedEntries;
}

/** A dated note that is drawn as a mark on the line of events. */
export interface TimelineEvent {
  readonly day: Day;
  /** The value of `moment` in a moment, `signed` or `withdrawn` for an act, otherwise the id of the template. */
  readonly kind: string;
  /** The title of its template. */
  readonly title: string;
  /** The writer's id, or `null` for what both wrote. */
  readonly partner: string | null;
  readonly path: string;
  readonly isPrivate: boolean;
  /** Which way the other turned, in a kindness, as the note says it; otherwise empty. */
  readonly turned: string;
}

/** A setback, and the repair that whoever was hurt has confirmed in a file of their own. */
export interface Break {
  readonly day: Day;
  readonly path: string;
  readonly seam: { readonly day: Day; readonly path: string } | null;
}

/** Everything that the timeline draws. It holds no prose of a note. */
export interface Timeline {
  readonly today: Day;
  readonly measures: readonly Measure[];
  readonly lanes: readonly Lane[];
  /** In the order of the calendar. */
  readonly events: readonly TimelineEvent[];
  /** In the order of the calendar. */
  readonly breaks: readonly Break[];
}
