// The checks of the source that need no test: types, lint, format, unused code. Each counts as one.
import path from 'node:path';
import { runProgram } from '../command.mjs';
import { PROJECTS, ROOT } from '../paths.mjs';
import { say } from '../screen.mjs';
import { inLanes } from './lanes.mjs';

/** @typedef {{ title: string, program: string, parameters: string[] }} Check */

/**
 * Runs all checks.
 *
 * @returns {Promise<import('./outcome.mjs').Outcome[]>}
 */
export async function runChecks() {
  const started = Date.now();
  say('\nChecks');
  /** @type {import('./outcome.mjs').Outcome} */
  const outcome = { suite: 'Checks', passed: 0, failed: 0, failures: [], seconds: 0 };
  await inLanes(checks().map((check) => () => run(check, outcome)));
  outcome.seconds = (Date.now() - started) / 1000;
  return [outcome];
}

/**
 * @param {Check} check
 * @param {import('./outcome.mjs').Outcome} outcome
 */
async function run({ title, program, parameters }, outcome) {
  const file = path.join(ROOT, 'node_modules', program);
  const { exitCode, output, errors } = await runProgram(process.execPath, [file, ...parameters], { cwd: ROOT });
  if (exitCode === 0) {
    outcome.passed++;
    say(`  ✓ ${title}`);
    return;
  }
  const said = `${output}${errors}`.trim().replaceAll('\n', '\n      ');
  outcome.failed++;
  outcome.failures.push(`Checks: ${title}\n      ${said}`);
  say(`  ✗ ${title}\n      ${said}`);
}

/** @returns {Check[]} the slowest first */
function checks() {
  return [
    { title: 'lint', program: 'eslint/bin/eslint.js', parameters: ['.', '--max-warnings=0'] },
    { title: 'unused code', program: 'knip/bin/knip.js', parameters: ['--no-progress'] },
    ...PROJECTS.map((project) => ({
      title: `types in ${project === '.' ? 'src' : project}`,
      program: 'typescript/bin/tsc',
      parameters: ['--project', project],
    })),
    { title: 'weights of words', program: '../scripts/weigh.mjs', parameters: ['--check'] },
    { title: 'texts to translate', program: '../scripts/collect-texts.mjs', parameters: ['--check'] },
    { title: 'format', program: 'prettier/bin/prettier.cjs', parameters: ['--check', '--log-level=warn', '.'] },
  ];
}
