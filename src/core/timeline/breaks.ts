import type { Couple } from '../couple';
import type { Note } from '../note';
import type { Break, TimelineEvent } from './timeline';

/** The kinds of moment that the path itself shows. */
const SETBACK = 'setback';
const REPAIR = 'repair';

/** A note's mark, with the note that it stands for. */
export interface NotedEvent {
  readonly event: TimelineEvent;
  readonly note: Note;
}

/**
 * Finds where the path breaks, and where it is joined: by a repair that names the setback, in the own file of whoever
 * was hurt. Where both were, or where nobody's role says so, both must have written one. What the other partner writes
 * joins nothing by itself.
 * @param events what may be seen, in the order of the calendar
 */
export function breaksOf(events: readonly NotedEvent[], couple: Couple): readonly Break[] {
  const confirming = partnersWhoConfirm(couple);
  const repairs = repairsByName(events);
  return events
    .filter(({ event }) => event.kind === SETBACK)
    .map(({ event: { day, path } }) => ({ day, path, seam: seamOf(repairs.get(nameOf(path)) ?? [], confirming) }));
}

function partnersWhoConfirm({ partners }: Couple): readonly string[] {
  const hurt = partners.filter(({ role }) => role === 'hurt' || role === 'both');
  return (hurt.length === 0 ? partners : hurt).map(({ id }) => id);
}

/** The repairs by the name of the note that they answer, in order. */
function repairsByName(events: readonly NotedEvent[]): ReadonlyMap<string, readonly TimelineEvent[]> {
  const repairs = new Map<string, TimelineEvent[]>();
  for (const { event, note } of events) {
    const answered = nameOf(note.fields.get('repairs') ?? '');
    if (event.kind === REPAIR && answered !== '') {
      const known = repairs.get(answered) ?? [];
      known.push(event);
      repairs.set(answered, known);
    }
  }
  return repairs;
}

/** The first repair by each who confirms is enough; the last of these joins the path. */
function seamOf(repairs: readonly TimelineEvent[], confirming: readonly string[]): Break['seam'] {
  const first = new Map<string | null, TimelineEvent>();
  for (const repair of repairs) {
    if (repair.partner !== null && confirming.includes(repair.partner) && !first.has(repair.partner)) {
      first.set(repair.partner, repair);
    }
  }
  const last = [...first.values()].at(-1);
  return last && first.size === confirming.length ? { day: last.day, path: last.path } : null;
}

/** @returns the name of a note's file, whether a writer names it with its folders and its ending or without. */
function nameOf(path: string): string {
  const name = path.trim().split(/[/\\]/).at(-1) ?? '';
  return name.replace(/\.md$/i, '').normalize('NFC');
}
