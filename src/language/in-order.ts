/**
 * What keeps completions in the order of the data, where the editor sorts them by text.
 * @param index the place in that order, from 0
 */
export function inOrder(index: number): string {
  return String(index).padStart(4, '0');
}
