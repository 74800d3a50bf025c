/**
 * A 32-bit hash in the manner of FNV-1a (Fowler, Noll, Vo), over UTF-16 code units.
 * @param factor an odd number; another one gives another hash
 * @returns a whole number from 0
 */
export function textHash(text: string, factor = 0x01000193): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), factor);
  }
  return hash >>> 0;
}
