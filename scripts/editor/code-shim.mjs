#!/usr/bin/env node
// Stands in for the `code` program of desktop VS Code, so that @vscode/test-electron can run tests in an editor that
// was fetched from npm: the same parameters in, the tests' exit code out. Beside the parameters it reads
//   KINTSUGI_EDITOR    which editor, `oldest` or `today`
//   KINTSUGI_SETTINGS  user settings, as JSON
//   KINTSUGI_TIMEOUT   after how many milliseconds the tests are given up
import { parseArgs } from 'node:util';
import path from 'node:path';
import { endWithParent } from '../ending.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { runInWindow } from './test-window.mjs';

const FAILED_TO_RUN = 70;
const DEFAULT_TIMEOUT_MILLISECONDS = 180_000;

/**
 * Opens the workbench on a folder, runs the tests in its extension host and waits for their end.
 *
 * @returns {Promise<number>} the exit code of the tests
 */
async function runTests() {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const extensionsFolder = values['extensions-dir'];
  const server = await startServer({
    editor: process.env.KINTSUGI_EDITOR === 'oldest' ? 'oldest' : 'today',
    settings: JSON.parse(process.env.KINTSUGI_SETTINGS ?? '{}'),
    smokeTestDriver: true,
    ...(typeof extensionsFolder === 'string' ? { extensionsFolder: path.resolve(extensionsFolder) } : {}),
  });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const folder = positionals[0];
    const finished = runInWindow({
      page,
      authority: server.authority,
      developed: [values.extensionDevelopmentPath ?? []].flat().map(String),
      tests: String(values.extensionTestsPath),
      ...(folder === undefined ? {} : { folder }),
      onLine: (line) => {
        console.log(line);
      },
    });
    const overdue = new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
      const limit = Number(process.env.KINTSUGI_TIMEOUT ?? DEFAULT_TIMEOUT_MILLISECONDS);
      setTimeout(() => {
        console.error(`The tests did not end within ${String(limit / 1000)} s.\n${server.log().slice(-3000)}`);
        resolve(FAILED_TO_RUN);
      }, limit).unref();
    });
    return await Promise.race([finished, overdue]);
  } finally {
    await browser.close().catch(() => undefined);
    await server.stop();
  }
}

endWithParent();
try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = FAILED_TO_RUN;
}
process.exit();
