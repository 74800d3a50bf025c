/** @returns the parsers, as a module; only the first call loads them. */
export function loadParsing() {
  return import('../parsing');
}
