/** What a suite tells the script that runs it: one line a test and one at the end, each with this mark and JSON. */
const MARK = '@@test ';

/** Longer error texts are cut: the editor drops console messages beyond a limit. */
const ERROR_LENGTH = 4000;

/** Deeper places in the code are Mocha's own. */
const STACK_DEPTH = 5;

interface TestRunner {
  on(event: 'pass' | 'pending', listener: (test: Mocha.Test) => void): unknown;
  on(event: 'fail', listener: (test: Mocha.Test, error: Error) => void): unknown;
}

/** A reporter that prints nothing; what there is to say is said by `reportTests`. */
export class QuietReporter {}

/**
 * Tells the outcome of every test as it comes.
 *
 * @param start starts the tests, calls back with the number of failures when they are over, and gives their runner
 * @returns settles after the last test; the number of failures
 */
export async function reportTests(start: (over: (failures: number) => void) => TestRunner): Promise<number> {
  let passed = 0;
  let failed = 0;
  let pending = 0;
  await new Promise<void>((resolve) => {
    const runner = start(() => {
      resolve();
    });
    runner.on('pass', (test) => {
      passed++;
      tell({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => {
      pending++;
      tell({ event: 'pending', title: test.fullTitle() });
    });
    runner.on('fail', (test, error) => {
      failed++;
      tell({ event: 'fail', title: test.fullTitle(), error: describe(error) });
    });
  });
  tell({ event: 'end', passed, failed, pending });
  return failed;
}

/** Tells something that a person wants to read among the tests, such as how much a proof has tried. */
export function note(text: string): void {
  tell({ event: 'note', text });
}

function describe(error: Error & { expected?: unknown; actual?: unknown }): string {
  const comparison =
    'expected' in error && 'actual' in error
      ? `\nexpected: ${JSON.stringify(error.expected)}\nactual:   ${JSON.stringify(error.actual)}`
      : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}${comparison}`, ...places.slice(0, STACK_DEPTH)]
    .join('\n')
    .slice(0, ERROR_LENGTH);
}

function tell(message: object): void {
  console.log(MARK + JSON.stringify(message));
}
