import type { WordingFinding } from '../wording';
import { paragraphAt } from './places';
import { touches } from './text-ranges';
import type { TextRange } from './text-ranges';

/** A finding that a hint may be shown for. */
export interface Hint {
  readonly finding: WordingFinding;
  readonly paragraph: TextRange;
}

/** What decides which hints a note may have. */
export interface HintChoice {
  /** The whole note. */
  readonly text: string;
  /** What was found in it, by offsets of the note. */
  readonly findings: readonly WordingFinding[];
  /** What the person who is here wrote in this session. */
  readonly written: readonly TextRange[];
  /** The places where they said "not here". */
  readonly silencedPlaces: readonly TextRange[];
  /** The patterns of which they said "not this one again". */
  readonly silencedPatterns: ReadonlySet<string>;
}

/** No note has more hints than this. */
export const MOST_HINTS = 3;

/**
 * Chooses which hints a note may have: none where there is danger, only in paragraphs that were written in now, one in
 * a paragraph, three in a note.
 * @returns in the order of the text
 */
export function chooseHints(choice: HintChoice): readonly Hint[] {
  const { text, findings, written, silencedPlaces, silencedPatterns } = choice;
  if (findings.some(({ family }) => family === 'danger')) {
    return [];
  }
  const hints: Hint[] = [];
  const inOrder = [...findings].sort((one, other) => one.start - other.start);
  for (const finding of inOrder) {
    const paragraph = paragraphAt(text, finding.start);
    const isWanted =
      !silencedPatterns.has(finding.pattern) &&
      !silencedPlaces.some((place) => touches(place, paragraph)) &&
      written.some((range) => touches(range, paragraph)) &&
      hints.at(-1)?.paragraph.start !== paragraph.start;
    if (isWanted) {
      hints.push({ finding, paragraph });
    }
    if (hints.length === MOST_HINTS) {
      break;
    }
  }
  return hints;
}
