import type { Measure } from '../timeline/timeline';
import { numberFormat } from './formats';
import type { LaneBox, Layout } from './layout';
import { place } from './line-path';
import type { Mark } from './picture';
import { levelScale } from './raw-points';

/** Draws the floor and the height of a lane, with the numbers at both ends and in the middle where they are the same. */
export function drawValueAxis(
  measures: readonly Measure[],
  box: LaneBox,
  { plot }: Layout,
  locale: string,
): readonly Mark[] {
  const across = (y: number): string => `M${plot.left},${place(y)}H${plot.right}`;
  const marks: Mark[] = [
    { kind: 'path', d: across(box.top) + across((box.top + box.bottom) / 2), style: ['grid'] },
    { kind: 'path', d: across(box.bottom), style: ['axis'] },
  ];
  const [first, ...others] = measures;
  if (first === undefined || others.some(({ min, max }) => min !== first.min || max !== first.max)) {
    return marks;
  }
  const yOf = levelScale(first, box);
  const format = numberFormat(locale);
  for (const value of [first.min, (first.min + first.max) / 2, first.max]) {
    if (Number.isInteger(value)) {
      const at = { x: plot.left - 8, y: place(yOf(value) + 4), anchor: 'end' } as const;
      marks.push({ kind: 'text', ...at, text: format.format(value), style: ['axis-number'] });
    }
  }
  return marks;
}
