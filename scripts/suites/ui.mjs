// The tests that drive the workbench in a browser, with the packaged extension installed as a person would.
import { packageExtension } from '../packaging.mjs';
import { bundleTests } from './bundle.mjs';
import { runSuite } from './child.mjs';

/**
 * @param {import('./bundle.mjs').TestOptions} options
 * @returns {Promise<import('./outcome.mjs').Outcome[]>}
 */
export async function runWorkbenchTests(options) {
  const bundle = await bundleTests('ui', options);
  await packageExtension();
  return [await runSuite('Workbench in a browser', ['--enable-source-maps', bundle], options)];
}
