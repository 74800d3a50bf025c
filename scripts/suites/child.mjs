// Runs a suite as a process of its own, so that a suite that dies or hangs is told like a failed test.
import { spawn } from 'node:child_process';
import { atEnd } from '../ending.mjs';
import { followSuite } from './outcome.mjs';

const LIMIT_MILLISECONDS = 8 * 60_000;
const LONG_LIMIT_MILLISECONDS = 120 * 60_000;
const GRACE_MILLISECONDS = 10_000;

/**
 * @param {string} title
 * @param {readonly string[]} parameters of Node
 * @param {import('./bundle.mjs').TestOptions} options
 * @returns {Promise<import('./outcome.mjs').Outcome>} settles when the process has ended; never rejects
 */
export function runSuite(title, parameters, { long, only }) {
  const followed = followSuite(title, { mayBeEmpty: only !== undefined });
  const child = spawn(process.execPath, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', followed.read);

  // SIGINT, because that is the one signal that @vscode/test-electron passes on to the editor.
  const endGently = () => {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
    timer.unref();
  };
  const closed = new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
    child.on('error', (error) => {
      followed.read(`${error.message}\n`);
      resolve(1);
    });
    child.on('close', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
  const forget = atEnd({
    gently: async () => {
      endGently();
      await closed;
    },
    now: () => child.kill('SIGKILL'),
  });
  const timer = setTimeout(
    () => {
      followed.read('\nThe suite takes too long and is ended.\n');
      endGently();
    },
    long ? LONG_LIMIT_MILLISECONDS : LIMIT_MILLISECONDS,
  );
  return closed.then((exitCode) => {
    clearTimeout(timer);
    forget();
    return followed.finish(exitCode);
  });
}
