import * as vscode from 'vscode';
import { holds } from './expect';

const LONGEST_WAIT_IN_MILLISECONDS = 15_000;
const STEP_IN_MILLISECONDS = 40;

const made: Place[] = [];
let count = 0;

/** A folder of a test's own. It is removed after the test. */
export class Place {
  private constructor(readonly root: vscode.Uri) {}

  /** Makes a new, empty folder in the workspace of the window. */
  static async inWorkspace(): Promise<Place> {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    holds(workspace, 'the tests run in a workspace folder');
    return await Place.below(workspace.uri);
  }

  /** Makes a new, empty folder in the file system that the tests rule. */
  static async inMemory(): Promise<Place> {
    return await Place.below(vscode.Uri.from({ scheme: 'memfs', path: '/ws' }));
  }

  private static async below(parent: vscode.Uri): Promise<Place> {
    count += 1;
    const place = new Place(vscode.Uri.joinPath(parent, `place${String(count)}`));
    await vscode.workspace.fs.createDirectory(place.root);
    made.push(place);
    return place;
  }

  uri(path: string): vscode.Uri {
    return path === '' ? this.root : vscode.Uri.joinPath(this.root, path);
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(this.uri(path), bytes);
  }

  async bytes(path: string): Promise<Uint8Array> {
    return Uint8Array.from(await vscode.workspace.fs.readFile(this.uri(path)));
  }

  async text(path: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.bytes(path));
  }

  async has(path: string): Promise<boolean> {
    return await vscode.workspace.fs.stat(this.uri(path)).then(
      () => true,
      () => false,
    );
  }

  async remove(path: string): Promise<void> {
    await vscode.workspace.fs.delete(this.uri(path), { recursive: true, useTrash: false });
  }

  async move(from: string, to: string): Promise<void> {
    await vscode.workspace.fs.rename(this.uri(from), this.uri(to));
  }

  /** @returns every file, with forward slashes, sorted */
  async files(folder = ''): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.uri(folder));
    const found = await Promise.all(
      entries.map(async ([name, type]) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        return type === vscode.FileType.Directory ? await this.files(path) : [path];
      }),
    );
    return found.flat().sort();
  }
}

/** How a test's notes folder is set up. */
interface CoupleOptions {
  readonly me?: string;
  readonly other?: string;
  readonly names?: 'telling' | 'neutral';
}

/**
 * Writes a `kintsugi.yaml`: Alex, whom the commands take for the one who is here, and Sam.
 * @param options the roles of both, hurt and broke-trust if nothing is said
 */
export async function setUp(place: Place, options: CoupleOptions = {}): Promise<void> {
  const { me = 'hurt', other = 'broke-trust', names = 'telling' } = options;
  const partners = `partners:\n  - id: alex\n    name: Alex\n    role: ${me}\n  - id: sam\n    name: Sam\n    role: ${other}\n`;
  await place.write('kintsugi.yaml', `version: 1\n${partners}language: en\nnames: ${names}\n`);
}

export function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
}

/**
 * Asks again and again until the answer is yes.
 * @throws where that takes too long
 */
export async function until(what: string, question: () => unknown): Promise<void> {
  const started = Date.now();
  while (!(await question())) {
    holds(Date.now() - started < LONGEST_WAIT_IN_MILLISECONDS, `waited too long: ${what}`);
    await pause(STEP_IN_MILLISECONDS);
  }
}

/** Leaves nothing behind: no open editor, no message, no file. */
async function cleanUp(): Promise<void> {
  if (made.some(({ root }) => root.scheme === 'memfs')) {
    await vscode.commands.executeCommand('kintsugi-test.memfs.reset');
  }
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('notifications.clearAll');
  for (const { root } of made.splice(0)) {
    await vscode.workspace.fs.delete(root, { recursive: true, useTrash: false }).then(undefined, () => undefined);
  }
}

/** An editor in a browser saves by itself; what a test leaves unsaved has to stay so. */
before(async () => {
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
});

afterEach(cleanUp);
