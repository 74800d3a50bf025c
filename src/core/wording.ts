export { findWording, hasDanger } from './wording/find-wording';
export { missingApologyParts } from './wording/apology-parts';
export { compilePackedWording, compileWording, readWording } from './wording/read-wording';
export type {
  ApologyPart,
  Wording,
  WordingFamily,
  WordingFinding,
  WordingSection,
  WordsForFamily,
} from './wording/wording-types';
