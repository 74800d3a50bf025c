/**
 * The first line of a conflict that git left in a text.
 * One marker suffices: a half-removed conflict is still one, and nothing may write there.
 * A lone row of seven equals signs is a heading underline in CommonMark, so that marker alone does not count.
 * @param text a byte order mark is allowed
 * @returns the zero-based line, or -1
 */
export function conflictLine(text: string): number {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('|||||||')) {
    return -1;
  }
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .findIndex((line) => /^(?:<{7}|>{7}|\|{7})(?:[ \r]|$)/.test(line));
}
