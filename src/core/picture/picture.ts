import type { Day } from '../timeline/timeline';
import type { StyleWord } from './style';

/** What of a timeline is looked at, and how wide. */
export interface View {
  /** The first and last day in sight; fractions are allowed while one zooms. */
  readonly from: number;
  readonly to: number;
  /** In CSS pixels. */
  readonly width: number;
  /** The names of the chosen measures. */
  readonly measures: readonly string[];
  /** The ids of the chosen partners. */
  readonly partners: readonly string[];
}

/** Texts that a picture needs, translated; `{0}` stands for what is put in. */
export interface PictureWords {
  readonly title: string;
  readonly pause: string;
  readonly together: string;
  /** Beside a measure that reads the other way. */
  readonly readsDown: string;
  readonly joined: string;
  readonly setback: string;
  /** Beside the two acts of a commitment. */
  readonly signed: string;
  readonly withdrawn: string;
  readonly noEntries: string;
  readonly dip: string;
}

/**
 * One thing to draw. `style` names what it is, in words that a style sheet and the exported file give an appearance
 * to; a picture knows no colour.
 */
export type Mark =
  | { readonly kind: 'path'; readonly d: string; readonly style: readonly StyleWord[] }
  | {
      readonly kind: 'field';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly style: readonly StyleWord[];
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly style: readonly StyleWord[];
    };

/** A note that can be pointed at and walked to. */
export interface Stop {
  /** The row from above: one for each shown lane, then the rows of events. */
  readonly row: number;
  readonly day: Day;
  readonly x: number;
  readonly y: number;
  /** Which note: of a lane's entries, or of the events. */
  readonly of: { readonly lane: number; readonly entry: number } | { readonly event: number };
  /** How many notes share its mark: more than one where they would overlap. */
  readonly gathered: number;
}

/** A drawing, in CSS pixels. */
export interface Picture {
  /** What it is called, in words. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly marks: readonly Mark[];
}
