// The files of the build for both extension hosts. Node loads one at activation and others later; the web-worker host
// can only require `vscode`, so everything is in one file there, and only its evaluation waits.
const { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const ROOT = path.join(__dirname, '..', '..');
const NODE_ENTRY = 'extension.node.js';
const BROWSER_ENTRY = 'extension.browser.js';
/** What the names of files that Node loads end in. */
const NODE_FILE = '.node.js';
const PART = `part${NODE_FILE}`;
/** How those begin that hold what several others need. The rest of the name changes with what is in them. */
const SHARED = 'shared-';

const YAML = /^yaml\b/;
const MARKDOWN = /^(unified|remark|micromark|mdast)\b/;

/**
 * Modules that are not needed at activation, with the packages that only they may reach, each what it names. They may
 * only be imported with `await import('…')`.
 *
 * @type {Readonly<Record<string, { index: string, packages: RegExp }>>}
 */
const LAZY_MODULES = {
  'yaml-parser': { index: indexOf('yaml-parser'), packages: YAML },
  'markdown-parser': { index: indexOf('markdown-parser'), packages: MARKDOWN },
  parsing: { index: indexOf('parsing'), packages: new RegExp(`${YAML.source}|${MARKDOWN.source}`) },
  panel: { index: indexOf('panel'), packages: /^(valibot|d3)\b/ },
  // These need no package; what they read notes with comes from parsing.
  commands: { index: indexOf('commands'), packages: /^$/ },
  language: { index: indexOf('language'), packages: /^$/ },
  sharing: { index: indexOf('sharing'), packages: /^$/ },
  conversation: { index: indexOf('conversation'), packages: /^$/ },
};

/** @param {string} name */
function indexOf(name) {
  return path.join(ROOT, 'src', name, 'index.ts');
}

/**
 * @param {string} folder
 * @param {string} file
 */
function isInside(folder, file) {
  return file.startsWith(folder + path.sep);
}

/**
 * Keeps lazy modules lazy: a static import of one is an error, because it would load the module at once after all.
 *
 * @type {esbuild.Plugin}
 */
const lazyModules = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter: /^\./ }, async (request) => {
      if (request.pluginData === 'resolving' || request.kind !== 'import-statement') return undefined;
      const { path: file } = await build.resolve(request.path, {
        resolveDir: request.resolveDir,
        importer: request.importer,
        kind: request.kind,
        pluginData: 'resolving',
      });
      const lazy = Object.entries(LAZY_MODULES).find(([, { index }]) => isInside(path.dirname(index), file));
      if (lazy === undefined || isInside(path.dirname(lazy[1].index), request.importer)) return undefined;
      return { errors: [{ text: `src/${lazy[0]} is a lazy module: use \`await import()\`, or \`import type\`.` }] };
    });
  },
};

/**
 * Puts all that activation needs into one file. esbuild parts modules by who needs them, so every lazy module is said
 * to need the whole of activation, which is there by then anyway.
 *
 * @type {esbuild.Plugin}
 */
const activationInOneFile = {
  name: 'activation-in-one-file',
  setup(build) {
    const indexes = new Set(Object.values(LAZY_MODULES).map(({ index }) => index));
    build.onLoad({ filter: /[\\/]index\.ts$/ }, ({ path: file }) =>
      indexes.has(file)
        ? { contents: `${readFileSync(file, 'utf8')}\nimport '../extension';\n`, loader: 'ts' }
        : undefined,
    );
  },
};

/**
 * Makes CommonJS of the files, which is what both hosts load. esbuild shares code between files as ES modules alone, so
 * those are made first and then changed one by one.
 *
 * @param {esbuild.TransformOptions} options
 * @param {(code: string) => string} finish what is done to each file at last
 * @returns {esbuild.Plugin}
 */
function writtenForBothHosts(options, finish) {
  return {
    name: 'written-for-both-hosts',
    setup(build) {
      build.onEnd(async ({ outputFiles = [], metafile }) => {
        if (metafile === undefined || outputFiles.length === 0) return;
        const files = new Map(
          await Promise.all(
            outputFiles.map(async ({ path: file, text }) => {
              const name = path.basename(file);
              const { code } = await esbuild.transform(text, { ...options, format: 'cjs', sourcefile: name });
              return /** @type {const} */ ([name, finish(code)]);
            }),
          ),
        );
        const atOnce = new Set(loadedWith(`dist/${NODE_ENTRY}`, metafile).map((file) => path.basename(file)));
        write(path.dirname(outputFiles[0]?.path ?? ''), files, atOnce, options.minify === true);
      });
    },
  };
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 * @param {ReadonlySet<string>} atOnce the names of those that activation loads
 * @param {boolean} isOnce whether what is loaded later is to be there once, for both hosts
 */
function write(folder, files, atOnce, isOnce) {
  const { text, parts } = inOneFile([...files].filter(([name]) => name !== NODE_ENTRY));
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of files) {
    const part = isOnce && !atOnce.has(name) ? parts.get(name) : undefined;
    const own = part ? `require("./${PART}")(module,require,${String(part.start)},${String(part.end)});` : code;
    writeFileSync(path.join(folder, name), name === BROWSER_ENTRY ? text : own);
  }
  copyFileSync(path.join(__dirname, 'part.js'), path.join(folder, PART));
  removeOtherShared(folder, files);
}

