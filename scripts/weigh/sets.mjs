// The labelled sentences to learn from.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../paths.mjs';

/** Begins the file of weights; the digest of the items follows. */
export const MADE_FROM = '# made by npm run weigh from ';

/** @typedef {import('../../src/core/wording').WordingSection} WordingSection */

/** The folder of sets that patterns were written from; what they find there tells nothing about other sentences. */
const SEEN = 'patterns';
const EXAMPLES = `${SEEN}/examples`;
/** The examples are the plainest cases; each counts as so many sentences of others. */
const EXAMPLES_COUNT = 3;

/**
 * @typedef {object} Item
 * @property {string} set where it is from
 * @property {string} expected a family, or `silent`
 * @property {WordingSection} section
 * @property {string} text a sentence, or a few
 */

/**
 * @param {string} yaml wording.yaml: the examples beside its patterns are items, too
 * @returns {readonly Item[]} everything there is to learn from
 */
export function learningItems(yaml) {
  const root = path.join(ROOT, 'test', 'wording', 'learn');
  const sets = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => itemsOf(name, readFileSync(path.join(root, name), 'utf8')));
  const examples = examplesOf(yaml);
  return [...sets, ...Array.from({ length: EXAMPLES_COUNT }, () => examples).flat()];
}

/**
 * @param {string} set
 * @returns {boolean} whether no pattern was written from it
 */
export function isUnseen(set) {
  return !set.startsWith(`${SEEN}/`);
}

/**
 * @param {readonly Item[]} items
 * @returns {string} what changes when one of them does, and with nothing else
 */
export function digestOf(items) {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex');
}

/**
 * @param {string} set
 * @param {string} text
 * @returns {readonly Item[]}
 */
function itemsOf(set, text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [expected = '', section = '', , written = ''] = line.split('\t');
      return { set, expected, section: /** @type {WordingSection} */ (section), text: written };
    });
}

/**
 * @typedef {object} WrittenFamily
 * @property {readonly WordingSection[]} sections
 * @property {readonly { sections?: readonly WordingSection[], fires?: readonly string[], silent?: readonly string[] }[]} patterns
 */

/**
 * @param {string} yaml
 * @returns {readonly Item[]}
 */
function examplesOf(yaml) {
  const { families } = /** @type {{ families: Record<string, WrittenFamily> }} */ (parse(yaml));
  return Object.entries(families).flatMap(([family, { sections, patterns }]) =>
    patterns.flatMap(({ sections: own = sections, fires = [], silent = [] }) => [
      ...fires.map((text) => ({ set: EXAMPLES, expected: family, section: own[0] ?? 'feelings', text })),
      ...silent.map((text) => ({ set: EXAMPLES, expected: 'silent', section: own[0] ?? 'feelings', text })),
    ]),
  );
}
