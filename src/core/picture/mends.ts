import type { LaneBox, Layout } from './layout';
import { levelAt, type Run, type Scales } from './line-path';
import type { Mark } from './picture';
import { brokenEdge, clipped, polyline, ribbon, seamBetween, type Point } from './seam';
import type { SeriesWord } from './style';
import type { Gap, Trace } from './trace';

/** A break is seen however far away one looks from. */
const LEAST_OPEN = 9;
const LEAST_JOINED = 8;
/** Where several lines are mended side by side, the gold is finer. */
const FINE = 0.6;

/** A gap with the places where the line ends and begins anew. */
export interface Opening {
  readonly gap: Gap;
  readonly end: Point;
  readonly begin: Point;
  readonly endDay: number;
  readonly beginDay: number;
}

/**
 * Finds the ends of a break. Where they lie too close to be seen apart, both draw back along the line, by a quarter of
 * their piece at most.
 */
export function openingOf(gap: Gap, { runs }: Trace, layout: Layout, scales: Scales): Opening {
  const [before, after] = [runs[gap.after], runs[gap.after + 1]];
  const [end, begin] = [before?.days.at(-1) ?? 0, after?.days[0] ?? 0];
  const pixel = layout.xOf(1) - layout.xOf(0);
  const least = (gap.isJoined ? LEAST_JOINED : LEAST_OPEN) / pixel;
  const missing = Math.max(0, least - (begin - end)) / 2;
  const endDay = end - Math.min(missing, lengthOf(before) / 4);
  const beginDay = begin + Math.min(missing, lengthOf(after) / 4);
  const pointOf = (run: Run | undefined, day: number): Point => [
    scales.xOf(day),
    run === undefined ? 0 : scales.yOf(levelAt(run, day)),
  ];
  return { gap, end: pointOf(before, endDay), begin: pointOf(after, beginDay), endDay, beginDay };
}

function lengthOf(run: Run | undefined): number {
  const days = run?.days ?? [];
  return (days.at(-1) ?? 0) - (days[0] ?? 0);
}

/** The line of a measure, with its breaks. */
export interface BrokenLine {
  readonly series: SeriesWord;
  readonly openings: readonly Opening[];
}

/** Draws the breaks of a lane: edges where they are open, gold where they are joined. All its gold is one mark. */
export function drawMends(lines: readonly BrokenLine[], box: LaneBox, { plot }: Layout): readonly Mark[] {
  const bounds = { ...plot, top: box.top, bottom: box.bottom };
  const isSeen = ([x]: Point): boolean => x >= bounds.left && x <= bounds.right;
  const isFine = lines.length > 1;
  let [halo, gold] = ['', ''];
  const marks: Mark[] = [];
  for (const { series, openings } of lines) {
    let edges = '';
    for (const { gap, end, begin } of openings) {
      if (begin[0] < bounds.left || end[0] > bounds.right) {
        continue;
      }
      if (gap.isJoined) {
        const seam = clipped(seamBetween(end, begin, gap.day, bounds), bounds);
        halo += polyline(seam);
        gold += ribbon(seam, gap.day, isFine ? FINE : 1);
      } else {
        edges += (isSeen(end) ? brokenEdge(end, gap.day) : '') + (isSeen(begin) ? brokenEdge(begin, gap.day) : '');
      }
    }
    if (edges !== '') {
      marks.push({ kind: 'path', d: edges, style: ['break-end', series] });
    }
  }
  if (halo !== '') {
    marks.push({ kind: 'path', d: halo, style: isFine ? ['gold-halo', 'several'] : ['gold-halo'] });
    marks.push({ kind: 'path', d: gold, style: ['gold'] });
  }
  return marks;
}
