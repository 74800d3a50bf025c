/** The parsers, as a module that is loaded when first needed. */
export type Parsing = typeof import('../parsing');

/** @returns the parsers; only the first call loads them. */
export async function loadParsing(): Promise<Parsing> {
  return await import('../parsing');
}
