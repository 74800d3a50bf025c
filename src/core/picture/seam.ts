import { line } from 'd3-shape';
import type { Day } from '../timeline/timeline';
import { place } from './line-path';

/** A place in the picture: x, y. */
export type Point = readonly [x: number, y: number];

/** What may be drawn on. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const FEWEST_PIECES = 2;
const MOST_PIECES = 9;
const SHORT = 14;

const through = line<Point>()
  .x(([x]) => x)
  .y(([, y]) => y)
  .digits(1);

/** @returns SVG path data of straight lines through the points; empty for none */
export function polyline(points: readonly Point[]): string {
  return through(Array.from(points)) ?? '';
}

/** @returns numbers from 0 up to 1 that look like chance and are always the same for a day (mulberry32) */
function chance(day: Day): () => number {
  let state = Math.imul(Math.floor(day) ^ 0x9e3779b9, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Joins two ends the way a bowl is mended: not straight, and never twice alike. All lines that one setback broke are
 * mended along the same crack.
 * @param day of the setback
 * @returns the points of the seam, both ends among them
 */
export function seamBetween(from: Point, to: Point, day: Day, { top, bottom }: Bounds): readonly Point[] {
  const next = chance(day);
  const [width, height] = [to[0] - from[0], to[1] - from[1]];
  const pieces = Math.min(MOST_PIECES, FEWEST_PIECES + Math.round(Math.sqrt(width) / 2.6));
  // A short seam is a steep one, or it would not be seen.
  const depth = width < SHORT ? 6 : Math.min(8, 4 + width / 12);
  let side = next() < 0.8 ? 1 : -1;
  const inner = Array.from({ length: pieces - 1 }, (_, index): Point => {
    const along = (index + 1 + (next() - 0.5) * 0.8) / pieces;
    const y = from[1] + height * along + side * depth * (0.3 + 0.7 * next());
    side = width >= SHORT && next() < 0.15 ? side : -side;
    return [from[0] + width * along, Math.min(bottom + 3, Math.max(top - 3, y))];
  });
  return [from, ...inner, to];
}

/** How broad the gold lies: drawn with a brush, and thicker where it ran together. */
const THIN = 0.35;
const THICK = 1.15;

/**
 * Gives a seam its changing breadth.
 * @param strength 1, or less for a finer one
 * @returns SVG path data of a closed shape; empty for less than two points
 */
export function ribbon(seam: readonly Point[], day: Day, strength: number): string {
  if (seam.length < 2) {
    return '';
  }
  const next = chance(day + 0.5);
  const sides = seam.map(([x, y], index) => {
    const [before, after] = [seam[index - 1] ?? [x, y], seam[index + 1] ?? [x, y]];
    const [along, across] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(along, across) || 1;
    const isEnd = index === 0 || index === seam.length - 1;
    const half = strength * (isEnd ? THIN + 0.15 : THIN + (THICK - THIN) * next());
    return { x, y, dx: (-across / length) * half, dy: (along / length) * half };
  });
  const there = sides.map(({ x, y, dx, dy }): Point => [x + dx, y + dy]);
  const back = sides.map(({ x, y, dx, dy }): Point => [x - dx, y - dy]).reverse();
  return `${polyline([...there, ...back])}Z`;
}

/**
 * The broken edge at the end of a line. Both ends of one break get the same: they would fit together again.
 * @returns SVG path data
 */
export function brokenEdge([x, y]: Point, day: Day): string {
  const next = chance(day);
  const half = [-7.5, -4.2, -1.4].map((dy, index): Point => [(index % 2 === 0 ? 1 : -1) * (1.3 + 1.2 * next()), dy]);
  const other = half.map(([dx, dy]): Point => [-dx, -dy]).reverse();
  return polyline([...half, ...other].map(([dx, dy]): Point => [x + dx, y + dy]));
}

/** @returns the part of a line that lies between two x, its points ascending in x */
export function clipped(points: readonly Point[], { left, right }: Bounds): readonly Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    for (const edge of [left, right]) {
      if (before !== undefined && before[0] < edge && point[0] > edge) {
        const part = (edge - before[0]) / (point[0] - before[0]);
        kept.push([edge, before[1] + part * (point[1] - before[1])]);
      }
    }
    if (point[0] >= left && point[0] <= right) {
      kept.push(point);
    }
  });
  return kept.map(([x, y]): Point => [place(x), place(y)]);
}
