// Makes the extension with the tests' own file system, and puts it into a folder of installed extensions.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { ROOT } from '../paths.mjs';

const SOURCE = path.join(ROOT, 'test', 'editor', 'memfs-extension');

/**
 * @param {string} extensionsFolder a folder of installed extensions in which no editor runs yet
 */
export async function installMemoryFileSystem(extensionsFolder) {
  const target = path.join(extensionsFolder, 'kintsugi-test.memfs-0.0.1');
  mkdirSync(target, { recursive: true });
  cpSync(path.join(SOURCE, 'package.json'), path.join(target, 'package.json'));
  await esbuild.build({
    entryPoints: [path.join(SOURCE, 'extension.ts')],
    outfile: path.join(target, 'extension.js'),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
}
