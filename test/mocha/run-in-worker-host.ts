import 'mocha/mocha.js';
import { QuietReporter, reportTests } from './reporting';

const TIMEOUT_MILLISECONDS = LONG_TESTS ? 600_000 : 60_000;

/**
 * Runs the editor tests in the web-worker extension host, with Mocha's build for browsers.
 *
 * @throws when a test failed, which the editor turns into its exit code
 */
export async function run(): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: TIMEOUT_MILLISECONDS,
    reporter: QuietReporter as unknown as Mocha.ReporterConstructor,
    ...(ONLY_TESTS === '' ? {} : { grep: ONLY_TESTS }),
  });
  await import('all-tests');
  const failures = await reportTests((over) => mocha.run(over));
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}
