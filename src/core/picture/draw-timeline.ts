import type { Timeline } from '../timeline/timeline';
import { drawSentence } from './draw-sentence';
import { placeEvents, type PlacedRow } from './event-marks';
import { drawEventRow } from './event-row';
import { drawLane } from './lane';
import { chosenMeasures, layOut, numberRoom, type LaneBox, type Layout } from './layout';
import { fitText, plainText } from './lettering';
import { place } from './line-path';
import type { Mark, Picture, PictureWords, View } from './picture';
import { LETTER_SIZES } from './style';
import { drawTimeAxis } from './time-axis';
import { drawValueAxis } from './value-axis';

const GUIDE_EVERY = 40;

/**
 * Draws what a view shows of a timeline: a lane for each chosen partner, the rows of events below them, the calendar.
 * The same timeline and view always give the same picture.
 * @param locale names the language of days and numbers; the texts come with `words`
 */
export function drawTimeline(timeline: Timeline, view: View, words: PictureWords, locale: string): Picture {
  const layout = layOut(timeline, view);
  const { width, height, plot } = layout;
  const title = plainText(words.title);
  const sentence = drawSentence(plainText(words.noEntries), layout);
  if (layout.isEmpty && layout.rows.length === 0) {
    return { title, width, height, plot, marks: sentence };
  }
  const axis = drawTimeAxis(layout, locale);
  const rows = placeEvents(timeline, layout);
  const marks: Mark[] = [...axis.lines];
  if (layout.isEmpty) {
    marks.push(...sentence);
  } else {
    const measures = chosenMeasures(timeline.measures, view.measures);
    const shown = measures.map(({ measure }) => measure);
    layout.lanes.forEach((box) => {
      marks.push(...drawValueAxis(shown, box, layout, locale));
    });
    marks.push(...drawGuides(timeline, layout, rows));
    for (const box of layout.lanes) {
      const lane = timeline.lanes[box.lane];
      if (lane !== undefined) {
        marks.push(...drawName(lane.name, box, layout, numberRoom(timeline.measures)));
        const content = { entries: lane.entries, breaks: timeline.breaks, measures };
        marks.push(...drawLane(content, box, layout, words));
      }
    }
  }
  for (const placed of rows) {
    marks.push(...drawRowName(timeline, placed.row, layout, words), ...drawEventRow(timeline, placed, layout, words));
  }
  return { title, width, height, plot, marks: [...marks, ...axis.names] };
}

function drawName(name: string, box: LaneBox, layout: Layout, numbers: number): readonly Mark[] {
  const room = layout.isNarrow ? layout.width : layout.plot.left - numbers - 4;
  const text = fitText(plainText(name), LETTER_SIZES['lane-name'], room);
  const y = layout.isNarrow ? box.top - 12 : (box.top + box.bottom) / 2 + 4.5;
  return text === '' ? [] : [{ kind: 'text', x: 0, y: place(y), text, anchor: 'start', style: ['lane-name'] }];
}

function drawRowName(
  timeline: Timeline,
  row: { readonly partner: string | null; readonly y: number },
  layout: Layout,
  words: PictureWords,
): readonly Mark[] {
  const { isNarrow, plot, width } = layout;
  const name = timeline.lanes.find(({ partner }) => partner === row.partner)?.name ?? words.together;
  const text = fitText(plainText(name), LETTER_SIZES['row-name'], isNarrow ? width : plot.left - 12);
  const y = isNarrow ? row.y - 13 : row.y + 4;
  return text === '' ? [] : [{ kind: 'text', x: 0, y: place(y), text, anchor: 'start', style: ['row-name'] }];
}

/** From each break in sight down to its mark, as long as they are few. */
function drawGuides(
  { breaks, events }: Timeline,
  { plot, lanes, xOf }: Layout,
  rows: readonly PlacedRow[],
): readonly Mark[] {
  const inSight = breaks.filter(({ day }) => xOf(day) >= plot.left && xOf(day) <= plot.right);
  if (inSight.length * GUIDE_EVERY > plot.right - plot.left) {
    return [];
  }
  const guides = inSight.map(({ day, path }) => {
    const event = events.findIndex((candidate) => candidate.path === path);
    const placed = rows.find(({ marks }) => marks.some((mark) => mark.main === event));
    const end = placed === undefined ? (lanes.at(-1)?.bottom ?? plot.bottom) : placed.row.y - 11;
    return `M${place(xOf(day))},${plot.top}V${end}`;
  });
  return guides.length === 0 ? [] : [{ kind: 'path', d: guides.join(''), style: ['break-guide'] }];
}
