import type { Timeline, TimelineEvent } from '../timeline/timeline';
import { labelEvents } from './event-labels';
import { HALF_MARK, joiningPaths, type EventMark, type PlacedRow } from './event-marks';
import { signOf, WEIGHTY } from './event-signs';
import type { Layout } from './layout';
import { place } from './line-path';
import type { Mark, PictureWords } from './picture';
import type { StyleWord } from './style';

/** Draws one row of events: its line and marks, and names beside the marks wherever there is room. */
export function drawEventRow(
  timeline: Timeline,
  placed: PlacedRow,
  layout: Layout,
  words: PictureWords,
): readonly Mark[] {
  const { row } = placed;
  const joining = joiningPaths(timeline);
  const { left, right } = layout.plot;
  const marks: Mark[] = [{ kind: 'path', d: `M${left},${row.y}H${right}`, style: ['row-line'] }];
  const labels = labelEvents(timeline, placed, layout, words, joining);
  for (const mark of placed.marks) {
    const event = timeline.events[mark.main];
    if (event !== undefined) {
      const isCounted = mark.isOfOneKind || !labels.has(mark);
      marks.push(...drawMark(mark, event, joining.has(event.path), isCounted, row.y));
    }
  }
  return [...marks, ...labels.values()];
}

function drawMark(
  mark: EventMark,
  event: TimelineEvent,
  isJoining: boolean,
  isCounted: boolean,
  y: number,
): readonly Mark[] {
  const { x, left, right, weight, count: text } = mark;
  const count = { kind: 'text', y: place(y + 3.5), text, style: ['cluster-count'] } as const;
  if (mark.isRing) {
    const half = (right - left) / 2;
    const straight = 2 * (half - HALF_MARK);
    const d =
      `M${place(left + HALF_MARK)},${place(y - HALF_MARK)}h${place(straight)}a${HALF_MARK},${HALF_MARK},0,0,1,0,${2 * HALF_MARK}` +
      `h${place(-straight)}a${HALF_MARK},${HALF_MARK},0,0,1,0,${-2 * HALF_MARK}z`;
    return [
      { kind: 'path', d, style: ['cluster'] },
      { ...count, x: place(x), anchor: 'middle' },
    ];
  }
  const sign = signOf(event.kind);
  const style: StyleWord[] = ['event'];
  if (sign.isSolid) {
    style.push('solid');
  }
  if (isJoining) {
    style.push('golden');
  } else if (weight < WEIGHTY) {
    style.push('light');
  }
  if (event.isPrivate) {
    style.push('private');
  }
  const drawn: Mark[] = [{ kind: 'path', d: `M${place(x)},${place(y)}${sign.d}`, style }];
  if (isJoining) {
    drawn.unshift({ kind: 'path', d: `M${place(x)},${place(y)}${sign.d}`, style: ['gold-halo'] });
  }
  return isCounted && text !== '' ? [...drawn, { ...count, x: place(x + HALF_MARK + 2), anchor: 'start' }] : drawn;
}
