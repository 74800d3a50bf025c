import type { Day } from '../timeline/timeline';

/** A line without a break: levels at days, ascending. */
export interface Run {
  readonly days: readonly Day[];
  readonly levels: readonly number[];
  /** How much the level changes a day, at each day. */
  readonly slopes: readonly number[];
}

/** Where levels and days lie in the picture. */
export interface Scales {
  readonly xOf: (day: number) => number;
  readonly yOf: (level: number) => number;
}

/** Below so many pixels from day to day a curve cannot be told from a straight line. */
const STRAIGHT = 3;

/** So many pixels may lie between two knots of a line that has more than can be seen. */
const KNOT_WIDTH = 2;

/**
 * Draws smooth lines through levels without ever leaving the range of two neighbours, after M. Steffen, "A simple
 * method for monotonic interpolation in one dimension", Astronomy and Astrophysics 239, 1990, pages 443 to 450.
 */
export function runThrough(days: readonly Day[], levels: readonly number[]): Run {
  const rise = (index: number): number => (levels[index + 1] ?? 0) - (levels[index] ?? 0);
  const step = (index: number): number => (days[index + 1] ?? 0) - (days[index] ?? 0);
  const slopes = days.map((_, index) => {
    if (index === 0 || index === days.length - 1) {
      return 0;
    }
    const [before, after] = [rise(index - 1) / step(index - 1), rise(index) / step(index)];
    const parabola = (before * step(index) + after * step(index - 1)) / (step(index - 1) + step(index));
    const least = Math.min(Math.abs(before), Math.abs(after), Math.abs(parabola) / 2);
    return (Math.sign(before) + Math.sign(after)) * least;
  });
  const last = days.length - 1;
  if (last > 0) {
    slopes[0] = endSlope(rise(0) / step(0), last === 1 ? undefined : slopes[1]);
    slopes[last] = endSlope(rise(last - 1) / step(last - 1), last === 1 ? undefined : slopes[last - 1]);
  }
  return { days, levels, slopes };
}

function endSlope(chord: number, neighbour: number | undefined): number {
  return neighbour === undefined ? chord : (3 * chord - neighbour) / 2;
}

interface Knot {
  readonly day: number;
  readonly level: number;
  readonly slope: number;
}

function knotOf({ days, levels, slopes }: Run, index: number): Knot {
  return { day: days[index] ?? 0, level: levels[index] ?? 0, slope: slopes[index] ?? 0 };
}

/** @returns the line at a day that may lie between two of its days, held at its ends */
function knotAt(run: Run, day: number): Knot {
  const after = indexFrom(run.days, day);
  const [a, b] = [knotOf(run, Math.max(0, after - 1)), knotOf(run, Math.min(after, run.days.length - 1))];
  if (b.day === day || a.day >= b.day) {
    return b;
  }
  if (after >= run.days.length) {
    return b;
  }
  const width = b.day - a.day;
  const t = (day - a.day) / width;
  const rise = b.level - a.level;
  const [m0, m1] = [a.slope * width, b.slope * width];
  const level = a.level + t * (m0 + t * (3 * rise - 2 * m0 - m1 + t * (m0 + m1 - 2 * rise)));
  const slope = (m0 + t * (2 * (3 * rise - 2 * m0 - m1) + t * 3 * (m0 + m1 - 2 * rise))) / width;
  return { day, level, slope };
}

/** @returns the level of a line at a day, held at its ends */
export function levelAt(run: Run, day: number): number {
  return knotAt(run, day).level;
}

/** @returns the first index whose day is not before the given one; the number of days if there is none */
export function indexFrom(days: readonly Day[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) < day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * Draws the part of a line between two days.
 * @param from @param to where it is cut; beyond its own ends there is nothing
 * @returns SVG path data; empty where the line does not pass
 */
export function linePath(run: Run, from: number, to: number, { xOf, yOf }: Scales): string {
  const [first, last] = [run.days[0], run.days.at(-1)];
  if (first === undefined || last === undefined || last < from || first > to) {
    return '';
  }
  const [start, end] = [knotAt(run, Math.max(first, from)), knotAt(run, Math.min(last, to))];
  const pixel = Math.abs(xOf(1) - xOf(0));
  let d = `M${place(xOf(start.day))},${place(yOf(start.level))}`;
  if (end.day <= start.day) {
    return `${d}h0`;
  }
  // Looked at from afar, one day in two pixels is enough. Days are counted from a fixed one, so that nothing shimmers.
  const bucket = Math.max(1, Math.round(KNOT_WIDTH / pixel));
  let before = start;
  let next = bucket === 1 ? start.day : nextOf(start.day, bucket);
  for (let index = indexFrom(run.days, start.day); index < run.days.length; index += 1) {
    const day = run.days[index] ?? Infinity;
    if (day >= end.day) {
      break;
    }
    if (day >= next && day > before.day) {
      const knot = knotOf(run, index);
      d += pieceOf(before, knot, pixel, { xOf, yOf });
      before = knot;
      next = nextOf(day, bucket);
    }
  }
  return d + pieceOf(before, end, pixel, { xOf, yOf });
}

/** @returns the first day of the next bucket */
function nextOf(day: number, bucket: number): number {
  return (Math.floor(day / bucket) + 1) * bucket;
}

function pieceOf(a: Knot, b: Knot, pixel: number, { xOf, yOf }: Scales): string {
  const end = `${place(xOf(b.day))},${place(yOf(b.level))}`;
  const width = b.day - a.day;
  if (width * pixel < STRAIGHT) {
    return `L${end}`;
  }
  const third = width / 3;
  const first = `${place(xOf(a.day + third))},${place(yOf(a.level + a.slope * third))}`;
  const second = `${place(xOf(b.day - third))},${place(yOf(b.level - b.slope * third))}`;
  return `C${first} ${second} ${end}`;
}

/** @returns a coordinate as path data needs it: to a tenth of a pixel */
export function place(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
