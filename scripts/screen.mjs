// What the scripts say while they work: plain lines, and one line that counts seconds where a person looks on.

const TICK_MILLISECONDS = 500;

/**
 * Tells one line.
 *
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
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
