// Builds the extension: one file for the Node extension host with what is seldom needed in files beside it, one file
// for the web-worker extension host, and the page of the picture.
//   node esbuild.js [--production] [--watch]
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

/**
 * Modules that are large and seldom needed at once, with the packages that they alone may reach. They may only be
 * imported with `await import('…')`.
 *
 * @type {Readonly<Record<string, { index: string, packages: RegExp }>>}
 */
const LAZY_MODULES = {
  parsing: {
    index: path.join(__dirname, 'src', 'parsing', 'index.ts'),
    packages: /^(yaml|unified|remark|micromark|mdast)\b/,
  },
  panel: { index: path.join(__dirname, 'src', 'panel', 'index.ts'), packages: /^(valibot|d3)\b/ },
  // It needs no package; what it joins notes with comes from parsing.
  sharing: { index: path.join(__dirname, 'src', 'sharing', 'index.ts'), packages: /^$/ },
  conversation: { index: path.join(__dirname, 'src', 'conversation', 'index.ts'), packages: /^$/ },
};

/**
 * Keeps lazy modules out of every other file: a dynamic import of one becomes a `require` of a file of its own. A
 * static import of one is an error, because it would load the module at once after all.
 *
 * @param {{ separateFiles: boolean, own?: string }} options `own` is the lazy module that is built. The web-worker
 *   host can only require `vscode`, never another file, so there the modules stay in the same file and only their
 *   evaluation waits.
 * @returns {esbuild.Plugin}
 */
function lazyModules({ separateFiles, own }) {
  return {
    name: 'lazy-modules',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async (request) => {
        if (request.pluginData === 'resolving' || request.kind === 'entry-point') return undefined;
        const { path: file } = await build.resolve(request.path, {
          resolveDir: request.resolveDir,
          importer: request.importer,
          kind: request.kind,
          pluginData: 'resolving',
        });
        const lazy = Object.entries(LAZY_MODULES).find(([, { index }]) => isInside(path.dirname(index), file));
        if (lazy === undefined || isInside(path.dirname(lazy[1].index), request.importer)) return undefined;
        const [name] = lazy;
        if (request.kind !== 'dynamic-import') {
          return { errors: [{ text: `src/${name} is a lazy module: use \`await import()\`, or \`import type\`.` }] };
        }
        return separateFiles ? { path: `./${name}.node.js`, external: true } : undefined;
      });
      if (!separateFiles) return;
      for (const [name, { packages }] of Object.entries(LAZY_MODULES)) {
        if (name === own) continue;
        build.onResolve({ filter: packages }, (request) => ({
          errors: [{ text: `${request.path} is too large to load here: reach it through src/${name}.` }],
        }));
      }
    },
  };
}

/**
 * Lets every module use the editor's API itself. esbuild would copy its some hundred names once for each module that
 * imports them, which is most of what a start would take. Only named imports are used, so the copy tells no more.
 *
 * @returns {esbuild.Plugin}
 */
function withoutCopiesOfTheApi() {
  return {
    name: 'without-copies-of-the-api',
    setup(build) {
      build.initialOptions.write = false;
      build.onEnd(({ outputFiles }) => {
        for (const file of outputFiles ?? []) {
          mkdirSync(path.dirname(file.path), { recursive: true });
          writeFileSync(file.path, file.text.replace(/\b[\w$]+\(require\("vscode"\)\)/g, 'require("vscode")'));
        }
      });
    },
  };
}

/**
 * @param {string} folder
 * @param {string} file
 */
function isInside(folder, file) {
  return file.startsWith(folder + path.sep);
}

/**
 * @param {boolean} production
 * @returns {esbuild.BuildOptions[]}
 */
function builds(production) {
  /** @type {esbuild.BuildOptions} */
  const shared = {
    absWorkingDir: __dirname,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    logLevel: 'warning',
    outdir: 'dist',
    entryNames: '[name]',
    // A native `import()` is not available in the worker; a `require` is the same to us in Node.
    supported: { 'dynamic-import': false },
  };
  const withoutCopies = production ? [withoutCopiesOfTheApi()] : [];
  return [
    {
      ...shared,
      platform: 'node',
      entryPoints: { 'extension.node': 'src/extension.node.ts' },
      plugins: [lazyModules({ separateFiles: true }), ...withoutCopies],
    },
    ...Object.entries(LAZY_MODULES).map(
      /** @returns {esbuild.BuildOptions} */ ([name, { index }]) => ({
        ...shared,
        platform: 'node',
        entryPoints: { [`${name}.node`]: path.relative(__dirname, index) },
        plugins: [lazyModules({ separateFiles: true, own: name }), ...withoutCopies],
      }),
    ),
    {
      ...shared,
      platform: 'browser',
      conditions: ['worker', 'browser'],
      mainFields: ['browser', 'module', 'main'],
      entryPoints: { 'extension.browser': 'src/extension.browser.ts' },
      plugins: [lazyModules({ separateFiles: false }), ...withoutCopies],
    },
    {
      absWorkingDir: __dirname,
      bundle: true,
      format: 'iife',
      target: 'es2022',
      platform: 'browser',
      minify: production,
      sourcemap: !production,
      legalComments: 'none',
      logLevel: 'warning',
      outdir: path.join('dist', 'webview'),
      entryPoints: ['src/webview/page.ts', 'src/webview/page.css'],
    },
  ];
}

/**
 * Builds everything once.
 *
 * @param {{ production: boolean }} options
 * @returns {Promise<void>}
 */
async function build({ production }) {
  const { bundleTemplates } = await import('./scripts/bundle-templates.mjs');
  bundleTemplates();
  await Promise.all(builds(production).map((options) => esbuild.build(options)));
}

/** Builds whenever a source file changes, until the process is ended. */
async function watch() {
  /** @type {esbuild.Plugin} */
  const announce = {
    name: 'announce',
    setup(build) {
      build.onStart(() => {
        console.log('[watch] build started');
      });
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          console.error(`${location?.file ?? ''}:${location?.line ?? 0}:${location?.column ?? 0}: error: ${text}`);
        }
        console.log('[watch] build finished');
      });
    },
  };
  for (const options of builds(false)) {
    const context = await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announce] });
    await context.watch();
  }
}

module.exports = { build };

if (require.main === module) {
  const work = process.argv.includes('--watch')
    ? watch()
    : build({ production: process.argv.includes('--production') });
  work.catch((/** @type {unknown} */ error) => {
    // esbuild has already told what is wrong in a source file.
    if (error instanceof Error && !('errors' in error)) console.error(error.message);
    process.exitCode = 1;
  });
}
