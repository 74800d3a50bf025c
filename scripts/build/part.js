// Goes into the package as it is. A file beside it that is loaded later is a part of extension.browser.js, which holds
// all of them because the web-worker host loads one file only; so the package needs them once.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { compileFunction } = require('node:vm');

/**
 * Runs a part of extension.browser.js as a module, the way Node runs a file of its own.
 *
 * @param {NodeJS.Module} module
 * @param {NodeJS.Require} require that of the module
 * @param {number} start in bytes
 * @param {number} end in bytes
 */
module.exports = function runPart(module, require, start, end) {
  const code = readFileSync(path.join(__dirname, 'extension.browser.js')).toString('utf8', start, end);
  const run = /** @type {(...its: readonly unknown[]) => void} */ (
    compileFunction(code, ['module', 'exports', 'require'], { filename: module.filename })
  );
  run(module, module.exports, require);
};
