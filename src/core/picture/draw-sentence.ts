import type { TextMark } from './boxes';
import type { Layout } from './layout';
import { wrapText } from './lettering';
import { place } from './line-path';
import type { Mark } from './picture';
import { LETTER_SIZES } from './style';

/** One quiet sentence instead of an empty frame. */
export function drawSentence(sentence: string, { width, lanes, plot }: Layout): readonly Mark[] {
  const size = LETTER_SIZES.empty;
  const lines = wrapText(sentence, size, Math.min(width - 16, 460), 4);
  const middle = ((lanes[0]?.top ?? plot.top) + (lanes[0]?.bottom ?? plot.top)) / 2;
  return lines.map((text, index): TextMark => {
    const y = middle + (index - (lines.length - 1) / 2) * size * 1.4 + 4;
    return { kind: 'text', x: place(width / 2), y: place(y), text, anchor: 'middle', style: ['empty'] };
  });
}
