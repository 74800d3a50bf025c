// Makes the `.vsix`: the production build and what it needs, and nothing else (.vscodeignore says what).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../esbuild.js';
import { runOrThrow } from './command.mjs';
import { DIST, PACKAGED_EXTENSION, ROOT } from './paths.mjs';

const VSCE = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));

/** There is no public repository against which vsce could check, or rewrite, the README's links to files. */
const WITHOUT_REPOSITORY = ['--allow-missing-repository', '--no-rewrite-relative-links'];

/** What the README shows in a repository alone: the page of an installed extension loads no picture from a file. */
const PICTURES = /<!-- pictures:start -->.*?<!-- pictures:end -->\n\n?/gs;

/**
 * Builds and packages the extension.
 *
 * @returns {Promise<string>} the `.vsix`
 * @throws when the build fails, or when vsce finds a fault in the manifest
 */
export async function packageExtension() {
  await build({ production: true });
  const readme = path.join(DIST, 'README.md');
  writeFileSync(readme, readFileSync(path.join(ROOT, 'README.md'), 'utf8').replace(PICTURES, ''));
  const own = ['--readme-path', path.relative(ROOT, readme), '--out', PACKAGED_EXTENSION];
  const parameters = ['package', '--no-dependencies', ...WITHOUT_REPOSITORY, ...own];
  await runOrThrow(process.execPath, [VSCE, ...parameters], { cwd: ROOT });
  return PACKAGED_EXTENSION;
}
