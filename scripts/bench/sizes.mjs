// Measures what is shipped: the package, the script that activation loads, and the script of the picture's page.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../../esbuild.js';
import { packageExtension } from '../packaging.mjs';
import { DIST } from '../paths.mjs';

/** @typedef {{ extensionPackage: number, activation: number, page: number }} SizesMeasured all in bytes */

/**
 * @returns {Promise<SizesMeasured>} of the production build; that of the page as it is sent, which is with gzip
 * @throws when the build fails
 */
export async function measureSizes() {
  const extensionPackage = statSync(await packageExtension()).size;
  const { activation } = await build({ production: true });
  return {
    extensionPackage,
    activation: activation.reduce((sum, file) => sum + statSync(file).size, 0),
    page: gzipSync(readFileSync(path.join(DIST, 'webview', 'page.js'))).length,
  };
}
