// Bundles what is measured of Foam from a checkout of its published source. Nothing of it is part of this project.
import { existsSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

/**
 * @param {string} checkout of github.com/foambubble/foam
 * @returns {string | undefined} what is missing in it, as a sentence
 */
export function missingInFoam(checkout) {
  const core = path.join(checkout, 'packages', 'foam-core');
  if (!existsSync(path.join(core, 'src', 'index.ts'))) return `There is no packages/foam-core/src in ${checkout}.`;
  if (existsSync(path.join(core, 'node_modules')) || existsSync(path.join(checkout, 'node_modules'))) return undefined;
  return `What Foam's core depends on is not installed in ${checkout}.`;
}

/**
 * @param {string} checkout
 * @param {string} outfile
 * @throws when it cannot be bundled
 */
export async function bundleFoam(checkout, outfile) {
  const within = (/** @type {string[]} */ ...names) => path.resolve(checkout, 'packages', ...names);
  await esbuild.build({
    stdin: {
      contents:
        "export * from '@foam/core';\n" +
        "export { default as ParserCache } from './vscode/services/cache';\n" +
        "import { Logger } from '@foam/core';\nLogger.setLevel('off');\n",
      resolveDir: within('foam-vscode', 'src'),
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    alias: { '@foam/core': within('foam-core', 'src', 'index.ts') },
    nodePaths: [within('foam-core', 'node_modules'), path.resolve(checkout, 'node_modules')],
    logLevel: 'error',
  });
}
