import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { startServer } from '../../scripts/editor/server.mjs';
import { PACKAGED_EXTENSION, ROOT } from '../../scripts/paths.mjs';
import { installTestExtension } from '../../scripts/suites/test-extension.mjs';
import { runCommand } from '../ui/palette';
import { openPage, PLAIN_GIT } from '../ui/workbench';
import { PORT_VARIABLE } from './player-extension/protocol';
import type { Request } from './player-extension/protocol';
import { HostGone, Players } from './players';

const QUIET = {
  // What is typed stays unsaved until a story saves it.
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Default Dark Modern',
  'kintsugi.tree.revealOpenNote': false,
  'git.openRepositoryInParentFolders': 'never',
};
const FAILURES = path.join(ROOT, '.vscode-test', 'failures');
const PICTURES = path.join(ROOT, '.vscode-test', 'pictures');
const STALE_SECONDS = 31;
const RESTART_MILLISECONDS = 12_000;

type Server = Awaited<ReturnType<typeof startServer>>;
type OpenPage = Awaited<ReturnType<typeof openPage>>;

interface EditorOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Every editor that was started, for those who look afterwards at what it wrote down. */
export const startedEditors: StoryEditor[] = [];

/** An editor with the packaged extension and the player, in which both open their folders. */
export class StoryEditor {
  /** What the pages of closed windows had stored. */
  private readonly pageStorages: string[] = [];
  private readonly windows = new Set<StoryWindow>();

  private constructor(
    private readonly server: Server,
    private readonly players: Players,
  ) {}

  static async start({ settings = {}, environment = {} }: EditorOptions = {}): Promise<StoryEditor> {
    const players = await Players.listen();
    const extensionsFolder = path.join(temporaryFolder('extensions').folder, 'installed');
    mkdirSync(extensionsFolder);
    await installTestExtension('stories/player-extension', 'node', extensionsFolder);
    const server = await startServer({
      editor: 'today',
      extensionsFolder,
      extensionPackage: PACKAGED_EXTENSION,
      settings: { ...QUIET, ...settings },
      environment: { ...PLAIN_GIT, [PORT_VARIABLE]: String(players.port), ...environment },
    });
    const editor = new StoryEditor(server, players);
    startedEditors.push(editor);
    return editor;
  }

  /** What the server writes: logs, user settings, storage. */
  get dataFolder(): string {
    return this.server.dataFolder;
  }

  /** Opens a window on a folder. */
  async open(folder: string): Promise<StoryWindow> {
    const window = new StoryWindow(folder, await openPage(this.server, folder), this.players, async () => {
      this.windows.delete(window);
      this.pageStorages.push(await pageStorage(window.page));
    });
    this.windows.add(window);
    await window.player();
    return window;
  }

  /** Opens another window on a folder that is open already. It has no player: one presses its keys oneself. */
  async openBeside(folder: string) {
    const open = await openPage(this.server, folder);
    return { ...open, runCommand: (title: string) => runCommand(open.page, title) };
  }

  /** Waits until a window has a folder open that it was not opened on. */
  async waitForWindow(folder: string): Promise<void> {
    await this.players.in(folder);
  }

  /** Replaces the settings of whoever sits there. */
  writeSettings(settings: Readonly<Record<string, unknown>>): void {
    this.server.writeSettings({ ...QUIET, ...settings });
  }

  /** Lets half a minute pass for the locks that windows hold against each other. */
  passHalfAMinute(): void {
    const locks = path.join(this.dataFolder, 'data', 'User', 'globalStorage', 'kintsugi-notes.kintsugi', 'syncing');
    const then = Date.now() / 1000 - STALE_SECONDS;
    for (const lock of existsSync(locks) ? readdirSync(locks) : []) utimesSync(path.join(locks, lock), then, then);
  }

  /** Takes a picture of each window that is open. */
  async takePictures(title: string): Promise<void> {
    mkdirSync(FAILURES, { recursive: true });
    const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
    for (const { page, folder } of this.windows) {
      await page.screenshot({ path: path.join(FAILURES, `story-${name}-${path.basename(folder)}.png`) });
    }
  }

  /** Takes a picture of one window, for people to look at. */
  async takePicture(name: string, { page }: StoryWindow): Promise<void> {
    if (!LONG_TESTS) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: path.join(PICTURES, `story-${name}.png`) });
  }

  /** Reads what every page of this editor has stored in its browser. */
  async readPageStorages(): Promise<readonly string[]> {
    return [...this.pageStorages, ...(await Promise.all([...this.windows].map(({ page }) => pageStorage(page))))];
  }
}

/** One window of the editor: a page of its own, and an extension host of its own. */
export class StoryWindow {
  constructor(
    readonly folder: string,
    private readonly open: OpenPage,
    private readonly players: Players,
    private readonly onClose: () => Promise<void>,
  ) {}

  get page(): Page {
    return this.open.page;
  }

  async player() {
    return await this.players.in(this.folder);
  }

  async ask(request: Request): Promise<unknown> {
    return await (await this.player()).ask(request);
  }

  /** Ends the extension host at once, as a crash does. A git that it has started goes on. */
  async killHost(): Promise<void> {
    const player = await this.player();
    process.kill(player.hello.process, 'SIGKILL');
    await player.gone;
  }

  /** Waits for another extension host after one has ended. The editor starts no fourth one unless the page is loaded anew. */
  async comesBack(): Promise<void> {
    try {
      await this.players.in(this.folder, RESTART_MILLISECONDS);
    } catch {
      this.page.once('dialog', (dialog) => void dialog.accept());
      await this.page.reload();
      await this.player();
    }
    await this.ask({ act: 'openRepository' });
  }

  async close(): Promise<void> {
    await this.onClose();
    await this.open.close();
  }
}

/** Runs a sync that ends with its extension host. */
export async function untilHostIsGone(work: Promise<unknown>): Promise<void> {
  await work.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof HostGone)) throw error;
    },
  );
}

/** Everything that a page keeps in its browser, as text. */
async function pageStorage(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const told: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(name));
        };
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store, 'readonly').objectStore(store).getAll();
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(new Error(store));
          };
        });
        const decoder = new TextDecoder();
        told.push(
          ...values.map((value) => (ArrayBuffer.isView(value) ? decoder.decode(value) : JSON.stringify(value))),
        );
      }
      database.close();
    }
    return told.join('\n');
  });
}
