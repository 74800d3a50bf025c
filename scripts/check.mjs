// npm run check: types, lint, format, unused code.
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { runChecks } = await import('./suites/checks.mjs');
const outcomes = await runChecks();
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
