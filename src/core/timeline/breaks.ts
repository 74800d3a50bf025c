import type { Couple } from '../couple';
import { withEach } from '../long-work';
import type { LongWork } from '../long-work';
import { inCalendarOrder } from './dated-notes';
import type { DatedNote } from './dated-notes';
import { dayOf } from './day';
import type { EventReader } from './events';
import { edited, NoteRow } from './note-row';
import type { NoteChange } from './note-row';
import type { Break } from './timeline';

/** The kinds of moment that the path itself shows. */
const SETBACK = 'setback';
const REPAIR = 'repair';

/**
 * Where the path breaks, and where it is joined: by a repair that names the setback, in the own file of whoever was
 * hurt. Where both were, or where nobody's role says so, both must have written one. What the other partner writes
 * joins nothing by itself. It is kept while notes come and go.
 */
export class Breaks {
  private readonly setbacks = new NoteRow();
  /** The names of the setbacks, beside them. */
  private names: readonly string[] = [];
  private breaks: readonly Break[] = [];
  /** The repairs, by the name of the note that they answer. */
  private readonly repairs = new Map<string, NoteRow>();
  private readonly confirming: readonly string[];

  constructor(
    private readonly reader: EventReader,
    couple: Couple,
  ) {
    this.confirming = partnersWhoConfirm(couple);
  }

  /** The breaks in order, in a list that never changes: the same as long as no break differs. */
  get all(): readonly Break[] {
    return this.breaks;
  }

  /** @returns whether a note has a say in where the path breaks and is joined. */
  concern(note: DatedNote): boolean {
    const kind = this.reader.kindOf(note);
    return kind === SETBACK || kind === REPAIR;
  }

  /** Takes other notes instead, in any order; those alone that concern it. */
  *fill(notes: readonly DatedNote[]): LongWork<void> {
    const sorted = yield* inCalendarOrder(notes);
    this.repairs.clear();
    this.replaceRepairs(sorted.map((now) => ({ before: undefined, now })));
    const setbacks = sorted.filter((note) => this.isSetback(note));
    this.setbacks.fill(setbacks);
    const names: string[] = [];
    const breaks: Break[] = [];
    yield* withEach(setbacks, (note) => {
      names.push(nameOf(note.path));
      breaks.push(this.breakAt(note));
    });
    this.names = names;
    this.breaks = breaks;
  }

  /** Takes in what has changed among the notes. */
  apply(changes: readonly NoteChange[]): void {
    const answered = this.replaceRepairs(changes);
    const edits = this.setbacks.apply(
      changes.map(({ before, now }) => ({
        before: before && this.isSetback(before) ? before : undefined,
        now: now && this.isSetback(now) ? now : undefined,
      })),
    );
    this.names = edited(this.names, edits, ({ path }) => nameOf(path));
    this.breaks = edited(this.breaks, edits, (note) => this.breakAt(note));
    this.joinAnew(answered);
  }

  private isSetback(note: DatedNote): boolean {
    return this.reader.kindOf(note) === SETBACK;
  }

  /** @returns the name of the note that a repair answers, or `undefined` for what is none. */
  private answeredBy(note: DatedNote): string | undefined {
    const name = this.reader.kindOf(note) === REPAIR ? nameOf(note.fields.get('repairs') ?? '') : '';
    return name === '' ? undefined : name;
  }

  /** @returns the names of the notes whose repairs have changed. */
  private replaceRepairs(changes: readonly NoteChange[]): ReadonlySet<string> {
    const answered = new Set<string>();
    const replace = (name: string | undefined, change: NoteChange): void => {
      if (name !== undefined) {
        const row = this.repairs.get(name) ?? new NoteRow();
        row.apply([change]);
        answered.add(name);
        if (row.notes.length > 0) {
          this.repairs.set(name, row);
        } else {
          this.repairs.delete(name);
        }
      }
    };
    for (const { before, now } of changes) {
      replace(before && this.answeredBy(before), { before, now: undefined });
      replace(now && this.answeredBy(now), { before: undefined, now });
    }
    return answered;
  }

  private joinAnew(answered: ReadonlySet<string>): void {
    if (answered.size === 0) {
      return;
    }
    const edits = this.setbacks.notes.flatMap((note, at) =>
      answered.has(this.names[at] ?? '') ? [{ at, note, replaces: true }] : [],
    );
    this.breaks = edited(this.breaks, edits, (note) => this.breakAt(note));
  }

  private breakAt({ date, path }: DatedNote): Break {
    return { day: dayOf(date), path, seam: this.seamOf(nameOf(path)) };
  }

  /** The first repair by each who confirms is enough; the last of these joins the path. */
  private seamOf(name: string): Break['seam'] {
    const { confirming } = this;
    const first = new Map<string, DatedNote>();
    for (const repair of this.repairs.get(name)?.notes ?? []) {
      const { partner } = repair;
      if (partner !== undefined && confirming.includes(partner) && !first.has(partner)) {
        first.set(partner, repair);
      }
    }
    const last = [...first.values()].at(-1);
    return last && first.size === confirming.length ? { day: dayOf(last.date), path: last.path } : null;
  }
}

function partnersWhoConfirm({ partners }: Couple): readonly string[] {
  const hurt = partners.filter(({ role }) => role === 'hurt' || role === 'both');
  return (hurt.length === 0 ? partners : hurt).map(({ id }) => id);
}

/** @returns the name of a note's file, whether a writer names it with its folders and its ending or without. */
function nameOf(path: string): string {
  const name = path.trim().split(/[/\\]/).at(-1) ?? '';
  return name.replace(/\.md$/i, '').normalize('NFC');
}
