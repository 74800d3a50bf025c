import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { git } from './git-process';

const BRANCH = 'main';

interface Person {
  readonly name: string;
  readonly email: string;
}

export const ALEX: Person = { name: 'Alex', email: 'alex@example.org' };
export const SAM: Person = { name: 'Sam', email: 'sam@example.org' };

interface CloneOptions {
  /** Who writes there; `undefined` for nobody whom git would know. */
  readonly person?: Person | undefined;
  /** Settings of this clone alone, such as `core.autocrlf`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly depth?: number;
}

/** A folder with repositories of a test's own. */
export class Repositories {
  private count = 0;

  private constructor(readonly folder: string) {}

  /** @param parent where to make it; the system's temporary folder if nothing is said */
  static make(parent = tmpdir()): Repositories {
    return new Repositories(fs.realpathSync.native(fs.mkdtempSync(path.join(parent, 'kintsugi-git-'))));
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Makes a bare repository that refuses rewritten history and remembers everything that was sent. */
  async remote(): Promise<string> {
    const folder = this.next('remote');
    await git(this.folder, 'init', '--quiet', '--bare', `--initial-branch=${BRANCH}`, folder);
    await set(folder, { 'receive.denyNonFastForwards': 'true', 'core.logAllRefUpdates': 'true' });
    return folder;
  }

  /** Clones a repository, also an empty one. */
  async clone(remote: string, options: CloneOptions = {}): Promise<Clone> {
    const folder = this.next('clone');
    const { depth, settings = {} } = options;
    const person = 'person' in options ? options.person : ALEX;
    const words = Object.entries(settings).flatMap(([key, value]) => ['--config', `${key}=${value}`]);
    const from = depth === undefined ? [remote] : [`--depth=${String(depth)}`, `file://${remote}`];
    await git(this.folder, 'clone', '--quiet', ...words, ...from, folder);
    return await Clone.at(folder, person);
  }

  /** Makes a repository without a remote. */
  async alone(options: CloneOptions = {}): Promise<Clone> {
    const folder = this.next('alone');
    await git(this.folder, 'init', '--quiet', `--initial-branch=${BRANCH}`, folder);
    await set(folder, options.settings ?? {});
    return await Clone.at(folder, 'person' in options ? options.person : ALEX);
  }

  private next(name: string): string {
    this.count += 1;
    return path.join(this.folder, `${name}${String(this.count)}`);
  }
}

/** A repository with files, as one of the two has it. */
export class Clone {
  private constructor(readonly folder: string) {}

  static async at(folder: string, person: Person | undefined): Promise<Clone> {
    if (person) await set(folder, { 'user.name': person.name, 'user.email': person.email });
    return new Clone(folder);
  }

  async git(...words: readonly string[]): Promise<string> {
    return await git(this.folder, ...words);
  }

  write(file: string, content: string | Uint8Array): void {
    fs.mkdirSync(path.dirname(this.at(file)), { recursive: true });
    fs.writeFileSync(this.at(file), content);
  }

  read(file: string): Uint8Array {
    return Uint8Array.from(fs.readFileSync(this.at(file)));
  }

  has(file: string): boolean {
    return fs.existsSync(this.at(file));
  }

  remove(file: string): void {
    fs.rmSync(this.at(file));
  }

  /** Writes files and commits them alone. @returns the commit */
  async commit(files: Readonly<Record<string, string | Uint8Array>>, message = 'Notes'): Promise<string> {
    for (const [file, content] of Object.entries(files)) this.write(file, content);
    const paths = Object.keys(files).map((file) => `:(literal)${file}`);
    await this.git('add', '-A', '--', ...paths);
    await this.git('commit', '--quiet', '-m', message);
    return await this.head();
  }

  async head(): Promise<string> {
    return await this.git('rev-parse', 'HEAD');
  }

  async set(settings: Readonly<Record<string, string>>): Promise<void> {
    await set(this.folder, settings);
  }

  /** Puts a hook where git looks for it. @param script what it runs, in a shell */
  hook(name: string, script: string): void {
    putHook(path.join(this.folder, '.git', 'hooks'), name, script);
  }

  private at(file: string): string {
    return path.join(this.folder, file);
  }
}

/** Puts a hook into a folder of hooks, such as the one of a bare repository. */
export function putHook(folder: string, name: string, script: string): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

async function set(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await git(folder, 'config', key, value);
}
