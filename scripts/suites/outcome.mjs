// Reads what a suite tells about its tests (test/mocha/reporting.ts), shows it and counts it.
import { say } from '../screen.mjs';

const MARKED_LINE = /@@test (\{.*\})/;

/**
 * @typedef {object} Outcome
 * @property {string} suite
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures what to show again at the very end
 * @property {number} seconds
 */

/**
 * @typedef {{ event: 'pass', title: string, milliseconds: number } | { event: 'pending', title: string }
 *   | { event: 'note', text: string }
 *   | { event: 'fail', title: string, error: string }
 *   | { event: 'end', passed: number, failed: number, pending: number }} Message
 */

/**
 * Follows the output of one suite.
 *
 * @param {string} suite its name on the screen
 * @param {{ mayBeEmpty: boolean }} options whether it is no failure that no test ran, because only some were wanted
 * @returns {{ read: (text: string) => void, finish: (exitCode: number) => Outcome }} `read` takes the output piece by
 *   piece; `finish` takes the exit code and gives the outcome, in which a suite that died, lost a message or ran no
 *   test counts as a failure of its own
 */
export function followSuite(suite, { mayBeEmpty }) {
  const started = Date.now();
  /** @type {Outcome} */
  const outcome = { suite, passed: 0, failed: 0, failures: [], seconds: 0 };
  let rest = '';
  let ended = false;
  let promised = 0;
  say(`\n${suite}`);

  /** @param {string} text */
  const fail = (text) => {
    outcome.failed++;
    outcome.failures.push(`${suite}: ${text}`);
    say(`  ✗ ${text}`);
  };
  /** @param {Message} message */
  const take = (message) => {
    if (message.event === 'pass') {
      outcome.passed++;
      say(`  ✓ ${message.title}${message.milliseconds > 1000 ? ` (${String(message.milliseconds)} ms)` : ''}`);
    } else if (message.event === 'pending') {
      say(`  - ${message.title}`);
    } else if (message.event === 'note') {
      say(`    ${message.text}`);
    } else if (message.event === 'fail') {
      fail(`${message.title}\n      ${message.error.replaceAll('\n', '\n      ')}`);
    } else {
      ended = true;
      promised = message.passed + message.failed;
    }
  };
  /** @param {string} line */
  const readLine = (line) => {
    const json = MARKED_LINE.exec(line)?.[1];
    if (json !== undefined) take(/** @type {Message} */ (JSON.parse(json)));
    else if (line.trim() !== '') say(`    | ${line}`);
  };
  return {
    read: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) readLine(line);
    },
    finish: (exitCode) => {
      readLine(rest);
      const told = outcome.passed + outcome.failed;
      if (!ended) fail('the suite did not come to its end');
      else if (promised !== told) fail(`${String(promised)} tests ran, but only ${String(told)} were told`);
      else if (told === 0 && !mayBeEmpty) fail('the suite ran no test');
      else if (exitCode !== 0 && outcome.failed === 0) fail(`the suite ended with ${String(exitCode)}`);
      outcome.seconds = (Date.now() - started) / 1000;
      return outcome;
    },
  };
}