/**
 * Puts files into one that loads them from itself.
 *
 * @param {readonly (readonly [name: string, code: string])[]} files
 * @returns {{ text: string, parts: ReadonlyMap<string, { start: number, end: number }> }} and where in it each stands,
 *   in bytes
 */
function inOneFile(files) {
  /** @type {Map<string, { start: number, end: number }>} */
  const parts = new Map();
  let text = 'var files={\n';
  for (const [name, code] of files) {
    text += `"./${name}"(module,exports,require){`;
    const start = Buffer.byteLength(text);
    parts.set(name, { start, end: start + Buffer.byteLength(code) });
    text += `${code}\n},\n`;
  }
  text += `},loaded={};
function load(name){
if(!(name in files))return require(name);
if(!(name in loaded)){loaded[name]={exports:{}};files[name](loaded[name],loaded[name].exports,load)}
return loaded[name].exports}
module.exports=load("./${BROWSER_ENTRY}");
`;
  return { text, parts };
}

/**
 * Removes what an earlier build left under a name of its own, or it would be packaged.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} written
 */
function removeOtherShared(folder, written) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(SHARED) && !written.has(name)) rmSync(path.join(folder, name));
  }
}

/**
 * @param {esbuild.Metafile} metafile
 * @throws when a package comes with something else than the lazy module that it belongs to
 */
function refuseEarlyPackages(metafile) {
  const entries = Object.keys(metafile.outputs).filter((file) => metafile.outputs[file]?.entryPoint !== undefined);
  for (const entry of entries) {
    const own = path.basename(entry, NODE_FILE);
    const modules = loadedWith(entry, metafile).flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}));
    const named = modules.flatMap((file) => /node_modules\/(.*)$/.exec(file)?.[1] ?? []);
    for (const [name, { packages }] of Object.entries(LAZY_MODULES)) {
      const early = named.find((one) => packages.test(one) && LAZY_MODULES[own]?.packages.test(one) !== true);
      if (early !== undefined) {
        throw new Error(`${early} is too large to be loaded with ${own}: reach it through src/${name}.`);
      }
    }
  }
}

/**
 * @param {string} file
 * @param {esbuild.Metafile} metafile
 * @returns {readonly string[]} a file of the build, and those that are loaded as soon as it is
 */
function loadedWith(file, { outputs }) {
  const known = new Set([file]);
  for (const one of known) {
    for (const { path: other, kind } of outputs[one]?.imports ?? []) {
      if (kind === 'import-statement' && other in outputs) known.add(other);
    }
  }
  return [...known];
}

/**
 * The options that make the files of both extension hosts.
 *
 * @param {boolean} production
 * @param {(code: string) => string} finish what is done to each file at last
 * @returns {esbuild.BuildOptions}
 */
function hostFiles(production, finish) {
  const lazy = Object.entries(LAZY_MODULES).map(([name, { index }]) => [`${name}.node`, path.relative(ROOT, index)]);
  /** @type {{ target: string, minify: boolean, sourcemap: 'inline' | false }} */
  const options = { target: 'es2022', minify: production, sourcemap: production ? false : 'inline' };
  // A native `import()` is not available in the worker; a `require` is the same to us in Node.
  const supported = { 'dynamic-import': false };
  return {
    ...options,
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    conditions: ['worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode', 'node:*'],
    legalComments: 'none',
    logLevel: 'warning',
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: `${SHARED}[hash].node`,
    entryPoints: {
      'extension.node': 'src/extension.node.ts',
      'extension.browser': 'src/extension.browser.ts',
      ...Object.fromEntries(lazy),
    },
    write: false,
    metafile: true,
    plugins: [lazyModules, activationInOneFile, writtenForBothHosts({ ...options, supported }, finish)],
  };
}

module.exports = { hostFiles, loadedWith, refuseEarlyPackages };
