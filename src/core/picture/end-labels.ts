import type { Measure } from '../timeline/timeline';
import type { TextMark } from './boxes';
import { LABEL_INDENT, LABEL_OFFSET, type LaneBox } from './layout';
import { plainText, wrapText } from './lettering';
import { place } from './line-path';
import type { Mark, PictureWords } from './picture';
import { shapeAt } from './raw-points';
import { LETTER_SIZES, type SeriesWord } from './style';

/** Where the line of a measure ends. */
export interface LineEnd {
  readonly measure: Measure;
  readonly series: SeriesWord;
  readonly x: number;
  readonly y: number;
}

const LINE = 14;
const NEXT_LINE = 12;
const MOST_NOTE_LINES = 3;
const OVERHANG = 8;
const SHAPE = 3;
const ALONE = 6;
/** A longer way from a line to its label would be one more line to follow. */
const LONGEST_LEADER = 40;

interface Label {
  readonly end: LineEnd;
  readonly title: readonly string[];
  readonly notes: readonly string[];
  readonly height: number;
  top: number;
}

/**
 * Names the lines of a lane where they end. Names that would lie on each other move apart, and keep their order.
 * @param x from where on nothing is drawn in this lane
 * @param width of the picture
 * @param hasRanges whether the ranges of the measures differ, so that each has to be told
 */
export function drawEndLabels(
  ends: readonly LineEnd[],
  x: number,
  box: LaneBox,
  width: number,
  hasRanges: boolean,
  words: PictureWords,
): readonly Mark[] {
  // One measure alone needs no shape to be known by.
  const left = ends.length > 1 ? x + LABEL_OFFSET : x + LABEL_OFFSET - LABEL_INDENT + ALONE;
  const room = width - left - LABEL_INDENT;
  const labels = fitted(ends, box, (end, hasNotes) => {
    const title = wrapText(plainText(end.measure.title), LETTER_SIZES['end-label'], room, hasNotes ? 2 : 1);
    const notes = hasNotes ? notesOf(end.measure, hasRanges, words, room) : [];
    const height = LINE + NEXT_LINE * (title.length + notes.length - 1);
    return { end, title, notes, height, top: end.y - LINE / 2 };
  });
  spread(labels, box.top - OVERHANG, box.bottom + OVERHANG);
  return labels.flatMap((label) => marksOf(label, left, ends.length > 1));
}

function notesOf(measure: Measure, hasRanges: boolean, words: PictureWords, room: number): readonly string[] {
  const range = hasRanges ? [`${measure.min}–${measure.max}`] : [];
  const reads = measure.reads === 'down' ? [plainText(words.readsDown)] : [];
  return [...range, ...reads].flatMap((note) => wrapText(note, LETTER_SIZES['end-note'], room, MOST_NOTE_LINES));
}

/** Leaves out notes, and at last labels, where there is no room for all of them. */
function fitted(
  ends: readonly LineEnd[],
  { top, bottom }: LaneBox,
  labelOf: (end: LineEnd, hasNotes: boolean) => Label,
): Label[] {
  const room = bottom - top + 2 * OVERHANG;
  const height = (labels: readonly Label[]): number => labels.reduce((sum, label) => sum + label.height, 0);
  const full = ends.map((end) => labelOf(end, true));
  const labels = height(full) <= room ? full : ends.map((end) => labelOf(end, false));
  return labels.slice(0, Math.floor(height(labels) <= room ? labels.length : room / LINE));
}

/** Moves labels as little as possible: those that touch become one block around the middle of where they want to be. */
function spread(labels: Label[], top: number, bottom: number): void {
  labels.sort((a, b) => a.top - b.top);
  const blocks: { labels: Label[]; wanted: number; height: number; top: number }[] = [];
  for (const label of labels) {
    let block = { labels: [label], wanted: label.top, height: label.height, top: 0 };
    block.top = held(block.wanted, block.height);
    for (
      let above = blocks.at(-1);
      above !== undefined && above.top + above.height > block.top;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const [a, b] = [above.labels.length, block.labels.length];
      const wanted = (above.wanted * a + (block.wanted - above.height) * b) / (a + b);
      const height = above.height + block.height;
      block = { labels: [...above.labels, ...block.labels], wanted, height, top: held(wanted, height) };
    }
    blocks.push(block);
  }
  for (const block of blocks) {
    let y = block.top;
    for (const label of block.labels) {
      label.top = y;
      y += label.height;
    }
  }
  function held(wanted: number, height: number): number {
    return Math.max(top, Math.min(bottom - height, wanted));
  }
}

function marksOf({ end, title, notes, top }: Label, left: number, hasShape: boolean): readonly Mark[] {
  const y = top + LINE / 2;
  const marks: Mark[] = [];
  const way = left - end.x;
  if (Math.abs(y - end.y) > 3 && way < LONGEST_LEADER) {
    const d = `M${place(end.x + 2)},${place(end.y)}L${place(left - 1)},${place(y)}`;
    marks.push({ kind: 'path', d, style: ['leader', end.series] });
  }
  if (hasShape) {
    marks.push({ kind: 'path', d: shapeAt(left + SHAPE, y, end.series, SHAPE), style: ['end-mark', end.series] });
  }
  const at = { kind: 'text', x: place(left + LABEL_INDENT), anchor: 'start' } as const;
  const lines: readonly Pick<TextMark, 'text' | 'style'>[] = [
    ...title.map((text) => ({ text, style: ['end-label', end.series] as const })),
    ...notes.map((text) => ({ text, style: ['end-note'] as const })),
  ];
  return [...marks, ...lines.map((line, index) => ({ ...at, ...line, y: place(y + 4 + NEXT_LINE * index) }))];
}
