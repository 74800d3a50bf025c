import type { WordingFamily } from '../wording';

/** What these say may be a decision or a boundary: a pause is offered beside it, and nothing in its place. */
const KEPT: ReadonlySet<WordingFamily> = new Set(['shutdown']);

/** @returns whether a wording stays as it is, and another sentence may only be added to it */
export function staysAsWritten(family: WordingFamily): boolean {
  return KEPT.has(family);
}
