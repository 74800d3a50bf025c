// Measures how long the help with wording takes for ordinary prose, and for text that is made to be slow.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { say } from '../screen.mjs';
import { loadEngine } from '../weigh/engine.mjs';
import { filled, ordinaryProse } from './prose.mjs';

const BYTES = 100_000;
const ROUNDS = 9;

/** Each is repeated to fill a note. */
const HOSTILE = [
  'you always ',
  'you never you always ',
  'sorry if you feel sorry but ',
  'I feel that you ',
  'I said that you always ',
  'I am not done with you. ',
  'forgive me please ',
  '"',
  "' ",
  '“you ',
  'you, ',
  '.',
  '?! ',
  '((',
  '\n\n- ',
  'a',
  'a ',
  "you're ",
  'I am afraid of ',
];

/**
 * @typedef {object} WordingMeasured times in milliseconds, one a round
 * @property {number[]} prose
 * @property {{ unit: string, times: number[] }[]} hostile
 */

/**
 * @returns {Promise<WordingMeasured>}
 * @throws when the wording data has a fault
 */
export async function measureWording() {
  const { findWording, readWording } = await loadEngine();
  const read = (/** @type {string} */ name) => readFileSync(path.join(ROOT, 'templates', 'en', name), 'utf8');
  const wording = readWording(read('wording.yaml'), read('word-weights.tsv'));
  if (wording.problems.length > 0) throw new Error(wording.problems.join('\n'));
  const texts = [ordinaryProse(BYTES), ...HOSTILE.map((unit) => filled(unit, BYTES))];
  /** @type {number[][]} */
  const times = texts.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    if (round > 0) say(`Help with wording, round ${String(round)} of ${String(ROUNDS)}`);
    texts.forEach((text, index) => {
      const start = performance.now();
      findWording(text, 'apology', wording);
      // The first round warms the engine up.
      if (round > 0) times[index]?.push(performance.now() - start);
    });
  }
  const [prose = [], ...hostile] = times;
  return { prose, hostile: HOSTILE.map((unit, index) => ({ unit, times: hostile[index] ?? [] })) };
}
