/**
 * What a mark is. A mark carries one word for the thing that it shows and, where needed, words that qualify it; the
 * page makes CSS classes of them, the exported file gives them ink on paper. Paths are stroked and not filled, unless
 * it is said here.
 */
export type StyleWord = Ground | Path | Break | Event | Lettering | Qualifier;

type Ground =
  /** Path: hairlines of time and of the values between both ends. The faintest thing in the picture. */
  | 'grid'
  /** Path: the floor of a lane, and where a year begins. A little stronger than the grid. */
  | 'axis'
  /** Path: the thin line on which a row of events sits. */
  | 'row-line'
  /** Field: a pause, a quiet area with hardly more than a shade. It has no border. */
  | 'pause';

type Path =
  /** Path, filled: the numbers as they were noted, one small shape each. Faint: about half as strong as the trend. */
  | 'raw'
  /** Path: the smoothed line, about 2 px wide, round joins and ends. Carries a series. */
  | 'trend'
  /** Path: a hairline from where a line ends to its label, where they stand apart. Carries a series. */
  | 'leader'
  /** Path, filled: the shape of a measure before its label. Carries a series. */
  | 'end-mark';

type Break =
  /** Path: the broken edge at the end of a line that nothing has joined yet, about 1.5 px wide. Carries a series. */
  | 'break-end'
  /** Path: a hairline at the day of a setback, down through the lanes to its mark; finely dotted. */
  | 'break-guide'
  /** Path: a glow below gold, about 7 px wide, at a quarter of its strength. */
  | 'gold-halo'
  /** Path, filled, and stroked with 1 px of the same gold, round joins: the seam that joins what broke. */
  | 'gold';

type Event =
  /** Path: the sign of a note in a row of events, about 1.4 px wide, round joins and ends. */
  | 'event'
  /** Path, filled with the ground and stroked like `event`: the ring of several notes that would overlap. */
  | 'cluster'
  /** Path: a small bowl under a dip that is named as normal, like `event`. */
  | 'dip';

type Lettering =
  /** Text: the name of a partner beside their lane. 13 px. */
  | 'lane-name'
  /** Text: whose row of events it is. 11 px, quiet. */
  | 'row-name'
  /** Text: a number of the value axis. 11 px, quiet. */
  | 'axis-number'
  /** Text: a day, month or year under the picture. 11 px, quiet. */
  | 'tick-label'
  /** Text: the year, where it changes. 11 px. */
  | 'year-label'
  /** Text: 11 px, italic, quiet. */
  | 'pause-label'
  /** Text: what an event is. 11 px. */
  | 'event-label'
  /** Text: how many notes a mark stands for. 10 px. */
  | 'cluster-count'
  /** Text: a measure, at the end of its line. 11 px. Carries a series. */
  | 'end-label'
  /** Text: how a measure reads or what its range is, below its label. 10 px, quiet. */
  | 'end-note'
  /** Text: below a dip. 11 px, quiet. */
  | 'dip-label'
  /** Text: the sentence of an empty picture. 13 px, quiet. */
  | 'empty';

type Qualifier =
  /** The measure. The same measure has the same number in every lane; the sixth has the first one's again. */
  | SeriesWord
  /**
   * More than one measure is in sight. With `trend`: each needs the dashes of `DASHES`; alone, a line is whole. With
   * `gold-halo`: narrower, about 4.5 px.
   */
  | 'several'
  /** With `raw`: more points than one could tell apart. The path is stroked, not filled: 2.4 px wide, round ends. */
  | 'dense'
  /** With `raw` or `event`: notes that only their writer sees. `raw` is an outline then, 1.2 px wide, not filled. */
  | 'private'
  /** With `event`: a lesser sign, quieter than the others; a dot is filled. */
  | 'light'
  /** With `event`: filled instead of stroked. */
  | 'solid'
  /** With `event`, `event-label`: about a repair that joined a break; in gold. */
  | 'golden';

export type SeriesWord = 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'series-5';

const SERIES: readonly SeriesWord[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5'];

/** How the lines of several measures are told apart without colour: lengths of line and gap in CSS pixels. */
export const DASHES: Readonly<Record<SeriesWord, readonly number[]>> = {
  'series-1': [],
  'series-2': [9, 4],
  'series-3': [2, 4],
  'series-4': [10, 4, 2, 4],
  'series-5': [5, 4],
};

/** The sizes of letters in CSS pixels. Labels are placed by them, so whoever shows a picture keeps to them, in the usual weight. */
export const LETTER_SIZES = {
  'lane-name': 13,
  'row-name': 11,
  'axis-number': 11,
  'tick-label': 11,
  'year-label': 11,
  'pause-label': 11,
  'event-label': 11,
  'cluster-count': 10,
  'end-label': 11,
  'end-note': 10,
  'dip-label': 11,
  empty: 13,
} as const satisfies Readonly<Record<Lettering, number>>;

/** @returns the word for a measure, by its place among all measures, chosen or not */
export function seriesWord(index: number): SeriesWord {
  return SERIES[index % SERIES.length] ?? 'series-1';
}
