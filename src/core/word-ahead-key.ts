/** What a writer lets the partner know before they open a note: that it is heavy, to read it together, or both. */
export type WordAhead = 'heavy' | 'together' | 'both';

/** The key of a note's front matter under which it stands. */
export const WORD_AHEAD_KEY = 'word-ahead';

/** How each word ahead is written there. */
export const WORD_AHEAD_VALUES: Readonly<Record<WordAhead, string>> = {
  heavy: 'heavy',
  together: 'together',
  both: 'heavy, together',
};
