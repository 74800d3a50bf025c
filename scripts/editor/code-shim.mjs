#!/usr/bin/env node
// Stands in for the `code` program of desktop VS Code, so that @vscode/test-electron can run tests in an editor that
// was fetched from npm: the same parameters in, the tests' exit code out. Beside the parameters it reads
//   KINTSUGI_EDITOR    which editor, `oldest` or `today`
//   KINTSUGI_SETTINGS  user settings, as JSON
//   KINTSUGI_TIMEOUT   after how many milliseconds the tests are given up
import { format, parseArgs } from 'node:util';
import path from 'node:path';
import { endWithParent } from '../ending.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const FAILED_TO_RUN = 70;
const DEFAULT_TIMEOUT_MILLISECONDS = 180_000;

/** Lines that every start of the workbench writes and that say nothing about the tests. */
const NOISE =
  /^(\[(remote-connection|reconnection|Agent|AccountPolicy|ChatModel|Service Worker|RemoteAgent|Policy|LifecycleService)|Creating a socket|Resolv|Updating additional|Ignoring the error|ChatSessionStore|INFO |Started (local|remote) extension host|\[node\.js fs\] readdir)|open-vsx|marketplace/;

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
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _kind, /** @type {unknown[]} */ parts) => {
      const line = format(...parts);
      if (!NOISE.test(line)) console.log(line);
    });
    const finished = new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });

    /** @param {string} file */
    const inEditor = (file) =>
      /^[\w-]+:\/\//.test(file) ? file : `vscode-remote://${server.authority}${encodeURI(path.resolve(file))}`;
    const payload = [
      ['skipWelcome', 'true'],
      ...[values.extensionDevelopmentPath ?? []]
        .flat()
        .map((file) => ['extensionDevelopmentPath', inEditor(String(file))]),
      ['extensionTestsPath', inEditor(String(values.extensionTestsPath))],
    ];
    const folder = positionals[0];
    const query = new URLSearchParams({ payload: JSON.stringify(payload) });
    if (folder === undefined) query.set('ew', 'true');
    else query.set('folder', /^[\w-]+:/.test(folder) ? folder : path.resolve(folder));
    await page.goto(`http://${server.authority}/?${query.toString()}`);

    const crashed = new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
      page.on('crash', () => {
        console.error('The page of the editor crashed.');
        resolve(FAILED_TO_RUN);
      });
      const limit = Number(process.env.KINTSUGI_TIMEOUT ?? DEFAULT_TIMEOUT_MILLISECONDS);
      setTimeout(() => {
        console.error(`The tests did not end within ${String(limit / 1000)} s.\n${server.log().slice(-3000)}`);
        resolve(FAILED_TO_RUN);
      }, limit).unref();
    });
    return await Promise.race([finished, crashed]);
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
