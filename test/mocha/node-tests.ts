import Mocha from 'mocha';
import { QuietReporter, reportTests } from './reporting';

const TIMEOUT_MILLISECONDS = LONG_TESTS ? 600_000 : 60_000;

/**
 * Loads and runs all tests of the suite with Node's Mocha.
 *
 * @returns the number of failures
 */
export async function runNodeTests(): Promise<number> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TIMEOUT_MILLISECONDS,
    reporter: QuietReporter as unknown as Mocha.ReporterConstructor,
    ...(ONLY_TESTS === '' ? {} : { grep: ONLY_TESTS }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('all-tests');
  return reportTests((over) => mocha.run(over));
}
