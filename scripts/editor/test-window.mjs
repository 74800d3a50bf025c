// A window of an editor that runs something in its extension host.
import { format } from 'node:util';
import path from 'node:path';

/** Lines that every start of the workbench writes and that say nothing about what runs in it. */
const NOISE =
  /^(\[(remote-connection|reconnection|Agent|AccountPolicy|ChatModel|Service Worker|RemoteAgent|Policy|LifecycleService)|Creating a socket|Resolv|Updating additional|Ignoring the error|ChatSessionStore|INFO |Started (local|remote) extension host|\[node\.js fs\] readdir)|open-vsx|marketplace/;

/**
 * @typedef {object} TestWindow
 * @property {import('playwright-core').Page} page an empty one
 * @property {string} authority host and port of a server that was started with the smoke test driver
 * @property {readonly string[]} developed folders of the extensions that are loaded besides the installed ones
 * @property {string} tests the bundle whose `run` is called
 * @property {string} [folder] what is opened, a path or a URI
 * @property {(line: string) => void} onLine hears what the extension host writes to its console
 */

/**
 * Opens the workbench and waits until what runs in its extension host has ended.
 *
 * @param {TestWindow} window
 * @returns {Promise<number>} its exit code
 * @throws when the page crashes
 */
export async function runInWindow({ page, authority, developed, tests, folder, onLine }) {
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _kind, /** @type {unknown[]} */ parts) => {
    const line = format(...parts);
    if (!NOISE.test(line)) onLine(line);
  });
  const finished = new Promise((/** @type {(exitCode: number) => void} */ resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  const crashed = new Promise((/** @type {(exitCode: number) => void} */ _resolve, reject) => {
    page.on('crash', () => {
      reject(new Error('The page of the editor crashed.'));
    });
  });
  // Whoever waits for the address alone does not hear of it.
  crashed.catch(() => undefined);

  /** @param {string} file */
  const inEditor = (file) =>
    /^[\w-]+:\/\//.test(file) ? file : `vscode-remote://${authority}${encodeURI(path.resolve(file))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...developed.map((file) => ['extensionDevelopmentPath', inEditor(file)]),
    ['extensionTestsPath', inEditor(tests)],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (folder === undefined) query.set('ew', 'true');
  else query.set('folder', /^[\w-]+:/.test(folder) ? folder : path.resolve(folder));
  await page.goto(`http://${authority}/?${query.toString()}`);
  return Promise.race([finished, crashed]);
}
