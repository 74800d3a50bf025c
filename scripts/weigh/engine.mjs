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
 * @typedef {object} WeighedItem
 * @property {number} outcome the index of what is expected among the outcomes
 * @property {readonly (readonly number[])[]} sentences what is weighed in each sentence, each once
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
 * @param {string} yaml wording.yaml: it says how words are written
 * @param {Engine} engine
 * @returns {{ read: readonly WeighedItem[], nameOf: (number: number) => string }} and how what is weighed is named in
 *   the file of weights
 */
export function readSentences(items, yaml, engine) {
  const words = [...engine.WEIGHED_BESIDE_WORDS.keys()];
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const lexicon = engine.readWording(yaml).engine.lexicon.numberedBy({
    numberOf(word) {
      const number = numbers.get(word) ?? engine.FIRST_WORD + numbers.size;
      if (!numbers.has(word)) words[number] = word;
      numbers.set(word, number);
      return number;
    },
  });
  engine.WEIGHED_BESIDE_WORDS.forEach((number, name) => (words[number] = name));
  const read = items.map(({ expected, section, text }) => {
    /** @type {number[][]} */
    const sentences = [];
    engine.eachSentence(text, lexicon, (sentence) => sentences.push([...engine.weighedIn(sentence.numbers, section)]));
    return { outcome: engine.OUTCOMES.findIndex((outcome) => outcome === expected), sentences };
  });
  return {
    read,
    nameOf: (number) => (engine.wordsOfPair(number) ?? [number]).map((word) => words[word] ?? '').join(' '),
  };
}
