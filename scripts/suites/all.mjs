// All that `npm test` runs, and the sum of it.
import { build } from '../../esbuild.js';
import { say } from '../screen.mjs';
import { runChecks } from './checks.mjs';
import { runEditorTests } from './editor.mjs';
import { runStories } from './stories.mjs';
import { runWorkbenchTests } from './ui.mjs';
import { runUnitTests } from './unit.mjs';

/** @typedef {import('./bundle.mjs').TestOptions & { desktop: boolean, part?: string }} Wanted */
/** @typedef {(options: Wanted) => Promise<import('./outcome.mjs').Outcome[]>} Part */

/** @type {Readonly<Record<string, Part>>} */
const PARTS = {
  check: runChecks,
  unit: runUnitTests,
  editor: runEditorTests,
  ui: runWorkbenchTests,
  stories: runStories,
};

/**
 * Runs the wanted suites one after another; a suite that fails does not keep the next from running.
 *
 * @param {Wanted} wanted
 * @returns {Promise<boolean>} whether all passed
 * @throws when no such part exists
 */
export async function runAllSuites(wanted) {
  const names = wanted.part === undefined ? namesFor(wanted) : wanted.part.split(',');
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}, not "${unknown}".`);

  /** @type {import('./outcome.mjs').Outcome[]} */
  const outcomes = [];
  if (names.includes('editor')) outcomes.push(...(await guarded('Build', buildExtension, wanted)));
  for (const name of names) {
    const part = PARTS[name];
    if (part !== undefined) outcomes.push(...(await guarded(name, part, wanted)));
  }
  return tell(outcomes);
}

/** @param {Wanted} wanted */
function namesFor(wanted) {
  if (wanted.desktop) return ['editor'];
  if (wanted.only !== undefined) return ['unit', 'editor', 'ui', 'stories'];
  return Object.keys(PARTS);
}

/** @returns {Promise<import('./outcome.mjs').Outcome[]>} nothing to count: a build that works is no test */
async function buildExtension() {
  await build({ production: false });
  return [];
}

/**
 * @param {string} suite
 * @param {Part} part
 * @param {Wanted} wanted
 */
async function guarded(suite, part, wanted) {
  try {
    return await part(wanted);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`  ✗ ${reason}`);
    return [{ suite, passed: 0, failed: 1, failures: [`${suite}: ${reason}`], seconds: 0 }];
  }
}

/** @param {readonly import('./outcome.mjs').Outcome[]} outcomes */
function tell(outcomes) {
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (failures.length > 0) say(`\nWhat failed\n\n  ${failures.join('\n\n  ')}`);
  say('');
  for (const { suite, passed, failed, seconds } of outcomes) {
    say(`${suite}: ${String(passed)} passed, ${String(failed)} failed, ${seconds.toFixed(1)} s`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  if (passed + failed === 0) say('\nNo test ran.');
  say(`\n${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 && passed > 0;
}
