/** More than this is never seen of any text in a picture. */
const LONGEST = 300;

const LINE_ENDS = /[\t-\r\u0085\u2028\u2029]/gu;
const BLANKS = /\s+/gu;
// Controls, halves of surrogate pairs, what XML forbids, and everything that turns the direction of writing.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|(?![\u200C\u200D])\p{Cf}/gu;
const PILED_UP = /(\p{M}{3})\p{M}+/gu;

/**
 * Makes a text of unknown origin fit to stand in a picture: one line of a bounded length, without characters that
 * control anything or pile up over their neighbours.
 */
export function plainText(text: string): string {
  const harmless = text.slice(0, LONGEST).replace(LINE_ENDS, ' ').replace(UNSAFE, '');
  return harmless.replace(BLANKS, ' ').replace(PILED_UP, '$1').trim();
}

/** Widths in parts of the size. They are those of a wide typeface, so that no label is wider than it was taken for. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[ijlI.,:;'!|`]/u, 0.33],
  [/^[ ft()[\]{}"/\\*r-]/u, 0.41],
  [/^[mwMW@%&…—]/u, 0.98],
  [/^[a-z0-9+=<>~_$#?–]/u, 0.63],
  [/^[A-Z]/u, 0.74],
  [/^[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  // The longest ligatures, and signs of cuneiform, are several letters wide.
  [/^[\uFD40-\uFDFF]/u, 11],
  [/^[\u{12000}-\u{1254F}]/u, 5],
  [/^[\p{Ll}]/u, 0.7],
  [/^[\p{Script=Arabic}\p{Script=Hebrew}]/u, 0.75],
];
const WIDEST_USUAL = 1.1;
const known = new Map<string, number>();

function letterWidth(letter: string): number {
  const kept = known.get(letter);
  if (kept !== undefined) {
    return kept;
  }
  const width = WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? WIDEST_USUAL;
  known.set(letter, width);
  return width;
}

/**
 * Estimates how much room a text takes, rather too much than too little: a picture knows no font.
 * @returns CSS pixels
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    width += letterWidth(letter);
  }
  return width * size;
}

/** @returns the text, or as much of its beginning as there is room for, with an ellipsis; possibly nothing. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) {
    return text;
  }
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > room) {
    letters.pop();
  }
  const kept = letters.join('').trimEnd();
  return kept === '' ? '' : `${kept}…`;
}

/** @returns the text in lines that each fit the room; the last one ends in an ellipsis where it went on. */
export function wrapText(text: string, size: number, room: number, longest: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (lines.length === longest || textWidth(longer, size) <= room)) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines.map((line) => fitText(line, size, room)).filter((line) => line !== '');
}
