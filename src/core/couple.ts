import type { CalendarDate } from './calendar-date';
import type { Role } from './role';

/** One of the two people. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Git names or e-mail addresses by which this partner is known. */
  readonly git: readonly string[];
}

/** Whether file names tell what a note is about. */
export type Naming = 'telling' | 'neutral';

/** What `kintsugi.yaml` says. */
export interface Couple {
  readonly partners: readonly [Partner, Partner];
  readonly began: CalendarDate | undefined;
  readonly language: string;
  readonly names: Naming;
}

/** The name of the file that makes a folder a notes folder. */
export const COUPLE_FILE = 'kintsugi.yaml';

/** @returns the partner with the id, or `undefined`. */
export function partnerOf(couple: Couple, id: string | undefined): Partner | undefined {
  return couple.partners.find((partner) => partner.id === id);
}

/** @returns the partner who is not the given one. */
export function otherThan(couple: Couple, partner: Partner): Partner {
  return couple.partners[0].id === partner.id ? couple.partners[1] : couple.partners[0];
}

/**
 * Finds the partner whom git knows on this machine.
 * @param identities the git name and e-mail, as far as they are set
 * @returns the partner, or `undefined` where none or both are meant
 */
export function partnerOfGitIdentity(couple: Couple, identities: readonly string[]): Partner | undefined {
  const known = new Set(identities.map((identity) => identity.trim().toLowerCase()).filter((text) => text !== ''));
  const found = couple.partners.filter((partner) => partner.git.some((name) => known.has(name.trim().toLowerCase())));
  return found.length === 1 ? found[0] : undefined;
}
