import * as v from 'valibot';
import { PRESETS } from './timeline/range';
import type { Range } from './timeline/range';

/**
 * What the page keeps over a reload, a move to another group and a restart. It holds nothing of any note, and not
 * whether private notes are shown: that ends with the panel.
 */
export interface PageState {
  readonly tab: 'timeline' | 'reflection';
  readonly isTableOpen: boolean;
  readonly range: Range;
  /** The names of the chosen measures; not there as long as nobody has chosen. */
  readonly measures?: readonly string[] | undefined;
  /** The ids of the chosen partners; not there as long as nobody has chosen. */
  readonly partners?: readonly string[] | undefined;
}

const MOST_NAMES = 100;
const LONGEST_NAME = 200;

/** Some thousands of years: far beyond any note, and still a number to reckon with. */
const FURTHEST_DAY = 4_000_000;

const names = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(MOST_NAMES)));
const day = v.pipe(v.number(), v.minValue(-FURTHEST_DAY), v.maxValue(FURTHEST_DAY));

const pageState = v.strictObject({
  tab: v.picklist(['timeline', 'reflection']),
  isTableOpen: v.boolean(),
  range: v.union([
    v.strictObject({ preset: v.picklist(PRESETS) }),
    v.pipe(
      v.strictObject({ from: day, to: day }),
      v.check(({ from, to }) => from < to),
    ),
  ]),
  measures: names,
  partners: names,
});

/** @returns what was kept, or `undefined` where it is not that, as with the state of another version. */
export function readPageState(kept: unknown): PageState | undefined {
  const result = v.safeParse(pageState, kept);
  return result.success ? result.output : undefined;
}

/** @returns how a page begins that was never seen. */
export function firstPageState(tab: PageState['tab']): PageState {
  return { tab, isTableOpen: false, range: { preset: 'half-year' } };
}
