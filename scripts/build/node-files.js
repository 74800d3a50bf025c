// The files of the build for the Node extension host: one that activation loads, and those that are loaded later.
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const ROOT = path.join(__dirname, '..', '..');
const ACTIVATION = path.join(ROOT, 'src', 'extension.node.ts');
/** What the names of these files end in. */
const NODE_FILE = '.node.js';
/** How those begin that hold what several others need. The rest of the name changes with what is in them. */
const SHARED = 'shared-';

/**
 * Modules that are not needed at activation, with the packages that they alone may reach. They may only be imported
 * with `await import('…')`.
 *
 * @type {Readonly<Record<string, { index: string, packages: RegExp }>>}
 */
const LAZY_MODULES = {
  parsing: { index: indexOf('parsing'), packages: /^(yaml|unified|remark|micromark|mdast)\b/ },
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
        ? { contents: `${readFileSync(file, 'utf8')}\nimport '../extension.node';\n`, loader: 'ts' }
        : undefined,
    );
  },
};

/**
 * Makes CommonJS of the files, which is what the oldest editor loads. esbuild shares code between files as ES modules
 * alone, so those are made first and then changed one by one.
 *
 * @param {esbuild.TransformOptions} options
 * @param {(code: string) => string} finish what is done to each file at last
 * @returns {esbuild.Plugin}
 */
function writtenAsCommonJs(options, finish) {
  return {
    name: 'written-as-common-js',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        if (outputFiles.length === 0) return;
        await Promise.all(
          outputFiles.map(async ({ path: file, text }) => {
            const { code } = await esbuild.transform(text, {
              ...options,
              format: 'cjs',
              sourcefile: path.basename(file),
            });
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, finish(code));
          }),
        );
        removeOtherShared(outputFiles.map((file) => file.path));
      });
    },
  };
}

/**
 * Removes what an earlier build left under a name of its own, or it would be packaged.
 *
 * @param {readonly string[]} written
 */
function removeOtherShared(written) {
  const folder = path.dirname(written[0] ?? '');
  const names = new Set(written.map((file) => path.basename(file)));
  for (const name of readdirSync(folder)) {
    if (name.startsWith(SHARED) && !names.has(name)) rmSync(path.join(folder, name));
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
      const early = name === own ? undefined : named.find((one) => packages.test(one));
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
 * The options that make the files of the Node extension host.
 *
 * @param {esbuild.BuildOptions} shared what all builds have in common
 * @param {(code: string) => string} finish what is done to each file at last
 * @returns {esbuild.BuildOptions}
 */
function nodeFiles(shared, finish) {
  const { target = 'esnext', minify = false, supported = {}, ...others } = shared;
  /** @type {'inline' | false} */
  const sourcemap = shared.sourcemap === true ? 'inline' : false;
  const lazy = Object.entries(LAZY_MODULES).map(([name, { index }]) => [`${name}.node`, path.relative(ROOT, index)]);
  return {
    ...others,
    platform: 'node',
    format: 'esm',
    splitting: true,
    target,
    minify,
    sourcemap,
    write: false,
    metafile: true,
    entryPoints: { 'extension.node': path.relative(ROOT, ACTIVATION), ...Object.fromEntries(lazy) },
    chunkNames: `${SHARED}[hash].node`,
    plugins: [lazyModules, activationInOneFile, writtenAsCommonJs({ target, minify, supported, sourcemap }, finish)],
  };
}

module.exports = { lazyModules, loadedWith, nodeFiles, refuseEarlyPackages };
