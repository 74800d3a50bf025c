import type { Couple } from './couple';
import { newestFirst, SIGNATURE } from './note';
import type { Note } from './note';

/** Where one partner's signature stands. */
export type SignatureState =
  | { readonly state: 'none' }
  | { readonly state: 'signed'; readonly note: Note }
  /** The wording has changed since, or the signature's own text has. */
  | { readonly state: 'signed-other-wording'; readonly note: Note }
  | { readonly state: 'withdrawn'; readonly note: Note };

/**
 * Compares a partner's latest signature with today's wording.
 * @param notes of the stage
 * @param page the page that is signed, if it is written
 */
export function signatureOf(notes: readonly Note[], page: Note | undefined, partner: string): SignatureState {
  const [note] = notes
    .filter((candidate) => candidate.templateId === SIGNATURE && candidate.partner === partner && !candidate.isPrivate)
    .sort(newestFirst);
  if (!note?.isReadable) {
    return { state: 'none' };
  }
  if (note.fields.get('act') === 'withdrawn') {
    return { state: 'withdrawn', note };
  }
  const digest = note.fields.get('digest');
  const isSigned = note.fields.get('act') === 'signed' && digest !== undefined;
  const holds = isSigned && digest === note.wordingDigest && digest === page?.wordingDigest;
  return { state: holds ? 'signed' : 'signed-other-wording', note };
}

/** @returns whether a note is a signature, or a withdrawal, and holds another wording than today's. */
export function isOfAnotherWording({ templateId, isReadable, wordingDigest }: Note, page: Note | undefined): boolean {
  return templateId === SIGNATURE && isReadable && page !== undefined && wordingDigest !== page.wordingDigest;
}

/** @returns the ids of the partners whose latest signature is not for today's wording. */
export function signersOfAnotherWording(
  notes: readonly Note[],
  page: Note | undefined,
  couple: Couple,
): readonly string[] {
  const ids = couple.partners.map(({ id }) => id);
  return ids.filter((id) => signatureOf(notes, page, id).state === 'signed-other-wording');
}

/** @returns the ids of the partners who have signed today's wording and not withdrawn. */
export function signers(notes: readonly Note[], page: Note | undefined, couple: Couple): readonly string[] {
  return couple.partners.map(({ id }) => id).filter((id) => signatureOf(notes, page, id).state === 'signed');
}
