import type { PageContext } from './context';

/**
 * The translated texts that the page was given.
 *
 * @param words the texts by their keys
 * @returns gives a text by its key, with `{0}`, `{1}` filled in; a key that is not there gives itself
 */
export function wordsFrom(words: Readonly<Record<string, string>>): PageContext['word'] {
  return (key, ...values) =>
    (words[key] ?? key).replace(/\{(\d+)\}/g, (placeholder, index: string) =>
      String(values[Number(index)] ?? placeholder),
    );
}
