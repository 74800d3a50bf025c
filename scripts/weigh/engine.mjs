// The product's own reading of sentences, so that what is learnt is what is later weighed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { DIST, ROOT } from '../paths.mjs';

/** @typedef {import('./sets.mjs').Item} Item */

/**
 * @typedef {typeof import('../../src/core/wording')
 *   & typeof import('../../src/core/wording/weighed-words')
 *   & typeof import('../../src/core/wording/word-weights')
 *   & typeof import('../../src/core/wording/sentences')
 * } Engine
 */

/**
 * @typedef {object} ReadSentence
 * @property {readonly number[]} words the words and pairs in it, and what else is weighed with them
 * @property {readonly number[]} patterns what the patterns found in it
 */

/**
 * @typedef {object} ReadItem
 * @property {string} set
 * @property {number} outcome the index of what is expected among the outcomes
 * @property {readonly ReadSentence[]} sentences
 */

/** @returns {Promise<Engine>} */
export async function loadEngine() {
  const outfile = path.join(DIST, 'weigh', 'engine.mjs');
  const parts = ['wording', 'wording/weighed-words', 'wording/word-weights', 'wording/sentences'];
  await esbuild.build({
    stdin: { contents: parts.map((part) => `export * from './src/core/${part}';`).join('\n'), resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return /** @type {Engine} */ (await import(pathToFileURL(outfile).href));
}

/**
 * @param {readonly Item[]} items
 * @param {string} yaml wording.yaml
 * @param {Engine} engine
 * @returns {{ read: readonly ReadItem[], nameOf: (number: number) => string }} and how what is weighed is named in the
 *   file of weights
 */
export function readItems(items, yaml, engine) {
  const wording = engine.readWording(yaml);
  /** @type {string[]} */
  const words = [];
  engine.WEIGHED_BESIDE_WORDS.forEach((number, name) => (words[number] = name));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const lexicon = wording.engine.lexicon.numberedBy({
    numberOf(word) {
      const number = numbers.get(word) ?? engine.FIRST_WORD + numbers.size;
      numbers.set(word, number);
      words[number] = word;
      return number;
    },
  });
  const read = items.map(({ set, expected, section, text }) => {
    const found = engine.findWording(text, section, wording);
    /** @type {ReadSentence[]} */
    const sentences = [];
    engine.eachSentence(text, lexicon, (sentence) => {
      const from = sentence.starts[1] ?? 0;
      const to = sentence.ends.at(-1) ?? 0;
      const families = found.filter(({ start }) => start >= from && start < to).map(({ family }) => family);
      sentences.push({
        words: [...engine.weighedIn(sentence.numbers, section)],
        patterns: engine.weighedOfPatterns(new Set(families)),
      });
    });
    return { set, outcome: engine.OUTCOMES.findIndex((outcome) => outcome === expected), sentences };
  });
  return {
    read,
    nameOf: (number) => (engine.wordsOfPair(number) ?? [number]).map((word) => words[word] ?? '').join(' '),
  };
}
