// Opens one window after the other on one editor, each with an extension host of its own, and measures in each. What
// extensions keep about a workspace stays until it is asked to go, as it does for a person who comes back.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../editor/browser.mjs';
import { startServer } from '../editor/server.mjs';
import { runInWindow } from '../editor/test-window.mjs';
import { temporaryFolder } from '../ending.mjs';

const LONGEST_MILLISECONDS = 180_000;
const GRACE_MILLISECONDS = 10_000;
const STEP_MILLISECONDS = 50;

/**
 * @typedef {object} Windows
 * @property {(folder: string, task: object) => Promise<unknown>} open opens a window on a folder, a path or a URI, lets
 *   the bundle do a task and closes the window; gives what the bundle told in a line that begins with `@@bench`
 * @property {() => Promise<void>} forget lets the next window know nothing of those before it
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} options
 * @param {string} options.extensionsFolder the installed extensions
 * @param {string} options.probe an extension that only carries the measuring
 * @param {string} options.tests the bundle that measures; its task is in the file that `KINTSUGI_BENCH_TASK` names
 * @param {Record<string, unknown>} [options.settings]
 * @returns {Promise<Windows>}
 * @throws when the editor or the browser does not start
 */
export async function startWindows({ extensionsFolder, probe, tests, settings = {} }) {
  const place = temporaryFolder('bench-windows');
  const taskFile = path.join(place.folder, 'task.json');
  const server = await startServer({
    editor: 'today',
    extensionsFolder,
    settings,
    smokeTestDriver: true,
    environment: { KINTSUGI_BENCH_TASK: taskFile },
  });
  const browser = await launchBrowser();
  let context = await browser.newContext();
  return {
    open: async (folder, task) => {
      writeFileSync(taskFile, JSON.stringify(task));
      const page = await context.newPage();
      /** @type {string[]} */
      const lines = [];
      const ended = runInWindow({
        page,
        authority: server.authority,
        developed: [probe],
        tests,
        folder,
        onLine: (line) => lines.push(line),
      });
      await withinTime(ended, () => `${lines.join('\n')}\n${server.log().slice(-2000)}`);
      await page.close({ runBeforeUnload: true });
      const told = lines.flatMap((line) => /@@bench (\{.*\})/.exec(line)?.[1] ?? [])[0];
      if (told === undefined)
        throw new Error(`The window told nothing of what was to be measured.\n${lines.join('\n')}`);
      const { host, ...measured } = /** @type {{ host: number }} */ (JSON.parse(told));
      await endOf(host);
      return measured;
    },
    forget: async () => {
      await context.close();
      context = await browser.newContext();
      rmSync(path.join(server.dataFolder, 'data', 'User', 'workspaceStorage'), { recursive: true, force: true });
    },
    close: async () => {
      await browser.close();
      await server.stop();
      place.remove();
    },
  };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {() => string} said
 * @returns {Promise<T>}
 */
async function withinTime(work, said) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const overdue = new Promise((/** @type {(value: T) => void} */ _resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The window did not end within ${String(LONGEST_MILLISECONDS / 1000)} s.\n${said()}`));
    }, LONGEST_MILLISECONDS);
  });
  try {
    return await Promise.race([work, overdue]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until the extension host of a closed window has ended, so that it takes no time from the next one.
 *
 * @param {number} host its process id
 */
async function endOf(host) {
  const deadline = Date.now() + GRACE_MILLISECONDS;
  for (;;) {
    try {
      process.kill(host, Date.now() > deadline ? 'SIGKILL' : 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
  }
}
