import type { Mark } from '../../core/picture/picture';

/** A path of so many characters goes all through the picture and is long to paint. */
const LONG = 4000;

/** The length of a piece: where a path is long, so much of it is about as wide as what a browser paints at a time. */
const PIECE = 1400;

/** What may be cut: lines, whose pieces meet, and shapes, which stand alone. Both come in the order of the calendar. */
const CUT: ReadonlySet<string> = new Set(['trend', 'raw']);

/**
 * Cuts long paths into pieces. A browser that paints without the graphics card paints in tiles, and works through the
 * whole of each path that touches a tile: pieces touch few.
 *
 * @param marks a picture's marks, as they are painted
 * @returns the same picture, in which no path is both long and wide
 */
export function splitMarks(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) =>
    mark.kind === 'path' && mark.d.length > LONG && CUT.has(mark.style[0] ?? '')
      ? piecesOf(mark.d).map((d): Mark => ({ kind: 'path', d, style: mark.style }))
      : [mark],
  );
}

/** @param d path data, of which every command that begins a shape or goes on with a line is absolute */
function piecesOf(d: string): readonly string[] {
  const pieces: string[] = [];
  const command = /[MLC]/g;
  let [begin, from] = [0, ''];
  while (d.length - begin > 2 * PIECE) {
    command.lastIndex = begin + PIECE;
    const cut = command.exec(d)?.index;
    if (cut === undefined) {
      break;
    }
    pieces.push(from + d.slice(begin, cut));
    from = d.charAt(cut) === 'M' ? '' : `M${placeBefore(d, cut)}`;
    begin = cut;
  }
  return [...pieces, from + d.slice(begin)];
}

/** @returns the pair of coordinates at which the path has come */
function placeBefore(d: string, cut: number): string {
  const begins = [' ', 'M', 'L', 'C'].map((sign) => d.lastIndexOf(sign, cut - 1));
  return d.slice(Math.max(...begins) + 1, cut).trim();
}
