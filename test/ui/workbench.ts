import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { removeFolder, temporaryFolder } from '../../scripts/ending.mjs';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import { startServer } from '../../scripts/editor/server.mjs';
import { PACKAGED_EXTENSION } from '../../scripts/paths.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { guardKeyboard } from './keyboard';
import { runCommand } from './palette';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** The git settings of whoever runs the tests must not decide what the tests see. */
export const PLAIN_GIT = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

const READY_MILLISECONDS = 60_000;
const PATIENCE_MILLISECONDS = 15_000;

interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface WorkbenchOptions {
  /** The folder to open; otherwise the sample notes, or a new empty folder. */
  readonly folder?: string;
  readonly sampleNotes?: boolean;
  /** A note of the folder that is opened with the window, its cursor in this line, counted from 1. */
  readonly opened?: { readonly note: string; readonly line: number };
  readonly version?: 'oldest' | 'today';
  readonly theme?: keyof typeof THEMES;
  /** User settings. Workbenches of one version that are open at the same time share them. */
  readonly settings?: Record<string, unknown>;
  readonly viewport?: Viewport;
  /** Gives the page the editor's own driver for smoke tests. */
  readonly smoke?: boolean;
  /** Opens the folder in restricted mode, as a folder that is not trusted. */
  readonly restricted?: boolean;
}

/** A workbench in a browser, with the packaged extension installed. */
export interface Workbench {
  readonly page: Page;
  readonly folder: string;
  /** What the console and the page told as an error and that mentions the extension, up to now. */
  readonly consoleErrors: readonly string[];
  /** Runs a command by its title, from the command palette. */
  runCommand(title: string): Promise<void>;
  treeItem(name: string | RegExp): Locator;
  /** What the extension host on the server has logged since this workbench was opened. */
  extensionHostLog(): string;
  /** What it and each of its extensions have logged since, by file. */
  logs(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

type Server = Awaited<ReturnType<typeof startServer>>;
interface SharedServer {
  readonly server: Server;
  open: number;
}

const servers = new Map<string, Promise<SharedServer>>();
let browser: Promise<Browser> | undefined;

/**
 * Opens a workbench on a folder. Servers and the browser are kept for the next call; each workbench has a browser
 * storage of its own, so nothing that an earlier test did is remembered.
 *
 * @throws when the editor does not start or the workbench does not show in time
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const shared = await serverFor(options);
  const { server } = shared;
  if (shared.open === 0) forgetEarlierTests(server);
  shared.open++;
  server.writeSettings({
    'workbench.colorTheme': THEMES[options.theme ?? 'dark'],
    // VS Code logs an error where a row is revealed while the tree changes; the test of revealing waits for it.
    'kintsugi.tree.revealOpenNote': false,
    ...(options.restricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {}),
    ...options.settings,
  });
  const folder = options.folder ?? (await makeFolder(options.sampleNotes ?? false));
  const earlierLogs = new Set(logFiles(server));
  const logs = (): Record<string, string> => {
    const files = logFiles(server).filter((file) => !earlierLogs.has(file));
    return Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  };

  const { page, consoleErrors, close } = await openPage(server, folder, options);

  return {
    page,
    folder,
    consoleErrors,
    runCommand: (title) => runCommand(page, title),
    treeItem: (name) => page.getByRole('treeitem', { name }),
    logs,
    extensionHostLog: () =>
      Object.entries(logs())
        .filter(([file]) => /exthost[^/\\]*\.log$/.test(file))
        .map(([, text]) => text)
        .join('\n'),
    close: async () => {
      shared.open--;
      await close();
    },
  };
}

/**
 * Opens a folder in a page with a browser storage of its own.
 *
 * @throws when the workbench does not show in time
 */
export async function openPage(
  server: Server,
  folder: string,
  { viewport = { width: 1280, height: 800 }, opened }: Pick<WorkbenchOptions, 'viewport' | 'opened'> = {},
): Promise<Pick<Workbench, 'page' | 'consoleErrors' | 'close'>> {
  browser ??= launchBrowser();
  const context = await (await browser).newContext({ viewport });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  await guardKeyboard(page);
  const consoleErrors: string[] = [];
  const note = (text: string): void => {
    if (/kintsugi-notes/i.test(text)) consoleErrors.push(text);
  };
  page.on('pageerror', (error) => {
    note(error.stack ?? error.message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  const address = `http://${server.authority}/?${new URLSearchParams({ folder, ...openedIn(server, folder, opened) }).toString()}`;
  await page.goto(address, { timeout: READY_MILLISECONDS });
  // What the extension contributes comes a while after the workbench itself.
  await page.locator('.activitybar').getByRole('tab', { name: 'Kintsugi' }).waitFor({ timeout: READY_MILLISECONDS });
  return {
    page,
    consoleErrors,
    close: async () => {
      await leave(page);
      await context.close();
    },
  };
}

/** What the address says of a note that is opened with the window. */
function openedIn(
  { authority }: Server,
  folder: string,
  opened: WorkbenchOptions['opened'],
): Readonly<Record<string, string>> {
  if (opened === undefined) return {};
  const { pathname } = pathToFileURL(path.join(folder, opened.note));
  const file = `vscode-remote://${authority}${pathname}:${String(opened.line)}`;
  return { payload: JSON.stringify(Object.entries({ openFile: file, gotoLineMode: 'true' })) };
}

/** Lets the server end the extension host at once; for a page that only vanishes it keeps one for hours. */
async function leave(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('about:blank');
}

function serverFor({ version = 'today', smoke = false, restricted = false }: WorkbenchOptions): Promise<SharedServer> {
  const key = JSON.stringify([version, smoke, restricted]);
  const running =
    servers.get(key) ??
    startServer({
      editor: version,
      extensionPackage: PACKAGED_EXTENSION,
      smokeTestDriver: smoke,
      trustEverything: !restricted,
      environment: PLAIN_GIT,
    }).then((server) => ({ server, open: 0 }));
  servers.set(key, running);
  return running;
}

/** What extensions stored on the server; what the workbench stored went with the browser's storage. */
function forgetEarlierTests({ dataFolder }: Server): void {
  for (const name of ['globalStorage', 'workspaceStorage', 'History']) {
    removeFolder(path.join(dataFolder, 'data', 'User', name));
  }
}

async function makeFolder(sampleNotes: boolean): Promise<string> {
  const { folder } = temporaryFolder('notes');
  if (!sampleNotes) return folder;
  const notes = path.join(folder, 'our-notes');
  await writeSampleNotes(notes);
  return notes;
}

function logFiles({ dataFolder }: Server): string[] {
  const logs = path.join(dataFolder, 'data', 'logs');
  if (!existsSync(logs)) return [];
  return readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /exthost.*\.log$/.test(file))
    .map((file) => path.join(logs, file));
}
