import type { Measure, Timeline, TimelineEvent } from '../../core/timeline/timeline';
import type { PageContext } from '../context';
import type { Dates } from './dates';
import type { Place } from './notes';

/** A note in words. Titles and names come from files: they are shown as text of their own, apart from ours. */
export interface Reading {
  readonly date: string;
  /** Whose note it is; empty where there is nobody else. */
  readonly who: string;
  /** What the note is; empty where the numbers say it. */
  readonly title: string;
  /** What it tells, in short parts. */
  readonly told: readonly string[];
  readonly isPrivate: boolean;
}

type Word = PageContext['word'];

/**
 * Puts a note into words.
 *
 * @param timeline what there is
 * @param place the note
 * @param word gives a text of the page
 * @param dates says days
 * @returns the words, or `undefined` where the timeline has no such note
 */
export function readingOf(timeline: Timeline, place: Place, word: Word, dates: Dates): Reading | undefined {
  if ('event' in place) {
    const event = timeline.events[place.event];
    return event && eventReading(timeline, event, word, dates);
  }
  const lane = timeline.lanes[place.lane];
  const day = lane?.entries.days[place.entry];
  if (lane === undefined || day === undefined) {
    return undefined;
  }
  const numbers = timeline.measures.flatMap((measure) => {
    const value = lane.entries.values[measure.name]?.[place.entry] ?? null;
    return value === null ? [] : [numberInWords(measure, value, word)];
  });
  return {
    date: dates.long(day),
    who: lane.name,
    title: '',
    told: numbers,
    isPrivate: lane.entries.isPrivate[place.entry] ?? false,
  };
}

/** @returns all of it as one text, for whoever listens. */
export function spoken(reading: Reading, word: Word): string {
  const { date, who, title, told, isPrivate } = reading;
  const parts = [...(title === '' ? [] : [title]), ...told, ...(isPrivate ? [word('private-note')] : [])];
  return `${date}${who === '' ? '' : `, ${who}`}: ${parts.join(', ')}`;
}

/** @returns the title of an event: an act of the commitment is told by what it did. */
function titleOf({ kind, title }: TimelineEvent, word: Word): string {
  switch (kind) {
    case 'signed':
      return word('signed');
    case 'withdrawn':
      return word('withdrawn');
    default:
      return title;
  }
}

function eventReading(timeline: Timeline, event: TimelineEvent, word: Word, dates: Dates): Reading {
  const writer = timeline.lanes.find(({ partner }) => partner === event.partner);
  const told: string[] = [];
  if (event.turned !== '') {
    told.push(word('turned', event.turned));
  }
  for (const { day, path, seam } of timeline.breaks) {
    if (path === event.path) {
      told.push(seam === null ? word('stands-open') : word('joined-on', dates.short(seam.day)));
    } else if (seam?.path === event.path) {
      told.push(word('joins', dates.short(day)));
    }
  }
  return {
    date: dates.long(event.day),
    who: event.partner === null ? word('together') : (writer?.name ?? event.partner),
    title: titleOf(event, word),
    told,
    isPrivate: event.isPrivate,
  };
}

function numberInWords({ title, reads }: Measure, value: number, word: Word): string {
  return reads === 'down' ? word('number-down', title, value) : word('number', title, value);
}
