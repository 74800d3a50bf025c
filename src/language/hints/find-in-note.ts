import type { ApologyPart, Wording, WordingFinding } from '../../core/wording';
import type { TextRange } from '../../core/hints/text-ranges';
import { loadParsing } from '../../workspace/parsing';

/**
 * Looks for wordings in the sections of a note that its template marks, and for danger in all of it.
 * @param text the whole note
 * @returns by offsets of the note
 */
export async function findInNote(text: string, wording: Wording): Promise<readonly WordingFinding[]> {
  const { findFrontMatter, findWording, wordedSections } = await loadParsing();
  const body = findFrontMatter(text)?.bodyStart ?? 0;
  // In code, in a quotation or outside every mark: where danger may be meant, nothing is said about tone.
  const danger = findWording(text.slice(body), 'check-in', wording)
    .filter(({ family }) => family === 'danger')
    .map((finding) => moved(finding, body));
  const marked = wordedSections(text).flatMap(({ prose, section, start }) =>
    findWording(prose, section, wording).map((finding) => moved(finding, start)),
  );
  return [...danger, ...marked];
}

/** What an apology of a note does not name yet. */
export interface UnnamedParts extends TextRange {
  readonly parts: readonly ApologyPart[];
}

/**
 * Looks at the sections of a note in which an apology is made. Where danger is in the note, nothing is named.
 * @param text the whole note
 * @returns one for each such section, by offsets of the note
 */
export async function findUnnamedParts(text: string, wording: Wording): Promise<readonly UnnamedParts[]> {
  const { missingApologyParts, wordedSections } = await loadParsing();
  const isDanger = (await findInNote(text, wording)).some(({ family }) => family === 'danger');
  return wordedSections(text)
    .filter(({ section }) => section === 'apology')
    .map(({ start, end, prose }) => ({ start, end, parts: isDanger ? [] : missingApologyParts(prose, wording) }));
}

function moved(finding: WordingFinding, by: number): WordingFinding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}
