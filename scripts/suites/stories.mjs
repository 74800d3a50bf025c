// The stories of two people in two windows, with the packaged extension installed as both would.
import { packageExtension } from '../packaging.mjs';
import { bundleTests } from './bundle.mjs';
import { runSuite } from './child.mjs';

/**
 * @param {import('./bundle.mjs').TestOptions} options
 * @returns {Promise<import('./outcome.mjs').Outcome[]>}
 */
export async function runStories(options) {
  const bundle = await bundleTests('stories', options);
  await packageExtension();
  return [await runSuite('Stories in two windows', ['--enable-source-maps', bundle], options)];
}
