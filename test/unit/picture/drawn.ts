import assert from 'node:assert/strict';
import type { Box, TextMark } from '../../../src/core/picture/boxes';
import { areTouching, boxOfText } from '../../../src/core/picture/boxes';
import { drawTimeline } from '../../../src/core/picture/draw-timeline';
import type { Mark, Picture, PictureWords, View } from '../../../src/core/picture/picture';
import type { StyleWord } from '../../../src/core/picture/style';
import type { Break, Day, Lane, Measure, Timeline, TimelineEvent } from '../../../src/core/timeline/timeline';

/** 1 March 2026, a Sunday. */
export const DAY = 20_513;

export const WORDS: PictureWords = {
  title: 'The path',
  pause: 'a pause',
  together: 'Together',
  readsDown: 'low is lighter',
  joined: 'joined',
  setback: 'setback',
  signed: 'signed',
  withdrawn: 'withdrawn',
  noEntries: 'Nothing is written yet.',
  dip: 'a dip is normal',
};

/** @returns a measure from 0 to 10. */
export function measureOf(name: string, change: Partial<Measure> = {}): Measure {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return { name, title, min: 0, max: 10, reads: 'up', ends: {}, ...change };
}

export const MEASURES: readonly Measure[] = [
  ...['trust', 'closeness', 'safety', 'hope'].map((name) => measureOf(name)),
  measureOf('hurt', { reads: 'down' }),
];

/** Numbers by day, counted from `DAY`; all of one measure, or by measure. */
export type Numbers = Readonly<Record<number, number | Readonly<Record<string, number | null>>>>;

/** @returns the lane of a partner; a lone number is their trust. */
export function laneOf(partner: string, numbers: Numbers, measures: readonly Measure[] = MEASURES): Lane {
  const noted = Object.entries(numbers)
    .map(([after, value]) => ({
      day: DAY + Number(after),
      values: typeof value === 'number' ? { trust: value } : value,
    }))
    .sort((a, b) => a.day - b.day);
  const columns = measures.map(({ name }) => [
    name,
    noted.map(({ values }) => new Map<string, number | null>(Object.entries(values)).get(name) ?? null),
  ]);
  return {
    partner,
    name: partner.charAt(0).toUpperCase() + partner.slice(1),
    entries: {
      days: noted.map(({ day }) => day),
      paths: noted.map(({ day }) => `5-check-ins/${day}-${partner}.md`),
      isPrivate: noted.map(() => false),
      values: Object.fromEntries(columns) as Record<string, (number | null)[]>,
    },
  };
}

/** @returns an event so many days after `DAY`. */
export function eventOf(after: number, kind: string, change: Partial<TimelineEvent> = {}): TimelineEvent {
  const day = DAY + after;
  const path = `9-path/${day}-${kind}-${change.partner ?? 'alex'}.md`;
  return { day, kind, title: `A ${kind}`, partner: 'alex', path, isPrivate: false, turned: '', ...change };
}

/** @returns a break with its event, open or joined so many days after `DAY`. */
export function breakOf(after: number, joinedAfter?: number): Break {
  const day: Day = DAY + after;
  const seam =
    joinedAfter === undefined ? null : { day: DAY + joinedAfter, path: `9-path/${DAY + joinedAfter}-repair-alex.md` };
  return { day, path: `9-path/${day}-setback-alex.md`, seam };
}

/** @returns a timeline of Alex and Sam. */
export function timelineWith(change: Partial<Timeline> = {}): Timeline {
  const lanes = [laneOf('alex', {}), laneOf('sam', {})];
  return { today: DAY + 200, measures: MEASURES, lanes, events: [], breaks: [], ...change };
}

/** @returns a view of the days after `DAY`, of trust in both lanes unless it is said otherwise. */
export function viewOf(from: number, to: number, change: Partial<View> = {}): View {
  return { from: DAY + from, to: DAY + to, width: 800, measures: ['trust'], partners: ['alex', 'sam'], ...change };
}

/** @returns what is drawn in English. */
export function drawn(timeline: Timeline, view: View): Picture {
  return drawTimeline(timeline, view, WORDS, 'en');
}

/** @returns the marks that carry all of these words. */
function marksWith(picture: Picture, ...words: readonly StyleWord[]): readonly Mark[] {
  return picture.marks.filter(({ style }) => words.every((word) => style.includes(word)));
}

/** @returns the path data of the marks that carry all of these words. */
export function pathsWith(picture: Picture, ...words: readonly StyleWord[]): readonly string[] {
  return marksWith(picture, ...words).flatMap((mark) => (mark.kind === 'path' ? [mark.d] : []));
}

/** @returns all texts, or those that carry all of these words. */
export function textsOf(picture: Picture, ...words: readonly StyleWord[]): readonly string[] {
  return textMarks(picture, ...words).map(({ text }) => text);
}

/** @returns all text marks, or those that carry all of these words. */
export function textMarks(picture: Picture, ...words: readonly StyleWord[]): readonly TextMark[] {
  return marksWith(picture, ...words).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
}

/** @returns where the pieces of a path begin: the places of its `M`. */
export function starts(d: string): readonly (readonly [x: number, y: number])[] {
  return [...d.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
}

/** @returns the places that a path of absolute commands passes, its control points left out. */
export function places(d: string): readonly (readonly [x: number, y: number])[] {
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)(?=[MLCHVhvZ]|$)/g)].map((match) => [Number(match[1]), Number(match[2])]);
}

/** Fails where two texts lie on each other, or one leaves the picture. */
export function assertReadable(picture: Picture): void {
  const boxes = textMarks(picture).map((mark): [string, Box] => [mark.text, boxOfText(mark)]);
  boxes.forEach(([text, box], index) => {
    assert.ok(box.left >= -0.5 && box.right <= picture.width + 0.5, `"${text}" leaves the picture sideways`);
    assert.ok(box.top >= 0 && box.bottom <= picture.height, `"${text}" leaves the picture`);
    for (const [other, otherBox] of boxes.slice(index + 1)) {
      assert.ok(!areTouching(box, otherBox), `"${text}" lies on "${other}"`);
    }
  });
}
