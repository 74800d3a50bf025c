import type { Day, Measure, NumberedEntries, Timeline } from '../timeline/timeline';
import { placeEvents } from './event-marks';
import { chosenMeasures, layOut, layOutAlone, type ChosenMeasure, type LaneBox, type Layout } from './layout';
import { indexFrom } from './line-path';
import type { Stop, View } from './picture';
import { levelScale } from './raw-points';

/**
 * Tells where the notes of a timeline lie in what `drawTimeline` draws for the same view: what can be pointed at, and
 * walked to.
 * @returns a row for each shown lane, then one for each row of events, from above; in each the notes that lie in
 *   sight, in the order of the calendar. A check-in that has no number for a chosen measure is not among them.
 */
export function stopsOf(timeline: Timeline, view: View): readonly (readonly Stop[])[] {
  const layout = layOut(timeline, view);
  const measures = chosenMeasures(timeline.measures, view.measures);
  const lanes = layout.lanes.map((box, row) => {
    const lane = timeline.lanes[box.lane];
    return lane === undefined ? [] : stopsOfLane(lane.entries, measures, box, layout, row);
  });
  const events = placeEvents(timeline, layout).map(({ row: { y }, marks }, index) =>
    marks.flatMap(({ x, events: gathered }) =>
      gathered.map((event): Stop => {
        const day = timeline.events[event]?.day ?? 0;
        return { row: lanes.length + index, day, x, y, of: { event }, gathered: gathered.length };
      }),
    ),
  );
  return [...lanes, ...events];
}

/**
 * Tells where the notes lie in what `drawPulls` draws for the same view.
 * @param dips those that the picture was given
 * @returns the notes in sight, in the order of the calendar; their lane is 0
 */
export function stopsOfPulls(
  entries: NumberedEntries,
  measures: readonly Measure[],
  dips: readonly Day[],
  view: View,
): readonly Stop[] {
  const layout = layOutAlone(measures, view, entries.days.length === 0, dips.length > 0);
  const chosen = chosenMeasures(measures, view.measures);
  return layout.lanes.flatMap((box, row) => stopsOfLane(entries, chosen, box, layout, row));
}

function stopsOfLane(
  { days, values }: NumberedEntries,
  measures: readonly ChosenMeasure[],
  box: LaneBox,
  { from, to, xOf }: Layout,
  row: number,
): readonly Stop[] {
  const columns = measures.map(({ measure }) => ({
    values: values[measure.name] ?? [],
    yOf: levelScale(measure, box),
  }));
  const stops: Stop[] = [];
  for (let entry = indexFrom(days, from); entry < days.length; entry += 1) {
    const day = days[entry] ?? Infinity;
    if (day > to) {
      break;
    }
    const column = columns.find((candidate) => typeof candidate.values[entry] === 'number');
    const value = column?.values[entry];
    if (column !== undefined && typeof value === 'number') {
      stops.push({ row, day, x: xOf(day), y: column.yOf(value), of: { lane: box.lane, entry }, gathered: 1 });
    }
  }
  return stops;
}
