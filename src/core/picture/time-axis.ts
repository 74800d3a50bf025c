import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { boxOfText, type TextMark } from './boxes';
import { dayFormat, type DayFormat } from './formats';
import type { Layout } from './layout';
import { plainText, textWidth } from './lettering';
import { place } from './line-path';
import type { Mark } from './picture';
import { LETTER_SIZES } from './style';

const MILLISECONDS_A_DAY = 86_400_000;
const LABEL_INDENT = 5;
const BETWEEN_LABELS = 14;
/** Closer than this, lines would be a fence and not a measure. */
const LEAST_STEP = 44;

interface Step {
  readonly interval: TimeInterval | null;
  readonly days: number;
  /** In a longer time it would be too much. */
  readonly longest: number;
  readonly formats: readonly DayFormat[];
}

const MONTH: readonly DayFormat[] = ['month', 'short-month'];
const STEPS: readonly Step[] = [
  { interval: utcDay, days: 1, longest: 16, formats: ['day'] },
  { interval: utcMonday, days: 7, longest: 75, formats: ['day'] },
  { interval: utcMonday.every(2), days: 14, longest: 110, formats: ['day'] },
  { interval: utcMonth, days: 30, longest: Infinity, formats: MONTH },
  { interval: utcMonth.every(2), days: 61, longest: Infinity, formats: MONTH },
  { interval: utcMonth.every(3), days: 91, longest: Infinity, formats: MONTH },
  { interval: utcMonth.every(6), days: 182, longest: Infinity, formats: MONTH },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years): Step => ({
    interval: utcYear.every(years),
    days: 365 * years,
    longest: Infinity,
    formats: ['year'],
  })),
];

interface Tick {
  readonly x: number;
  readonly label: string;
  readonly year: string;
  readonly isYear: boolean;
}

/** Draws the calendar: lines from the top of the plot to below it, as many as can be named, and their names. */
export function drawTimeAxis(
  layout: Layout,
  locale: string,
): { readonly lines: readonly Mark[]; readonly names: readonly Mark[] } {
  const { ticks, format } = ticksOf(layout, locale);
  const { top, bottom } = layout.plot;
  const lines = (chosen: readonly Tick[]): string =>
    chosen.map(({ x }) => `M${place(x)},${top}V${bottom + 6}`).join('');
  const isStrong = ({ isYear }: Tick): boolean => isYear && format !== 'year';
  const [ordinary, strong] = [lines(ticks.filter((tick) => !isStrong(tick))), lines(ticks.filter(isStrong))];
  const marks: Mark[] = [];
  if (ordinary !== '') {
    marks.push({ kind: 'path', d: ordinary, style: ['grid'] });
  }
  if (strong !== '') {
    marks.push({ kind: 'path', d: strong, style: ['axis'] });
  }
  return { lines: marks, names: namesOf(ticks, format, layout) };
}

function namesOf(ticks: readonly Tick[], format: DayFormat, layout: Layout): readonly Mark[] {
  const y = layout.plot.bottom + 20;
  let told: string | undefined;
  return ticks.flatMap(({ x, label, year }): readonly TextMark[] => {
    const at = { kind: 'text', x: place(x + LABEL_INDENT), anchor: 'start' } as const;
    const name: TextMark = { ...at, y, text: label, style: ['tick-label'] };
    const names: readonly TextMark[] =
      format === 'year' || year === told ? [name] : [name, { ...at, y: y + 14, text: year, style: ['year-label'] }];
    if (names.some((mark) => boxOfText(mark).right > layout.width)) {
      return [];
    }
    told = year;
    return names;
  });
}

/** Takes the shortest step whose names find room. */
function ticksOf(layout: Layout, locale: string): { readonly ticks: readonly Tick[]; readonly format: DayFormat } {
  const pixel = (layout.plot.right - layout.plot.left) / (layout.to - layout.from);
  for (const { interval, days, longest, formats: possible } of STEPS) {
    if (interval === null || days * pixel < LEAST_STEP || layout.to - layout.from > longest) {
      continue;
    }
    const dates = interval.range(dateAt(Math.ceil(layout.from)), dateAt(layout.to + 1 / 1024));
    for (const format of possible) {
      const name = dayFormat(locale, format);
      const ticks = dates.map((date) => ({
        x: layout.xOf(date.getTime() / MILLISECONDS_A_DAY),
        label: plainText(name.format(date)),
        year: plainText(dayFormat(locale, 'year').format(date)),
        isYear: date.getUTCMonth() === 0 && date.getUTCDate() === 1,
      }));
      const texts = ticks.flatMap(({ label, year }) => (format === 'year' ? [label] : [label, year]));
      const widest = Math.max(0, ...texts.map((text) => textWidth(text, LETTER_SIZES['tick-label'])));
      // February is the shortest of months.
      if (widest + BETWEEN_LABELS <= days * pixel * (days === 30 ? 0.93 : 1)) {
        return { ticks, format };
      }
    }
  }
  return { ticks: [], format: 'year' };
}

function dateAt(day: number): Date {
  return new Date(Math.min(8e7, Math.max(-8e7, day)) * MILLISECONDS_A_DAY);
}
