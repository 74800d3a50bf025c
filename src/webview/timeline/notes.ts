import type { Stop } from '../../core/picture/picture';
import type { Day, Timeline } from '../../core/timeline/timeline';
import type { Span } from './range';

/** Which note of a timeline: one of a lane's entries, or one of the events. */
export type Place = Stop['of'];

/** @returns the file of a note, or `undefined` where the timeline has no such note. */
export function pathOf(timeline: Timeline, place: Place): string | undefined {
  return 'event' in place ? timeline.events[place.event]?.path : timeline.lanes[place.lane]?.entries.paths[place.entry];
}

/** A note and when it was. */
export interface DatedPlace {
  readonly day: Day;
  readonly place: Place;
}

/** @returns where the note of a file is shown, or `undefined` where it is not. */
export function placeOf(timeline: Timeline, path: string): DatedPlace | undefined {
  const index = timeline.events.findIndex((event) => event.path === path);
  const event = timeline.events[index];
  if (event !== undefined) {
    return { day: event.day, place: { event: index } };
  }
  for (const [lane, { entries }] of timeline.lanes.entries()) {
    const entry = entries.paths.indexOf(path);
    const day = entries.days[entry];
    if (day !== undefined) {
      return { day, place: { lane, entry } };
    }
  }
  return undefined;
}

/** @returns the partner who wrote a note, `null` for what both wrote. */
export function writerOf(timeline: Timeline, place: Place): string | null {
  return 'event' in place
    ? (timeline.events[place.event]?.partner ?? null)
    : (timeline.lanes[place.lane]?.partner ?? null);
}

/**
 * The notes of the picture as a list.
 *
 * @param timeline what there is
 * @param span the days in sight
 * @param partners the ids of the chosen partners; what both wrote is always among the notes
 * @returns the notes, the newest first
 */
export function notesInSight(timeline: Timeline, span: Span, partners: readonly string[]): readonly DatedPlace[] {
  const found: DatedPlace[] = [];
  const add = (day: Day | undefined, place: Place): void => {
    if (day !== undefined && day >= span.from && day <= span.to) {
      found.push({ day, place });
    }
  };
  for (const [lane, { partner, entries }] of timeline.lanes.entries()) {
    if (partners.includes(partner)) {
      for (const [entry, day] of entries.days.entries()) {
        add(day, { lane, entry });
      }
    }
  }
  for (const [event, { day, partner }] of timeline.events.entries()) {
    if (partner === null || partners.includes(partner)) {
      add(day, { event });
    }
  }
  return found.sort((one, other) => other.day - one.day);
}
