// Makes an extension that only tests use, and puts it into a folder of installed extensions.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { ROOT } from '../paths.mjs';

/**
 * @param {string} source its folder below `test`
 * @param {'browser' | 'node'} platform where it runs
 * @param {string} extensionsFolder a folder of installed extensions in which no editor runs yet
 */
export async function installTestExtension(source, platform, extensionsFolder) {
  const folder = path.join(ROOT, 'test', source);
  const target = path.join(extensionsFolder, `kintsugi-test.${path.basename(folder).replace('-extension', '')}-0.0.1`);
  mkdirSync(target, { recursive: true });
  cpSync(path.join(folder, 'package.json'), path.join(target, 'package.json'));
  await esbuild.build({
    entryPoints: [path.join(folder, 'extension.ts')],
    outfile: path.join(target, 'extension.js'),
    bundle: true,
    format: 'cjs',
    platform,
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
}
