/** Names that Windows keeps for devices, and words that the notes folder uses itself. */
const RESERVED =
  /^(?:con|prn|aux|nul|com\d|lpt\d|together|talk|private|readme|help|kintsugi|more|distance|voices|ending|commitment|night|t)$/;
const SHAPE = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

/**
 * Whether an id can stand in a file name on Windows, macOS and Linux, and be told apart there from
 * the other words and numbers that a note's name holds.
 */
export function isPartnerId(id: string): boolean {
  return SHAPE.test(id) && !/-\d+$/.test(id) && !RESERVED.test(id);
}

/**
 * Makes a partner's id from the name they go by. Latin letters lose their accents; a name in a script
 * without Latin letters gets the fallback, because one name in two Unicode forms would be two files in git.
 * Neither id ends in the other after a hyphen: `distance-sam.md` would be a page of both.
 * @param name as typed, any script
 * @param taken ids that are in use
 * @param fallback used when no letter or digit can be kept; must be a valid id
 */
export function partnerIdFromName(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/g, '')
    .replace(/-\d+$/, '');
  const base = isPartnerId(plain) ? plain : isPartnerId(`p-${plain}`) ? `p-${plain}` : fallback;
  const isFree = (id: string): boolean =>
    taken.every((other) => other !== id && !other.endsWith(`-${id}`) && !id.endsWith(`-${other}`));
  if (isFree(base)) {
    return base;
  }
  const letters = 'bcdefghijklmnopqrstuvwxyz'.split('');
  const free = letters.map((letter) => `${base}-${letter}`).find(isFree);
  return free ?? fallback;
}
