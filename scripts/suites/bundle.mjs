// Bundles the tests: each suite becomes one file in dist/test that exports or runs all its tests.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { DIST, ROOT } from '../paths.mjs';

/**
 * @typedef {object} TestOptions
 * @property {boolean} long whether tests may take their time
 * @property {string} [only] a part of the titles of the tests that are wanted
 */

/** @typedef {'unit' | 'editor.node' | 'editor.worker' | 'ui' | 'stories' | 'bench.activation' | 'bench.keystroke' | 'bench.lifetime' | 'bench.peers' | 'screenshots'} Bundle */

/** The extension and an empty one to compare it with, whose activation is measured. */
export const BENCHED_EXTENSIONS = ['kintsugi-notes.kintsugi', 'kintsugi-test.empty'];

const TEST = '.test.ts';
const NODE_HOST_TEST = '.node.test.ts';

/** @type {Record<Bundle, { folder: string, entry: string, wanted: (file: string) => boolean, options: esbuild.BuildOptions }>} */
const BUNDLES = {
  unit: {
    folder: 'unit',
    entry: 'test/mocha/run-in-node.ts',
    wanted: (file) => file.endsWith(TEST),
    options: { platform: 'node', format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } },
  },
  ui: {
    folder: 'ui',
    entry: 'test/mocha/run-in-node.ts',
    wanted: (file) => file.endsWith(TEST),
    options: { platform: 'node', format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } },
  },
  stories: {
    folder: 'stories',
    entry: 'test/mocha/run-in-node.ts',
    wanted: (file) => file.endsWith(TEST),
    options: { platform: 'node', format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } },
  },
  'editor.node': {
    folder: 'editor',
    entry: 'test/mocha/run-in-node-host.ts',
    wanted: (file) => file.endsWith(TEST),
    options: { platform: 'node', format: 'cjs', external: ['vscode', 'mocha'] },
  },
  'editor.worker': {
    folder: 'editor',
    entry: 'test/mocha/run-in-worker-host.ts',
    wanted: (file) => file.endsWith(TEST) && !file.endsWith(NODE_HOST_TEST),
    options: {
      platform: 'browser',
      format: 'cjs',
      conditions: ['worker', 'browser'],
      mainFields: ['browser', 'module', 'main'],
      external: ['vscode'],
    },
  },
  'bench.activation': {
    folder: 'bench',
    entry: 'test/bench/activation.ts',
    wanted: () => false,
    options: {
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      define: { BENCHED_EXTENSIONS: JSON.stringify(BENCHED_EXTENSIONS) },
    },
  },
  'bench.keystroke': {
    folder: 'bench',
    entry: 'test/bench/keystroke.ts',
    wanted: () => false,
    options: { platform: 'node', format: 'cjs', external: ['vscode'] },
  },
  'bench.lifetime': {
    folder: 'bench',
    entry: 'test/bench/lifetime/run.ts',
    wanted: () => false,
    options: { platform: 'node', format: 'cjs', external: ['vscode'] },
  },
  'bench.peers': {
    folder: 'bench',
    entry: 'test/bench/peers/run.ts',
    wanted: () => false,
    options: { platform: 'node', format: 'cjs', external: ['vscode'] },
  },
  screenshots: {
    folder: 'ui',
    entry: 'test/ui/screenshots.ts',
    wanted: () => false,
    options: { platform: 'node', format: 'esm', packages: 'external', outExtension: { '.js': '.mjs' } },
  },
};

/**
 * Bundles one suite.
 *
 * @param {Bundle} name
 * @param {TestOptions} options
 * @returns {Promise<string>} the file that was made
 * @throws when a test does not compile
 */
export async function bundleTests(name, { long, only }) {
  const { folder, entry, wanted, options } = BUNDLES[name];
  const extension = options.outExtension?.['.js'] ?? '.js';
  await esbuild.build({
    absWorkingDir: ROOT,
    bundle: true,
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
    entryPoints: { [name]: entry },
    outdir: path.join(DIST, 'test'),
    define: { ...options.define, LONG_TESTS: String(long), ONLY_TESTS: JSON.stringify(only ?? '') },
    plugins: [allTests(testFiles(folder).filter(wanted)), scriptsStayInPlace],
  });
  return path.join(DIST, 'test', `${name}${extension}`);
}

/**
 * @param {string} folder a folder of `test`
 * @returns {string[]} its TypeScript files, sorted
 */
function testFiles(folder) {
  const root = path.join(ROOT, 'test', folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The module `all-tests` imports each test file of the suite.
 *
 * @param {readonly string[]} files
 * @returns {esbuild.Plugin}
 */
function allTests(files) {
  return {
    name: 'all-tests',
    setup(build) {
      build.onResolve({ filter: /^all-tests$/ }, () => ({ path: 'all-tests', namespace: 'all-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'all-tests' }, () => ({
        contents: files.map((file) => `import ${JSON.stringify(file)};`).join('\n'),
        resolveDir: ROOT,
      }));
    },
  };
}

/**
 * Scripts find their own files beside them, so a test that uses one imports it from where it is.
 *
 * @type {esbuild.Plugin}
 */
const scriptsStayInPlace = {
  name: 'scripts-stay-in-place',
  setup(build) {
    build.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, ({ path: file, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};
