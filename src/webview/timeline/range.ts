import type { Day, Timeline } from '../../core/timeline/timeline';

/** A stretch of the calendar in days; fractions are allowed, the end lies after the beginning. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** All of the time there is: a span with a small margin around the first and the last day. */
export interface Whole extends Span {
  readonly first: Day;
  readonly last: Day;
}

/** Stretches that end today, from the shortest. */
export const PRESETS = ['week', 'month', 'half-year', 'year', 'all'] as const;

export type Preset = (typeof PRESETS)[number];

/** What a person looks at: a stretch that follows today, or one of their own. */
export type Range = { readonly preset: Preset } | Span;

/** Nobody comes closer than a week: a day has no hours here. */
export const SHORTEST = 7;

const DAYS: Readonly<Record<Exclude<Preset, 'all'>, number>> = { week: 7, month: 31, 'half-year': 184, year: 366 };

/** The part of a stretch that stays free at both ends, so that no point lies on the edge. */
const MARGIN = 0.015;

/** Half a day at least, where the stretch is short. */
const LEAST_MARGIN = 0.5;

/** @returns from the first note to today, or to the last note where one lies ahead, with a small margin. */
export function wholeSpan(timeline: Timeline): Whole {
  const { today } = timeline;
  let [first, last] = [today, today];
  const include = (day: Day | undefined): void => {
    if (day !== undefined) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  };
  for (const { entries } of timeline.lanes) {
    include(entries.days[0]);
    include(entries.days.at(-1));
  }
  include(timeline.events[0]?.day);
  include(timeline.events.at(-1)?.day);
  first = Math.min(first, last - SHORTEST + 1);
  return { first, last, ...withMargin(first, last) };
}

/** @returns what a range means now: within the whole, and never shorter than the shortest. */
export function spanOf(range: Range, whole: Span, today: Day): Span {
  if (!('preset' in range)) {
    return within(range, whole);
  }
  if (range.preset === 'all') {
    return whole;
  }
  const first = today - DAYS[range.preset] + 1;
  return within({ from: first - LEAST_MARGIN, to: withMargin(first, today).to }, whole);
}

/**
 * Comes closer or goes further away.
 *
 * @param span what is in sight
 * @param factor how much of it stays in sight: below 1 comes closer
 * @param around the day that stays where it is
 * @param whole what there is
 */
export function zoomed(span: Span, factor: number, around: number, whole: Span): Span {
  const before = span.to - span.from;
  const after = clamp(before * factor, SHORTEST, whole.to - whole.from);
  const from = around - ((around - span.from) / before) * after;
  return within({ from, to: from + after }, whole);
}

/** @returns the span moved by so many days, as far as there is something. */
export function panned(span: Span, days: number, whole: Span): Span {
  return within({ from: span.from + days, to: span.to + days }, whole);
}

/** @returns the span moved just so far that the day is in sight, with some days around it. */
export function broughtIntoSight(span: Span, day: Day, whole: Span): Span {
  const room = (span.to - span.from) * 0.08;
  if (day < span.from) {
    return panned(span, day - room - span.from, whole);
  }
  return day > span.to ? panned(span, day + room - span.to, whole) : span;
}

/** @returns the span with its beginning moved, the end kept. */
export function startingAt(span: Span, from: number, whole: Span): Span {
  return { from: clamp(from, whole.from, Math.max(whole.from, span.to - SHORTEST)), to: span.to };
}

/** @returns the span with its end moved, the beginning kept. */
export function endingAt(span: Span, to: number, whole: Span): Span {
  return { from: span.from, to: clamp(to, Math.min(whole.to, span.from + SHORTEST), whole.to) };
}

/** @returns whether both mean the same days, up to what nobody can see. */
export function isSameSpan(one: Span, other: Span): boolean {
  return Math.abs(one.from - other.from) < 0.001 && Math.abs(one.to - other.to) < 0.001;
}

/** @returns the first and last day in sight, without those of the margin. */
export function daysInSight(span: Span, whole: Whole): { readonly first: Day; readonly last: Day } {
  return { first: Math.max(whole.first, Math.ceil(span.from)), last: Math.min(whole.last, Math.floor(span.to)) };
}

function within(span: Span, whole: Span): Span {
  const length = clamp(span.to - span.from, SHORTEST, whole.to - whole.from);
  const from = clamp(span.from, whole.from, whole.to - length);
  return { from, to: from + length };
}

function withMargin(first: Day, last: Day): Span {
  const margin = Math.max(LEAST_MARGIN, (last - first) * MARGIN);
  return { from: first - margin, to: last + margin };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
