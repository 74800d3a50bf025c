import { DASHES, LETTER_SIZES, type SeriesWord, type StyleWord } from './style';

/** SVG presentation attributes by name. */
export type Ink = Readonly<Record<string, string>>;

export const PAPER = '#ffffff';
const INK = '#2a2722';
const QUIET = '#625d54';
const GRID = '#e8e5de';
const AXIS = '#c9c3b8';
const FIELD = '#f5f3ee';
/** Every colour that carries something has a contrast of more than 3 to paper, letters of more than 4.5. */
export const GOLD = '#a06a08';
const GOLDEN_LETTERS = '#8a5a05';
export const SERIES_INK: Readonly<Record<SeriesWord, string>> = {
  'series-1': '#1d5fa8',
  'series-2': '#9c2f79',
  'series-3': '#0c6e66',
  'series-4': '#5f4bb6',
  'series-5': '#a8442a',
};

const FONT = "system-ui, -apple-system, 'Segoe UI', Ubuntu, Helvetica, Arial, sans-serif";

const line = (color: string, width: number): Ink => ({
  fill: 'none',
  stroke: color,
  'stroke-width': String(width),
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
});
const letters = (word: keyof typeof LETTER_SIZES, color: string, more: Ink = {}): Ink => ({
  'font-family': FONT,
  'font-size': String(LETTER_SIZES[word]),
  fill: color,
  ...more,
});
const halo: Ink = { stroke: PAPER, 'stroke-width': '3', 'stroke-linejoin': 'round', 'paint-order': 'stroke' };

const INKS: Readonly<Record<Exclude<StyleWord, SeriesWord | 'several' | 'golden' | 'private' | 'dense'>, Ink>> = {
  grid: line(GRID, 1),
  axis: line(AXIS, 1),
  'row-line': line(GRID, 1),
  pause: { fill: FIELD },
  raw: { 'fill-opacity': '0.5' },
  trend: line(INK, 2.2),
  leader: { ...line(AXIS, 1), 'stroke-opacity': '0.6' },
  'end-mark': {},
  'break-end': line(INK, 1.4),
  'break-guide': { ...line(QUIET, 0.8), 'stroke-dasharray': '1 4' },
  'gold-halo': { ...line(GOLD, 7), 'stroke-opacity': '0.16' },
  gold: { fill: GOLD, stroke: GOLD, 'stroke-width': '1', 'stroke-linejoin': 'round' },
  event: line(INK, 1.4),
  light: { stroke: QUIET, 'stroke-width': '1.2' },
  solid: { fill: QUIET, stroke: 'none' },
  cluster: { ...line(QUIET, 1.2), fill: PAPER },
  dip: line(QUIET, 1.4),
  'lane-name': letters('lane-name', INK),
  'row-name': letters('row-name', QUIET),
  'axis-number': letters('axis-number', QUIET),
  'tick-label': letters('tick-label', QUIET),
  'year-label': letters('year-label', INK),
  'pause-label': letters('pause-label', QUIET, { 'font-style': 'italic' }),
  'event-label': letters('event-label', INK, halo),
  'cluster-count': letters('cluster-count', INK),
  'end-label': letters('end-label', INK, halo),
  'end-note': letters('end-note', QUIET, halo),
  'dip-label': letters('dip-label', QUIET, halo),
  empty: letters('empty', QUIET),
};

/** @returns what a mark of such a style looks like on white paper, in colour as in grey */
export function inkOf(style: readonly StyleWord[]): Ink {
  const ink: Record<string, string> = {};
  for (const word of style) {
    if (word === 'several' && style.includes('gold-halo')) {
      ink['stroke-width'] = '4.5';
    } else if (word === 'golden') {
      Object.assign(ink, style.includes('event-label') ? { fill: GOLDEN_LETTERS } : { stroke: GOLD });
    } else if (word in SERIES_INK) {
      Object.assign(ink, seriesInk(word as SeriesWord, style));
    } else if (word in INKS) {
      Object.assign(ink, INKS[word as keyof typeof INKS]);
    }
  }
  return ink;
}

function seriesInk(series: SeriesWord, style: readonly StyleWord[]): Ink {
  const color = SERIES_INK[series];
  if (style.includes('dense')) {
    return { ...line(color, 2.4), 'stroke-opacity': '0.3' };
  }
  if (style.includes('raw') || style.includes('end-mark') || style.includes('end-label')) {
    return { fill: color };
  }
  const dashes = DASHES[series];
  return style.includes('several') && dashes.length > 0
    ? { stroke: color, 'stroke-dasharray': dashes.join(' ') }
    : { stroke: color };
}
