import { extremesByColumn } from '../timeline/columns';
import type { NumberedEntries } from '../timeline/timeline';
import type { ChosenMeasure, LaneBox, Layout } from './layout';
import { indexFrom, place } from './line-path';
import type { Mark } from './picture';
import { seriesWord, type SeriesWord } from './style';

/** The shape that stands for a measure wherever there is room for one, around 0,0. */
const SHAPES: Readonly<Record<SeriesWord, (size: number) => string>> = {
  'series-1': (r) => `m${-r},0a${r},${r},0,1,0,${2 * r},0a${r},${r},0,1,0,${-2 * r},0z`,
  'series-2': (r) =>
    `m${place(-r * 0.88)},${place(-r * 0.88)}h${place(r * 1.76)}v${place(r * 1.76)}h${place(-r * 1.76)}z`,
  'series-3': (r) => `m0,${place(-r * 1.2)}l${place(r * 1.15)},${place(r * 2.05)}h${place(-r * 2.3)}z`,
  'series-4': (r) =>
    `m0,${place(-r * 1.3)}l${place(r * 1.3)},${place(r * 1.3)}l${place(-r * 1.3)},${place(r * 1.3)}l${place(-r * 1.3)},${place(-r * 1.3)}z`,
  'series-5': (r) => `m0,${place(r * 1.2)}l${place(r * 1.15)},${place(-r * 2.05)}h${place(-r * 2.3)}z`,
};

/** @returns SVG path data of a measure's shape around a place */
export function shapeAt(x: number, y: number, series: SeriesWord, size: number): string {
  return `M${place(x)},${place(y)}${SHAPES[series](size)}`;
}

/** More points than this for each pixel of width, and their shapes would only be noise. */
const DENSE = 0.22;
/** As wide as a dot is then drawn: in a narrower column it would hide its neighbour. In CSS pixels. */
const COLUMN = 2;

/** Which entries of a lane are in sight, and where; the same for all its measures. */
export interface EntriesInSight {
  readonly entries: NumberedEntries;
  readonly first: number;
  readonly xs: Float64Array;
  /** Where the pixel column of each begins, where there are so many that they share them. */
  readonly columns: Int32Array | undefined;
}

/** @returns the entries that lie in the view */
export function entriesInSight(entries: NumberedEntries, { from, to, xOf, plot }: Layout): EntriesInSight {
  const first = indexFrom(entries.days, from);
  const end = indexFrom(entries.days, to + 1e-9);
  // Typed arrays: a zoom makes them anew with every frame, and they leave the garbage collector next to nothing to do.
  const xs = new Float64Array(end - first);
  for (let index = 0; index < xs.length; index += 1) {
    xs[index] = xOf(entries.days[first + index] ?? 0);
  }
  const isDense = xs.length > DENSE * (plot.right - plot.left);
  return {
    entries,
    first,
    xs,
    columns: isDense ? Int32Array.from(xs, (x) => Math.floor(x / COLUMN) * COLUMN) : undefined,
  };
}

/**
 * Draws the numbers of one measure as they were noted, as one mark, and those of private notes as another.
 * @param size of the shapes, half their width
 */
export function drawRawPoints(
  { entries, first, xs, columns }: EntriesInSight,
  { measure, index: order }: ChosenMeasure,
  box: LaneBox,
  size: number,
): readonly Mark[] {
  const series = seriesWord(order);
  const values = entries.values[measure.name] ?? [];
  const valueAt = (index: number): number | null => values[first + index] ?? null;
  const yOf = levelScale(measure, box);
  if (columns !== undefined) {
    const d = densePath(columns, valueAt, yOf);
    return d === '' ? [] : [{ kind: 'path', d, style: ['raw', 'dense', series] }];
  }
  let [shared, own] = ['', ''];
  xs.forEach((x, index) => {
    const value = valueAt(index);
    if (value === null) {
      return;
    }
    const d = shapeAt(x, yOf(value), series, size);
    if (entries.isPrivate[first + index] === true) {
      own += d;
    } else {
      shared += d;
    }
  });
  const marks: Mark[] = [];
  if (shared !== '') {
    marks.push({ kind: 'path', d: shared, style: ['raw', series] });
  }
  if (own !== '') {
    marks.push({ kind: 'path', d: own, style: ['raw', 'private', series] });
  }
  return marks;
}

/**
 * Draws the highest and the lowest of each pixel column. Neighbours of one height, as there are many where people note
 * whole numbers, become one stroke.
 */
function densePath(
  columns: Int32Array,
  valueAt: (index: number) => number | null,
  yOf: (value: number) => number,
): string {
  const strokes = new Map<number, { from: number; to: number; readonly y: number }>();
  let d = '';
  for (const index of extremesByColumn(columns, valueAt)) {
    const x = columns[index] ?? 0;
    const value = valueAt(index) ?? 0;
    const stroke = strokes.get(value);
    if (stroke === undefined) {
      strokes.set(value, { from: x, to: x, y: place(yOf(value)) });
      continue;
    }
    if (x - stroke.to > COLUMN) {
      d += strokePath(stroke);
      stroke.from = x;
    }
    stroke.to = x;
  }
  strokes.forEach((stroke) => {
    d += strokePath(stroke);
  });
  return d;
}

function strokePath({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }): string {
  return `M${from},${y}h${to - from}`;
}

/** @returns where a value of a measure lies in a lane; what is out of range is held at the lane's ends */
export function levelScale(
  { min, max }: { min: number; max: number },
  { top, bottom }: LaneBox,
): (value: number) => number {
  const scale = max > min ? (bottom - top) / (max - min) : 0;
  return (value) => Math.min(bottom, Math.max(top, bottom - (value - min) * scale));
}
