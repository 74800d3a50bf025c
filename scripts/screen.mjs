// What the scripts say while they work: plain lines, and one line that counts seconds where a person looks on.
import { AsyncLocalStorage } from 'node:async_hooks';

const TICK_MILLISECONDS = 500;

/** @type {AsyncLocalStorage<string[]>} */
const heldBack = new AsyncLocalStorage();

/**
 * Tells one line.
 *
 * @param {string} line
 */
export function say(line) {
  const lines = heldBack.getStore();
  if (lines) lines.push(line);
  else process.stdout.write(`${line}\n`);
}

/**
 * Holds back what a piece of work tells until it has ended, so that pieces that run side by side stay apart.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gives; its errors pass through
 */
export async function toldInOnePiece(work) {
  /** @type {string[]} */
  const lines = [];
  try {
    return await heldBack.run(lines, work);
  } finally {
    for (const line of lines) say(line);
  }
}

/**
 * Does a piece of work while the screen tells what is being done, and for how long.
 *
 * @template T
 * @param {string} label what is being done
 * @param {(detail: (text: string) => void) => Promise<T>} work is given a function that tells the part it is at
 * @returns {Promise<T>} what the work gives; its errors pass through
 */
export async function showProgress(label, work) {
  const started = Date.now();
  const seconds = () => `${String(Math.round((Date.now() - started) / 1000))} s`;
  const live = process.stdout.isTTY && !process.env.CI;
  let part = '';
  const draw = () => process.stdout.write(`\r\u001b[2K${label}${part ? `: ${part}` : ''} … ${seconds()}`);
  const timer = live ? setInterval(draw, TICK_MILLISECONDS) : undefined;
  if (!live) say(`${label} …`);
  try {
    const result = await work((text) => {
      part = text;
      if (live) draw();
      else say(`  ${text} …`);
    });
    if (live) process.stdout.write('\r\u001b[2K');
    say(`${label}: done in ${seconds()}`);
    return result;
  } catch (error) {
    if (live) process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
