import type { Timeline } from '../timeline/timeline';
import { OUTSTANDING, weightOf } from './event-signs';
import type { Layout, RowBox } from './layout';

/** One mark on a row, for one event or for several that would overlap. */
export interface EventMark {
  readonly x: number;
  /** Into the events of the timeline, in the order of the calendar. */
  readonly events: readonly number[];
  /** The heaviest of them, and whether its sign stands for all; otherwise a ring does. */
  readonly main: number;
  readonly isRing: boolean;
  readonly isOfOneKind: boolean;
  /** How many they are; beside the sign of one kind that stands for others, how many more. Nothing for one. */
  readonly count: string;
  readonly weight: number;
  readonly left: number;
  readonly right: number;
}

/** A row of events with its marks in sight. */
export interface PlacedRow {
  readonly row: RowBox;
  readonly marks: readonly EventMark[];
}

/** Half the width of a sign, and the radius of a ring. */
export const HALF_MARK = 8;

const BETWEEN = 1;
/**
 * Marks that stand for several keep some air around them. As such a mark stands in the middle of its days, no chain of
 * notes becomes longer than a few marks are wide.
 */
const AROUND_SEVERAL = 10;
const DIGIT = 6.6;

/** @returns the files whose repair joined a break */
export function joiningPaths({ breaks }: Timeline): ReadonlySet<string> {
  return new Set(breaks.flatMap(({ seam }) => (seam === null ? [] : [seam.path])));
}

interface Group {
  readonly events: number[];
  readonly first: number;
  last: number;
  main: number;
  weight: number;
  isOfOneKind: boolean;
}

/**
 * Places the marks of all rows. All events of a row are placed, in sight or not, so that marks do not change while
 * one moves along; only those in sight are given.
 */
export function placeEvents(timeline: Timeline, layout: Layout): readonly PlacedRow[] {
  const joining = joiningPaths(timeline);
  const { left, right } = layout.plot;
  return layout.rows.map((row) => {
    const marks = marksOf(timeline, row, layout, joining);
    return { row, marks: marks.filter(({ x }) => x >= left - 0.5 && x <= right + 0.5) };
  });
}

function marksOf(
  { events }: Timeline,
  { partner }: RowBox,
  { xOf }: Layout,
  joining: ReadonlySet<string>,
): readonly EventMark[] {
  const marks: EventMark[] = [];
  let group: Group | undefined;
  let edge = -Infinity;
  events.forEach((event, index) => {
    if (event.partner !== partner) {
      return;
    }
    const x = xOf(event.day);
    const weight = weightOf(event.kind, joining.has(event.path));
    if (group !== undefined && x - HALF_MARK < edge) {
      group.events.push(index);
      group.last = x;
      group.isOfOneKind &&= event.kind === events[group.main]?.kind && weight === group.weight;
      if (weight > group.weight) {
        [group.main, group.weight] = [index, weight];
      }
      marks.pop();
    } else {
      group = { events: [index], first: x, last: x, main: index, weight, isOfOneKind: true };
    }
    const mark = markOf(group, marks.at(-1));
    marks.push(mark);
    edge = mark.right + (group.events.length > 1 ? AROUND_SEVERAL : BETWEEN);
  });
  return marks;
}

function markOf({ events, first, last, main, weight, isOfOneKind }: Group, before: EventMark | undefined): EventMark {
  const number = events.length;
  const isRing = weight < OUTSTANDING && !isOfOneKind;
  const count = number === 1 ? '' : isRing || isOfOneKind ? String(number) : `+${number - 1}`;
  const digits = count.length * DIGIT;
  const half = isRing ? Math.max(HALF_MARK, digits / 2 + 4) : HALF_MARK;
  const x = Math.max((first + last) / 2, (before?.right ?? -Infinity) + BETWEEN + half);
  const right = x + half + (isRing || count === '' ? 0 : digits + 3);
  return { x, events, main, isRing, isOfOneKind, count, weight, left: x - half, right };
}
