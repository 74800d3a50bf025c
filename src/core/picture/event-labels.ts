import type { Timeline, TimelineEvent } from '../timeline/timeline';
import { areTouching, boxOfText, type Box, type TextMark } from './boxes';
import { HALF_MARK, type EventMark, type PlacedRow } from './event-marks';
import { WEIGHTY } from './event-signs';
import type { Layout } from './layout';
import { plainText } from './lettering';
import { place } from './line-path';
import type { PictureWords } from './picture';
import type { StyleWord } from './style';

const GAP = 5;
const AROUND = 6;

/**
 * Names the marks of a row wherever there is room beside them. The heavy ones are named first and always; of each
 * lesser kind one is, so that its sign is explained. A name of the heaviest of several tells how many more there are.
 * @param joining the files whose repair joined a break
 */
export function labelEvents(
  { events }: Timeline,
  { row, marks }: PlacedRow,
  layout: Layout,
  words: PictureWords,
  joining: ReadonlySet<string>,
): ReadonlyMap<EventMark, TextMark> {
  const [top, bottom] = [row.y - HALF_MARK, row.y + HALF_MARK];
  const taken: (Box & { readonly owner: EventMark })[] = marks.map((owner) => {
    return { owner, left: owner.left, right: owner.right, top, bottom };
  });
  const told = new Set<string>();
  const labels = new Map<EventMark, TextMark>();
  for (const mark of marks.filter(({ isRing }) => !isRing).sort((a, b) => b.weight - a.weight)) {
    const event = events[mark.main];
    if (event === undefined || (mark.weight < WEIGHTY && told.has(event.kind))) {
      continue;
    }
    const found = candidatesFor(mark, event, row.y, words, joining).find((candidate) => {
      const needed = boxOfText(candidate);
      const isInside = needed.left >= layout.plot.left - HALF_MARK && needed.right <= layout.width;
      const [left, right] = candidate.anchor === 'start' ? [0, AROUND] : [AROUND, 0];
      const box = { ...needed, left: needed.left - left, right: needed.right + right };
      return isInside && !taken.some((other) => other.owner !== mark && areTouching(other, box));
    });
    if (found !== undefined) {
      taken.push({ ...boxOfText(found), owner: mark });
      told.add(event.kind);
      labels.set(mark, found);
    }
  }
  return labels;
}

function candidatesFor(
  mark: EventMark,
  event: TimelineEvent,
  y: number,
  words: PictureWords,
  joining: ReadonlySet<string>,
): readonly TextMark[] {
  const isJoining = joining.has(event.path);
  const name = plainText(isJoining ? words.joined : nameOf(event, words));
  if (name === '') {
    return [];
  }
  const text = mark.isOfOneKind ? name : `${name} ${mark.count}`;
  const style: readonly StyleWord[] = isJoining ? ['event-label', 'golden'] : ['event-label'];
  const at = { kind: 'text', y: place(y + 4), text, style } as const;
  const edge = mark.isOfOneKind ? mark.right : mark.x + HALF_MARK;
  const after: TextMark = { ...at, x: place(edge + GAP), anchor: 'start' };
  const before: TextMark = { ...at, x: place(mark.left - GAP), anchor: 'end' };
  return mark.weight < WEIGHTY ? [after] : [after, before];
}

function nameOf({ kind, title }: TimelineEvent, { setback, signed, withdrawn }: PictureWords): string {
  const own: Readonly<Record<string, string>> = { setback, signed, withdrawn };
  return Object.hasOwn(own, kind) ? (own[kind] ?? title) : title;
}
