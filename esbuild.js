// Builds the extension for both extension hosts, and the page of the picture.
//   node esbuild.js [--production] [--watch]
const path = require('node:path');
const esbuild = require('esbuild');
const { hostFiles, loadedWith, refuseEarlyPackages } = require('./scripts/build/host-files.js');

/**
 * Lets every module use the editor's API, and every file another, itself. esbuild would copy all names of it once for
 * each module that imports it, which is most of what a start would take. Only named imports are used, so the copy
 * tells no more.
 *
 * @param {string} code
 */
function withoutCopies(code) {
  return code.replace(/\b[\w$]+\(require\(("(?:vscode|\.\/[^"]+)")\)\)/g, 'require($1)');
}

/**
 * Lets a file ask for the editor's API once. The editor answers every `require` of it by looking up on the disk whose
 * file is asking.
 *
 * @param {string} code in which the API is asked for at the top level only
 */
function askingOnce(code) {
  const ask = /=require\("vscode"\)/g;
  const [, first = ''] = /([\w$]+)=require\("vscode"\)/.exec(code) ?? [];
  let isAsked = false;
  return code.replace(ask, (asking) => {
    const again = isAsked ? `=${first}` : asking;
    isAsked = true;
    return again;
  });
}

/**
 * @param {boolean} production
 * @returns {esbuild.BuildOptions[]} the first is that for the extension hosts
 */
function builds(production) {
  return [
    hostFiles(production, (code) => (production ? askingOnce(withoutCopies(code)) : code)),
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
 * @returns {Promise<{ activation: readonly string[] }>} the files that the Node extension host loads at activation
 * @throws when the sources cannot be built, or when activation would load what is too large for it
 */
async function build({ production }) {
  const { bundleTemplates } = await import('./scripts/bundle-templates.mjs');
  await bundleTemplates();
  const [hosts] = await Promise.all(builds(production).map((options) => esbuild.build(options)));
  if (hosts?.metafile === undefined) throw new Error('The build does not tell what it made.');
  refuseEarlyPackages(hosts.metafile);
  const files = loadedWith('dist/extension.node.js', hosts.metafile);
  return { activation: files.map((file) => path.join(__dirname, file)) };
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
