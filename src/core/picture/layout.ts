import { scaleLinear } from 'd3-scale';
import type { Day, Measure, Timeline } from '../timeline/timeline';
import { LETTER_SIZES } from './style';
import { plainText, textWidth } from './lettering';
import type { Picture, View } from './picture';

/** Below this width there is no room for names beside the picture: they stand above what they name. */
const NARROW = 480;
const NARROWEST = 200;

const TOP = 14;
const NAME_ABOVE = 24;
const BETWEEN_LANES = 34;
const BEFORE_EVENTS = 18;
const ROW = 28;
const ROW_NAME_ABOVE = 14;
const AXIS = 40;
/** What stands in the place of lanes that hold nothing. */
const EMPTY = 88;

/** From the end of a line to its label: a gap, the shape of the measure, a gap. */
export const LABEL_OFFSET = 12;
export const LABEL_INDENT = 10;

/** Where one lane lies; `top` is the y of the highest value, `bottom` that of the lowest. */
export interface LaneBox {
  /** Among the lanes of the timeline. */
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where one row of events lies: whose it is, and the y of its marks. */
export interface RowBox {
  readonly partner: string | null;
  readonly y: number;
}

/** Where everything lies. It depends on the data and the view only, never on the language. */
export interface Layout {
  readonly isNarrow: boolean;
  readonly isEmpty: boolean;
  readonly width: number;
  readonly height: number;
  readonly plot: Picture['plot'];
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly LaneBox[];
  readonly rows: readonly RowBox[];
  readonly xOf: (day: number) => number;
  readonly dayAt: (x: number) => number;
}

/** A measure that was chosen, with its place among all of them. */
export interface ChosenMeasure {
  readonly measure: Measure;
  readonly index: number;
}

/** @returns the chosen measures, in their own order whatever the order of choice was */
export function chosenMeasures(measures: readonly Measure[], names: readonly string[]): readonly ChosenMeasure[] {
  return measures.map((measure, index) => ({ measure, index })).filter(({ measure }) => names.includes(measure.name));
}

/** Places the lanes, the rows of events and the axis of a timeline. */
export function layOut(timeline: Timeline, view: View): Layout {
  const ground = groundOf(
    view,
    timeline.measures,
    timeline.lanes.map(({ name }) => plainText(name)),
  );
  const laneHeight = heightOfLane(chosenMeasures(timeline.measures, view.measures).length, ground.width);
  const shown = timeline.lanes.flatMap((lane, index) => (view.partners.includes(lane.partner) ? [index] : []));
  const isEmpty = shown.length > 0 && timeline.lanes.every(({ entries }) => entries.days.length === 0);

  let y = TOP;
  const lanes = shown.map((lane, order) => {
    if (isEmpty) {
      return { lane, top: TOP, bottom: TOP + EMPTY };
    }
    const top = y + (ground.isNarrow ? NAME_ABOVE : 0) + (order === 0 ? 0 : BETWEEN_LANES);
    y = top + laneHeight;
    return { lane, top, bottom: y };
  });
  y = isEmpty ? TOP + EMPTY : y + BEFORE_EVENTS;
  const rows = rowsOf(timeline, view).map((partner) => {
    const middle = y + (ground.isNarrow ? ROW_NAME_ABOVE : 0) + ROW / 2;
    y = middle + ROW / 2;
    return { partner, y: middle };
  });
  const top = isEmpty ? TOP + EMPTY : (lanes[0]?.top ?? TOP);
  return { ...ground, isEmpty, lanes, rows, height: y + AXIS, plot: { ...ground.plot, top, bottom: y } };
}

/** Places one lane alone, with a row for what is said below it. */
export function layOutAlone(measures: readonly Measure[], view: View, isEmpty: boolean, hasRow: boolean): Layout {
  const ground = groundOf(view, measures, undefined);
  const height = isEmpty ? EMPTY : heightOfLane(chosenMeasures(measures, view.measures).length, ground.width);
  const lane = { lane: 0, top: TOP, bottom: TOP + height };
  const rows = hasRow ? [{ partner: null, y: lane.bottom + ROW / 2 + 4 }] : [];
  const bottom = lane.bottom + (hasRow ? ROW + 4 : 6);
  const plot = { ...ground.plot, top: TOP, bottom };
  return { ...ground, isEmpty, lanes: [lane], rows, height: bottom + AXIS, plot };
}

/** @returns the height that keeps so many lines apart; a wide lane is a little higher, or its lines would look flat */
function heightOfLane(measures: number, width: number): number {
  const extra = Math.min(48, Math.max(0, (width - 900) / 20));
  return Math.round(Math.min(260, 112 + 17 * Math.max(0, measures - 1)) + extra);
}

/** Whose rows there are. A row that would never hold anything is left out. */
function rowsOf({ lanes, events }: Timeline, view: View): readonly (string | null)[] {
  const [first, ...others] = lanes.map(({ partner }) => partner);
  const order = first === undefined ? [null] : [first, null, ...others];
  const written = new Set(events.map(({ partner }) => partner));
  return order.filter((partner) => written.has(partner) && (partner === null || view.partners.includes(partner)));
}

type Ground = Pick<Layout, 'isNarrow' | 'width' | 'plot' | 'from' | 'to' | 'xOf' | 'dayAt'>;

function groundOf(view: View, measures: readonly Measure[], names: readonly string[] | undefined): Ground {
  const width = Math.max(NARROWEST, Number.isFinite(view.width) ? Math.floor(view.width) : NARROWEST);
  const isNarrow = width < NARROW;
  const from: Day = Number.isFinite(view.from) ? view.from : 0;
  const to = view.to > from && Number.isFinite(view.to) ? view.to : from + 1;
  const longestName = Math.max(0, ...(names ?? []).map((name) => textWidth(name, LETTER_SIZES['lane-name'])));
  const beside = names === undefined ? 0 : Math.min(104, Math.max(48, longestName + 12));
  const numbers = numberRoom(measures);
  const left = Math.ceil(numbers + (isNarrow ? 0 : beside));
  const right = Math.floor(width - labelRoom(measures, width, isNarrow));
  const scale = scaleLinear([from, to], [left, right]);
  const plot = { left, right, top: 0, bottom: 0 };
  return { isNarrow, width, plot, from, to, xOf: (day) => scale(day), dayAt: (x) => scale.invert(x) };
}

/** The room of the value axis, beside which names stand. */
export function numberRoom(measures: readonly Measure[]): number {
  const widest = measures.flatMap(({ min, max }) => [min, max]).map((value) => String(value).length);
  return 12 + 7 * Math.min(6, Math.max(1, ...widest));
}

function labelRoom(measures: readonly Measure[], width: number, isNarrow: boolean): number {
  const size = LETTER_SIZES['end-label'];
  const widest = Math.max(0, ...measures.map(({ title }) => textWidth(plainText(title), size)));
  const most = isNarrow ? Math.max(60, width * 0.3) : 128;
  return Math.min(most, Math.max(56, widest + 2) + LABEL_OFFSET + LABEL_INDENT);
}
