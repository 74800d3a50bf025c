import type { CalendarDate } from '../calendar-date';
import type { Couple } from '../couple';
import type { Guide } from '../guide';
import type { Note } from '../note';
import { breaksOf } from './breaks';
import type { NotedEvent } from './breaks';
import { datedNotes, mayBeSeen } from './dated-notes';
import { dayOf } from './day';
import { EventReader } from './events';
import { columnsOf, measuresOf, numberedEntry, numberedTemplates } from './numbered-entries';
import type { NumberedEntry } from './numbered-entries';
import type { Timeline } from './timeline';

/**
 * Makes the timeline of a couple. Every dated note that may be seen is in it once: a check-in with numbers in its
 * writer's lane, everything else among the events.
 * @param notes of one notes folder, in any order
 * @param options `viewer` is the partner who looks, where that is known; only with `includePrivate` are that partner's
 *   own private notes in it, and never the other's
 */
export function buildTimeline(
  notes: readonly Note[],
  couple: Couple,
  guide: Guide,
  options: { readonly today: CalendarDate; readonly viewer: string | undefined; readonly includePrivate: boolean },
): Timeline {
  const measures = measuresOf(guide, couple, 'check-in');
  const checkIns = new Set(numberedTemplates(guide, 'check-in').map(({ id }) => id));
  const entries = new Map<string | undefined, NumberedEntry[]>(couple.partners.map(({ id }) => [id, []]));
  const events: NotedEvent[] = [];
  const reader = new EventReader(guide);
  for (const dated of datedNotes(notes.filter((note) => mayBeSeen(note, options)))) {
    const { note } = dated;
    const lane = checkIns.has(note.templateId) ? entries.get(note.partner) : undefined;
    const entry = lane && numberedEntry(dated, measures);
    if (entry) {
      lane.push(entry);
    } else {
      events.push({ event: reader.event(dated), note });
    }
  }
  return {
    today: dayOf(options.today),
    measures,
    lanes: couple.partners.map(({ id, name }) => ({
      partner: id,
      name,
      entries: columnsOf(entries.get(id) ?? [], measures),
    })),
    events: events.map(({ event }) => event),
    breaks: breaksOf(events, couple),
  };
}
