import { longestInterval, pausesOf } from '../timeline/pauses';
import { segmentsOf } from '../timeline/segments';
import type { Break, Day, Measure, NumberedEntries } from '../timeline/timeline';
import { fitTrend } from '../timeline/trend';
import { type Run, runThrough } from './line-path';

/** Where a line broke and went on: `runs[after]` is the piece before it. */
export interface Gap {
  readonly after: number;
  /** The day of the setback; of several, the last. */
  readonly day: Day;
  /** Whether all of them are. */
  readonly isJoined: boolean;
}

/** The smoothed line of one measure, in the pieces that pauses and setbacks leave of it. */
export interface Trace {
  readonly runs: readonly Run[];
  readonly gaps: readonly Gap[];
}

interface Traced {
  readonly breaks: readonly Break[];
  readonly byMeasure: Map<string, Trace>;
}

/** A timeline does not change, but it is drawn with every step of a zoom. */
const traced = new WeakMap<NumberedEntries, Traced>();
const paused = new WeakMap<NumberedEntries, ReturnType<typeof pausesOf>>();

/** @returns the pauses of a partner's entries */
export function pausesIn(entries: NumberedEntries): ReturnType<typeof pausesOf> {
  const pauses = paused.get(entries) ?? pausesOf(entries.days);
  paused.set(entries, pauses);
  return pauses;
}

/**
 * Smooths one measure of one partner's entries.
 * @param breaks the setbacks, in the order of the calendar: at each the line ends, and begins anew
 */
export function traceOf(entries: NumberedEntries, breaks: readonly Break[], measure: Measure): Trace {
  let known = traced.get(entries);
  if (known?.breaks !== breaks) {
    known = { breaks, byMeasure: new Map() };
    traced.set(entries, known);
  }
  let trace = known.byMeasure.get(measure.name);
  if (trace === undefined) {
    trace = smoothed(entries, breaks, measure);
    known.byMeasure.set(measure.name, trace);
  }
  return trace;
}

function smoothed({ days, values }: NumberedEntries, breaks: readonly Break[], measure: Measure): Trace {
  const column = values[measure.name] ?? [];
  const cuts = breaks.map(({ day }) => day);
  const runs = segmentsOf(days, cuts).flatMap(({ start, end }) => {
    const trend = fitTrend(days.slice(start, end), column.slice(start, end), measure);
    const begins = trend.isJoined.flatMap((isJoined, index) => (isJoined && index > 0 ? [] : [index]));
    return begins.map((begin, index) => {
      const next = begins[index + 1];
      return runThrough(trend.days.slice(begin, next), trend.levels.slice(begin, next));
    });
  });
  return { runs, gaps: gapsBetween(runs, breaks, longestInterval(days)) };
}

/** Where one paused, nothing broke that could be seen: such a setback has only its mark. */
function gapsBetween(runs: readonly Run[], breaks: readonly Break[], longest: number): readonly Gap[] {
  let next = 0;
  return runs.flatMap((run, index) => {
    const [end, begin] = [run.days.at(-1), runs[index + 1]?.days[0]];
    if (end === undefined || begin === undefined) {
      return [];
    }
    while ((breaks[next]?.day ?? Infinity) <= end) {
      next += 1;
    }
    const within: Break[] = [];
    for (let found = breaks[next]; found !== undefined && found.day <= begin; found = breaks[next]) {
      within.push(found);
      next += 1;
    }
    const last = within.at(-1);
    const isJoined = within.every(({ seam }) => seam !== null);
    return last === undefined || begin - end > longest ? [] : [{ after: index, day: last.day, isJoined }];
  });
}
