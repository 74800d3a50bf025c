// The labelled sentences to learn from.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../paths.mjs';

/** Begins the file of weights; the digest of the items follows. */
export const MADE_FROM = '# made by npm run weigh from ';

/** @typedef {import('../../src/core/wording').WordingSection} WordingSection */

/**
 * @typedef {object} Item
 * @property {string} expected a family, or `silent`
 * @property {WordingSection} section
 * @property {string} text a sentence, or a few
 */

/**
 * @param {string} yaml wording.yaml: the examples beside its patterns are items, too
 * @returns {readonly Item[]} everything there is to learn from
 */
export function learningItems(yaml) {
  const folder = path.join(ROOT, 'test', 'wording', 'learn');
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const sets = files.sort().flatMap((name) => itemsOf(readFileSync(path.join(folder, name), 'utf8')));
  return [...sets, ...examplesOf(yaml)];
}

/**
 * @param {readonly Item[]} items
 * @returns {string} what changes when one of them does, and with nothing else
 */
export function digestOf(items) {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex');
}

/**
 * @param {string} text
 * @returns {readonly Item[]}
 */
function itemsOf(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [expected = '', section = '', , written = ''] = line.split('\t');
      return { expected, section: /** @type {WordingSection} */ (section), text: written };
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
export function examplesOf(yaml) {
  const { families } = /** @type {{ families: Record<string, WrittenFamily> }} */ (parse(yaml));
  return Object.entries(families).flatMap(([family, { sections, patterns }]) =>
    patterns.flatMap(({ sections: own = sections, fires = [], silent = [] }) => [
      ...fires.map((text) => ({ expected: family, section: own[0] ?? 'feelings', text })),
      ...silent.map((text) => ({ expected: 'silent', section: own[0] ?? 'feelings', text })),
    ]),
  );
}
