import type { WordingEngine } from './wording-engine';

/** The families of wordings that a hint may be about. Danger is none: it silences all others. */
export const WORDING_FAMILIES = [
  'criticism',
  'verdict',
  'mind-reading',
  'contempt',
  'defence',
  'shutdown',
  'apology',
  'danger',
] as const;

/** One of the seven families, or danger. */
export type WordingFamily = (typeof WORDING_FAMILIES)[number];

/** The kinds of sections that a template marks with `<!-- wording: … -->`. */
export const WORDING_SECTIONS = ['feelings', 'perspective', 'responsibility', 'apology', 'check-in'] as const;

export type WordingSection = (typeof WORDING_SECTIONS)[number];

/** What an apology names when it is whole. */
export const APOLOGY_PARTS = ['act', 'impact', 'responsibility', 'repair'] as const;

export type ApologyPart = (typeof APOLOGY_PARTS)[number];

/** A wording that tends to start a fight, or to hollow out an apology. */
export interface WordingFinding {
  readonly family: WordingFamily;
  /** Offsets in the given text, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** The id of the pattern in wording.yaml that fired; "not this one again" is kept by it. */
  readonly pattern: string;
}

/** What a hover and the code actions say about a finding. */
export interface WordsForFamily {
  readonly title: string;
  readonly explanation: string;
  /** One or two rewritings. */
  readonly alternatives: readonly string[];
}

/** The data of wording.yaml, read and compiled. */
export interface Wording {
  readonly families: ReadonlyMap<WordingFamily, WordsForFamily>;
  /** What to say about a finding: the words of its pattern where it has its own, those of its family otherwise. */
  readonly wordsFor: (finding: Pick<WordingFinding, 'family' | 'pattern'>) => WordsForFamily;
  /** What could not be used, in plain words for whoever writes the data. Empty where all is well. */
  readonly problems: readonly string[];
  readonly engine: WordingEngine;
}
