import { eachSentence } from './sentences';
import { APOLOGY_PARTS } from './wording-types';
import type { ApologyPart, Wording } from './wording-types';

/**
 * Which parts an apology does not name yet: the act, the impact, responsibility, a dated repair.
 * @param text its prose
 */
export function missingApologyParts(text: string, { engine }: Wording): readonly ApologyPart[] {
  const named = new Set<ApologyPart>();
  eachSentence(text, engine.lexicon, ({ kinds }) => {
    const inSentence = new Set<ApologyPart>();
    const taken = new Set<ApologyPart>();
    engine.matcher.walk(kinds, (line) => {
      const meaning = engine.meanings[line];
      if (meaning?.kind === 'names') {
        inSentence.add(meaning.part);
      } else if (meaning?.kind === 'does not name') {
        taken.add(meaning.part);
      }
    });
    inSentence.forEach((part) => !taken.has(part) && named.add(part));
  });
  return APOLOGY_PARTS.filter((part) => !named.has(part));
}
