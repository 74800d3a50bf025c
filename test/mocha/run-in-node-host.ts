import { runNodeTests } from './node-tests';

/**
 * Runs the editor tests in the Node extension host.
 *
 * @throws when a test failed, which the editor turns into its exit code
 */
export async function run(): Promise<void> {
  const failures = await runNodeTests();
  if (failures > 0) throw new Error(`${String(failures)} failed`);
}
