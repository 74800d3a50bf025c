import type { Break, NumberedEntries } from '../timeline/timeline';
import { boxOfText, type TextMark } from './boxes';
import { drawEndLabels, type LineEnd } from './end-labels';
import type { ChosenMeasure, LaneBox, Layout } from './layout';
import { plainText } from './lettering';
import { levelAt, linePath, place, type Scales } from './line-path';
import { drawMends, openingOf, type BrokenLine, type Opening } from './mends';
import type { Mark, PictureWords } from './picture';
import { drawRawPoints, entriesInSight, levelScale } from './raw-points';
import { seriesWord } from './style';
import { pausesIn, traceOf, type Trace } from './trace';

/** What is drawn in one lane. */
export interface LaneContent {
  readonly entries: NumberedEntries;
  readonly breaks: readonly Break[];
  readonly measures: readonly ChosenMeasure[];
}

const SHAPE = 2.6;
const SMALL_SHAPE = 2.3;

/** Draws the pauses, the noted numbers, the lines with their breaks and seams, and the names of a lane. */
export function drawLane(content: LaneContent, box: LaneBox, layout: Layout, words: PictureWords): readonly Mark[] {
  const { entries, measures } = content;
  const lines: Mark[] = [];
  const broken: BrokenLine[] = [];
  const ends: LineEnd[] = [];
  for (const { measure, index } of measures) {
    const series = seriesWord(index);
    const trace = traceOf(entries, content.breaks, measure);
    const scales = { xOf: layout.xOf, yOf: levelScale(measure, box) };
    const breaking = trace.gaps.map((gap) => openingOf(gap, trace, layout, scales));
    const d = pathOf(trace, breaking, layout, scales);
    if (d !== '') {
      lines.push({ kind: 'path', d, style: measures.length > 1 ? ['trend', 'several', series] : ['trend', series] });
    }
    broken.push({ series, openings: breaking });
    const last = trace.runs.findLast(({ days }) => isInSight(days, layout));
    if (last !== undefined) {
      const day = Math.min(layout.to, last.days.at(-1) ?? layout.to);
      ends.push({ measure, series, x: layout.xOf(day), y: scales.yOf(levelAt(last, day)) });
    }
  }
  const size = measures.length > 1 ? SMALL_SHAPE : SHAPE;
  const inSight = entriesInSight(entries, layout);
  const raw = measures.flatMap((measure) => drawRawPoints(inSight, measure, box, size));
  const edge = Math.min(layout.plot.right, layout.xOf(entries.days.at(-1) ?? layout.to));
  const ranges = new Set(measures.map(({ measure }) => `${measure.min} ${measure.max}`));
  const labels = drawEndLabels(ends, edge, box, layout.width, ranges.size > 1, words);
  const pauses = drawPauses(entries, box, layout, words);
  return [...pauses.fields, ...raw, ...lines, ...drawMends(broken, box, layout), ...pauses.labels, ...labels];
}

function isInSight(days: readonly number[], { from, to }: Layout): boolean {
  return (days[0] ?? Infinity) <= to && (days.at(-1) ?? -Infinity) >= from;
}

function pathOf({ runs }: Trace, openings: readonly Opening[], layout: Layout, scales: Scales): string {
  const byRun = new Map(openings.map((opening) => [opening.gap.after, opening]));
  return runs
    .map((run, index) => {
      const from = Math.max(layout.from, byRun.get(index - 1)?.beginDay ?? -Infinity);
      const to = Math.min(layout.to, byRun.get(index)?.endDay ?? Infinity);
      return isInSight(run.days, layout) && from <= to ? linePath(run, from, to, scales) : '';
    })
    .join('');
}

function drawPauses(
  entries: NumberedEntries,
  box: LaneBox,
  { xOf, plot }: Layout,
  words: PictureWords,
): { readonly fields: readonly Mark[]; readonly labels: readonly Mark[] } {
  const [fields, labels]: [Mark[], TextMark[]] = [[], []];
  for (const { from, to } of pausesIn(entries)) {
    const [left, right] = [Math.max(plot.left, xOf(from) + 6), Math.min(plot.right, xOf(to) - 6)];
    if (right - left < 2) {
      continue;
    }
    const field = { x: place(left), y: box.top, width: place(right - left), height: box.bottom - box.top };
    fields.push({ kind: 'field', ...field, style: ['pause'] });
    const label: TextMark = {
      kind: 'text',
      x: place((left + right) / 2),
      y: box.bottom - 9,
      text: plainText(words.pause),
      anchor: 'middle',
      style: ['pause-label'],
    };
    const needed = boxOfText(label);
    if (needed.left > left + 3 && needed.right < right - 3) {
      labels.push(label);
    }
  }
  return { fields, labels };
}
