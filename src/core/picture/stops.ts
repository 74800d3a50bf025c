import type { Day, Measure, NumberedEntries, Timeline } from '../timeline/timeline';
import { placeEvents, type EventMark } from './event-marks';
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
  const events = placeEvents(timeline, layout).map(({ row, marks }, index) =>
    marks.flatMap((mark) =>
      mark.events.map((event) => stopOfEvent(timeline, event, mark, { row: lanes.length + index, y: row.y })),
    ),
  );
  return [...lanes, ...events];
}

/**
 * Tells where one note lies. All the others are not looked for, which would take longer than a step of a zoom may.
 * @returns the stop that `stopsOf` has for it in the same view, or `undefined` where it has none
 */
export function stopOf(timeline: Timeline, view: View, note: Stop['of']): Stop | undefined {
  const layout = layOut(timeline, view);
  if ('lane' in note) {
    const row = layout.lanes.findIndex(({ lane }) => lane === note.lane);
    const [box, entries] = [layout.lanes[row], timeline.lanes[note.lane]?.entries];
    const day = entries?.days[note.entry] ?? NaN;
    const measures = chosenMeasures(timeline.measures, view.measures);
    const isInSight = day >= layout.from && day <= layout.to;
    return box && entries && isInSight ? laneStops(entries, measures, box, layout, row)(note.entry) : undefined;
  }
  for (const [index, { row, marks }] of placeEvents(timeline, layout).entries()) {
    const mark = marks.find(({ events }) => events.includes(note.event));
    if (mark !== undefined) {
      return stopOfEvent(timeline, note.event, mark, { row: layout.lanes.length + index, y: row.y });
    }
  }
  return undefined;
}

function stopOfEvent(
  { events }: Timeline,
  event: number,
  { x, events: gathered }: EventMark,
  { row, y }: { readonly row: number; readonly y: number },
): Stop {
  return { row, day: events[event]?.day ?? 0, x, y, of: { event }, gathered: gathered.length };
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
  entries: NumberedEntries,
  measures: readonly ChosenMeasure[],
  box: LaneBox,
  layout: Layout,
  row: number,
): readonly Stop[] {
  const stopOfEntry = laneStops(entries, measures, box, layout, row);
  const stops: Stop[] = [];
  for (let entry = indexFrom(entries.days, layout.from); entry < entries.days.length; entry += 1) {
    if ((entries.days[entry] ?? Infinity) > layout.to) {
      break;
    }
    const stop = stopOfEntry(entry);
    if (stop !== undefined) {
      stops.push(stop);
    }
  }
  return stops;
}

/** @returns gives the stop of an entry, or nothing where it has no number for a chosen measure. */
function laneStops(
  { days, values }: NumberedEntries,
  measures: readonly ChosenMeasure[],
  box: LaneBox,
  { xOf }: Layout,
  row: number,
): (entry: number) => Stop | undefined {
  const columns = measures.map(({ measure }) => ({
    values: values[measure.name] ?? [],
    yOf: levelScale(measure, box),
  }));
  return (entry) => {
    const column = columns.find((candidate) => typeof candidate.values[entry] === 'number');
    const [day, value] = [days[entry], column?.values[entry]];
    return column !== undefined && day !== undefined && typeof value === 'number'
      ? { row, day, x: xOf(day), y: column.yOf(value), of: { lane: box.lane, entry }, gathered: 1 }
      : undefined;
  };
}
