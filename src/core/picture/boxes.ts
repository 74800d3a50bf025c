import type { Mark } from './picture';
import { LETTER_SIZES } from './style';
import { textWidth } from './lettering';

/** The room that something takes. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type TextMark = Extract<Mark, { kind: 'text' }>;

function isLettering(word: string): word is keyof typeof LETTER_SIZES {
  return word in LETTER_SIZES;
}

/** @returns the size of a text's letters, and how wide it is taken to be */
function measureText({ text, style }: Pick<TextMark, 'text' | 'style'>): { size: number; width: number } {
  const word = style.find(isLettering) ?? 'event-label';
  const size = LETTER_SIZES[word];
  return { size, width: textWidth(text, size) };
}

/** @returns the room that a text takes where it stands */
export function boxOfText(mark: TextMark): Box {
  const { size, width } = measureText(mark);
  const before = mark.anchor === 'start' ? 0 : mark.anchor === 'middle' ? width / 2 : width;
  const left = mark.x - before;
  return { left, right: left + width, top: mark.y - size * 0.82, bottom: mark.y + size * 0.26 };
}

/** @returns whether two of them share room */
export function areTouching(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
