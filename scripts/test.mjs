// npm test [-- --long] [-- --desktop] [-- --only check|unit|editor|ui|stories] [-- --grep TITLE]
// Runs everything in order, or the part that was asked for, and ends with `N passed, N failed` over all suites.
import { parseArgs } from 'node:util';
import { endWithParent } from './ending.mjs';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: false },
    only: { type: 'string' },
    grep: { type: 'string' },
  },
});

if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await ensureInstalled();
const { runAllSuites } = await import('./suites/all.mjs');
const succeeded = await runAllSuites({
  long: values.long,
  desktop: values.desktop,
  ...(values.only === undefined ? {} : { part: values.only }),
  ...(values.grep === undefined ? {} : { only: values.grep }),
}).catch((/** @type {unknown} */ error) => {
  say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n0 passed, 1 failed`);
  return false;
});
process.exit(succeeded ? 0 : 1);
