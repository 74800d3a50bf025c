// The tests of the domain: plain Node, no editor.
import { bundleTests } from './bundle.mjs';
import { runSuite } from './child.mjs';

/**
 * @param {import('./bundle.mjs').TestOptions} options
 * @returns {Promise<import('./outcome.mjs').Outcome[]>}
 */
export async function runUnitTests(options) {
  const bundle = await bundleTests('unit', options);
  return [await runSuite('Unit tests', ['--enable-source-maps', bundle], options)];
}
