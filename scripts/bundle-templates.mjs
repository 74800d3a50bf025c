// Gathers the guide of each language into one file, dist/templates/<language>.json: the extension reads it with one
// request, which also works where an extension's folder cannot be listed (vscode.dev). Beside it, in
// <language>.wording, is what the help with wording looks for. Templates are read here, by the
// product's own reader: to read all of them in the editor would hold up everything else there for a fifth of a second.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { DIST, ROOT } from './paths.mjs';

/**
 * Writes the file of every language below templates/.
 *
 * @throws when a template is broken
 */
export async function bundleTemplates() {
  const product = await loadProduct();
  const source = path.join(ROOT, 'templates');
  const target = path.join(DIST, 'templates');
  fs.mkdirSync(target, { recursive: true });
  const languages = fs.readdirSync(source);
  fs.writeFileSync(path.join(target, 'languages.json'), JSON.stringify(languages));
  for (const language of languages) {
    const folder = path.join(source, language);
    const read = (/** @type {string} */ name) =>
      fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const names = fs.readdirSync(folder).filter((name) => name.endsWith('.md'));
    const guide = {
      templates: names.sort().map((name) => readTemplate(product, name, read(name))),
      help: read('texts/help.md'),
      readme: read('texts/readme.md'),
      editorPrivacy: read('texts/editor-privacy.md'),
      privateInGit: read('texts/private-in-git.md'),
      privateCheck: parse(read('texts/private-check.yaml')),
      words: parse(read('words.yaml')),
      reflection: parse(read('texts/reflection.yaml')),
    };
    fs.writeFileSync(path.join(target, `${language}.json`), JSON.stringify(guide));
    const patterns = withoutExamples(parse(read('wording.yaml')));
    const wording = product.packWording(patterns, product.writtenRows(read('word-weights.tsv')));
    fs.writeFileSync(path.join(target, `${language}.wording`), wording);
  }
}

/**
 * @param {unknown} wording
 * @returns {unknown} the same without the sentences that only tests read
 */
function withoutExamples(wording) {
  return JSON.parse(JSON.stringify(wording, (key, value) => (key === 'fires' || key === 'silent' ? undefined : value)));
}

/**
 * @typedef {typeof import('../src/core/template-file.js')
 *   & typeof import('../src/core/wording/pack-wording.js')
 *   & typeof import('../src/core/wording/word-weights.js')
 * } Product
 */

/** @returns {Promise<Product>} what of the product the build needs: it reads a template as the product reads a couple's own */
async function loadProduct() {
  const parts = ['template-file', 'wording/pack-wording', 'wording/word-weights'];
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    stdin: { contents: parts.map((part) => `export * from './src/core/${part}';`).join('\n'), resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    // What a browser is given needs no module of Node's.
    platform: 'browser',
    conditions: ['worker', 'browser'],
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return /** @type {Product} */ (await import(`data:text/javascript;base64,${code}`));
}

/**
 * @param {Product} product
 * @param {string} name
 * @param {string} text
 * @returns {unknown} the template
 */
function readTemplate(product, name, text) {
  const { template, problems } = product.readTemplate(name, new TextEncoder().encode(text));
  if (template === undefined)
    throw new Error(`${name} is broken: ${problems.map((problem) => problem.code).join(', ')}`);
  return template;
}
