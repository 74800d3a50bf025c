/** Words of one kind, such as the feelings, and where they are offered. */
interface ChoosableWords {
  /** What stands before the cursor where they are offered by themselves. */
  readonly after: readonly string[];
  /** The marks of the sections in which they are offered on request. */
  readonly sections: readonly string[];
  readonly families: readonly { readonly title: string; readonly words: readonly string[] }[];
}

/** A text to fill in, offered in a marked section or in the section of a step. */
export interface Outline {
  readonly section?: string;
  readonly step?: string;
  readonly title: string;
  readonly about: string;
  /** In the editor's notation for snippets. */
  readonly snippet: string;
}

/** What `words.yaml` holds. */
export interface WordsToChoose {
  /** Words that may stand between "I feel" and the word that is sought. */
  readonly between: readonly string[];
  readonly feelings: ChoosableWords;
  readonly needs: ChoosableWords;
  readonly outlines: readonly Outline[];
}

/** One word that is offered, with the title of its family. */
export interface OfferedWord {
  readonly word: string;
  readonly family: string;
}

const BEGUN_WORD = /[\p{L}\p{M}'’-]*$/u;
/** No sentence needs more of them, and a line of nothing else is not searched to its beginning. */
const MOST_BETWEEN = 3;
const LONGEST_LOOK_BACK = 120;

/** @returns where the word begins that ends with the text, as a UTF-16 offset; its end where there is none */
export function startOfWord(text: string): number {
  return text.length - (BEGUN_WORD.exec(text.slice(-LONGEST_LOOK_BACK))?.[0].length ?? 0);
}

/**
 * Finds the words that a sentence which stops at the cursor calls for, such as feelings after "I feel".
 * @param before the text of the line before the cursor; a word that is begun at its end is left aside
 * @returns the words in the order of the data; none where the line calls for nothing
 */
export function wordsAfter(before: string, words: WordsToChoose): readonly OfferedWord[] {
  const start = startOfWord(before);
  let rest = before
    .slice(Math.max(start - LONGEST_LOOK_BACK, 0), start)
    .replaceAll('’', "'")
    .toLowerCase();
  if (!/\s$/.test(rest)) {
    return [];
  }
  for (let between = 0; between <= MOST_BETWEEN; between += 1) {
    rest = rest.trimEnd();
    const kind = [words.feelings, words.needs].find(({ after }) => after.some((phrase) => endsWithWords(rest, phrase)));
    if (kind) {
      return offered(kind);
    }
    const filler = words.between.find((one) => endsWithWords(rest, one));
    if (filler === undefined) {
      return [];
    }
    rest = rest.slice(0, -filler.length);
  }
  return [];
}

/** @returns the words that are offered on request in a section with the given mark */
export function wordsOfSection(mark: string, { feelings, needs }: WordsToChoose): readonly OfferedWord[] {
  return [feelings, needs].filter(({ sections }) => sections.includes(mark)).flatMap(offered);
}

/** @returns the outlines for a section, by its mark and the steps in it */
export function outlinesOf(
  { mark, steps }: { readonly mark: string | undefined; readonly steps: readonly string[] },
  { outlines }: WordsToChoose,
): readonly Outline[] {
  return outlines.filter(
    ({ section, step }) => (section !== undefined && section === mark) || (step !== undefined && steps.includes(step)),
  );
}

function offered({ families }: ChoosableWords): readonly OfferedWord[] {
  return families.flatMap(({ title, words }) => words.map((word) => ({ word, family: title })));
}

function endsWithWords(text: string, phrase: string): boolean {
  const wanted = phrase.toLowerCase();
  return text.endsWith(wanted) && !/[\p{L}\p{N}']/u.test(text.charAt(text.length - wanted.length - 1));
}
