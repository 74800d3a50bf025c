// Running other programs.
import { spawn } from 'node:child_process';
import { atEnd } from './ending.mjs';

const WINDOWS = process.platform === 'win32';

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onOutput?: (text: string) => void }} [options]
 *   `onOutput` sees both outputs as they come
 * @returns {Promise<{ exitCode: number, output: string, errors: string }>} never rejects because of an exit code
 */
export function runProgram(program, parameters, { cwd, env = process.env, shell = false, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const forget = atEnd({ now: () => child.kill('SIGKILL') });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      onOutput?.(text);
    });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      errors += text;
      onOutput?.(text);
    });
    child.on('error', (error) => {
      forget();
      reject(error);
    });
    child.on('close', (exitCode) => {
      forget();
      resolve({ exitCode: exitCode ?? 1, output, errors });
    });
  });
}

/**
 * Runs a program that has to succeed.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<string>} what it wrote to its standard output
 * @throws an error with the end of what it said, when its exit code is not 0
 */
export async function runOrThrow(program, parameters, options) {
  const { exitCode, output, errors } = await runProgram(program, parameters, options);
  if (exitCode === 0) return output;
  const said = (errors + output).trim().slice(-3000);
  throw new Error(`${program} ${parameters[0] ?? ''} ended with ${String(exitCode)}\n${said}`);
}

/**
 * Runs npm, which never runs an install script for us: nothing that we fetch needs one.
 *
 * @param {readonly string[]} parameters
 * @param {string} cwd
 * @returns {Promise<string>} what it wrote to its standard output
 */
export function runNpm(parameters, cwd) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return runOrThrow('npm', [...parameters, ...quiet], { cwd, shell: WINDOWS });
}
