import type { CalendarDate } from '../calendar-date';
import type { Couple } from '../couple';
import type { Guide } from '../guide';
import { allAtOnce } from '../long-work';
import type { Note } from '../note';
import { KeptTimeline } from './kept-timeline';
import type { TimelineViewer } from './kept-timeline';
import type { Timeline } from './timeline';

/**
 * Makes the timeline of a couple, once and all at once.
 * @param notes of one notes folder, in any order
 */
export function buildTimeline(
  notes: readonly Note[],
  couple: Couple,
  guide: Guide,
  options: TimelineViewer & { readonly today: CalendarDate },
): Timeline {
  return allAtOnce(new KeptTimeline(notes, couple, guide, options).on(options.today));
}
