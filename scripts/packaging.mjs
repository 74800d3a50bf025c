// Makes the `.vsix`: the production build and what it needs, and nothing else (.vscodeignore says what).
import { fileURLToPath } from 'node:url';
import { build } from '../esbuild.js';
import { runOrThrow } from './command.mjs';
import { PACKAGED_EXTENSION, ROOT } from './paths.mjs';

const VSCE = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));

/** There is no public repository against which vsce could check, or rewrite, the README's links to files. */
const WITHOUT_REPOSITORY = ['--allow-missing-repository', '--no-rewrite-relative-links'];

/**
 * Builds and packages the extension.
 *
 * @returns {Promise<string>} the `.vsix`
 * @throws when the build fails, or when vsce finds a fault in the manifest
 */
export async function packageExtension() {
  await build({ production: true });
  const parameters = ['package', '--no-dependencies', ...WITHOUT_REPOSITORY, '--out', PACKAGED_EXTENSION];
  await runOrThrow(process.execPath, [VSCE, ...parameters], { cwd: ROOT });
  return PACKAGED_EXTENSION;
}
