import type { Break, Day, Measure, NumberedEntries } from '../timeline/timeline';
import { areTouching, boxOfText, type Box, type TextMark } from './boxes';
import { drawSentence } from './draw-sentence';
import { drawLane } from './lane';
import { chosenMeasures, layOutAlone, type Layout, type RowBox } from './layout';
import { plainText } from './lettering';
import { place } from './line-path';
import type { Mark, Picture, PictureWords, View } from './picture';
import { drawTimeAxis } from './time-axis';
import { drawValueAxis } from './value-axis';

/** Forgiving has no setbacks that would break a line. */
const UNBROKEN: readonly Break[] = [];

const HALF_BOWL = 6;

/**
 * Draws the pulls of one person over time, in one lane, with a mark below each dip that is named as normal.
 * @param dips the days of the dips
 * @param view its partners do not matter
 * @param locale names the language of days and numbers; the texts come with `words`
 */
export function drawPulls(
  entries: NumberedEntries,
  measures: readonly Measure[],
  dips: readonly Day[],
  view: View,
  words: PictureWords,
  locale: string,
): Picture {
  const isEmpty = entries.days.length === 0;
  const layout = layOutAlone(measures, view, isEmpty, dips.length > 0);
  const { width, height, plot } = layout;
  const title = plainText(words.title);
  const [box] = layout.lanes;
  if (isEmpty || box === undefined) {
    return { title, width, height, plot, marks: drawSentence(plainText(words.noEntries), layout) };
  }
  const chosen = chosenMeasures(measures, view.measures);
  const shown = chosen.map(({ measure }) => measure);
  const axis = drawTimeAxis(layout, locale);
  const marks = [
    ...axis.lines,
    ...drawValueAxis(shown, box, layout, locale),
    ...drawLane({ entries, breaks: UNBROKEN, measures: chosen }, box, layout, words),
    ...layout.rows.flatMap((row) => drawDips(dips, row, layout, words)),
    ...axis.names,
  ];
  return { title, width, height, plot, marks };
}

/** A bowl under each dip; its name stands beside it wherever there is room. */
function drawDips(dips: readonly Day[], { y }: RowBox, layout: Layout, words: PictureWords): readonly Mark[] {
  const { plot, xOf, width } = layout;
  const places: number[] = [];
  for (const day of [...dips].sort((a, b) => a - b)) {
    const x = xOf(day);
    const isFree = x - (places.at(-1) ?? -Infinity) > 2 * HALF_BOWL + 2;
    if (isFree && x >= plot.left && x <= plot.right) {
      places.push(x);
    }
  }
  const bowls: Box[] = places.map((x) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  const labels: TextMark[] = [];
  for (const [index, x] of places.entries()) {
    const at = { kind: 'text', y: place(y + 4), text: plainText(words.dip), style: ['dip-label'] } as const;
    const label: TextMark = { ...at, x: place(x + HALF_BOWL + 6), anchor: 'start' };
    const box = boxOfText(label);
    const isFree = bowls.every(
      (bowl, other) => other === index || !areTouching(bowl, { ...box, right: box.right + 6 }),
    );
    if (isFree && box.right <= width && label.text !== '') {
      labels.push(label);
    }
  }
  const d = places.map((x) => `M${place(x - HALF_BOWL)},${y - 3}q${HALF_BOWL},9,${2 * HALF_BOWL},0`).join('');
  return d === '' ? [] : [{ kind: 'path', d, style: ['dip'] }, ...labels];
}
