// Texts to measure with.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { learningItems } from '../weigh/sets.mjs';

/**
 * What people write, from the sentences that the hints were learnt from, in paragraphs of five.
 *
 * @param {number} length in UTF-16 code units
 * @returns {string} a text for which no hint shows
 */
export function ordinaryProse(length) {
  const yaml = readFileSync(path.join(ROOT, 'templates', 'en', 'wording.yaml'), 'utf8');
  const sentences = learningItems(yaml).flatMap(({ expected, text }) => (expected === 'silent' ? [text] : []));
  const paragraphs = sentences.map((sentence, index) => `${sentence}${index % 5 === 4 ? '\n\n' : ' '}`).join('');
  return filled(paragraphs, length);
}

/**
 * @param {string} unit
 * @param {number} length in UTF-16 code units
 * @returns {string} the unit, repeated and cut to the length
 */
export function filled(unit, length) {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}
