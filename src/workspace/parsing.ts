/** The parsers, as a module that is loaded when first needed. */
export type Parsing = Awaited<ReturnType<typeof loadParsing>>;

/** @returns the parsers; only the first call loads them. */
export function loadParsing() {
  return import('../parsing');
}
