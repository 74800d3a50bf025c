import * as vscode from 'vscode';

/** Operations that can be made to fail. */
export type Operation =
  'stat' | 'readDirectory' | 'createDirectory' | 'readFile' | 'writeFile' | 'delete' | 'rename' | 'any';

/** What an operation on a path, or on anything below it, answers from now on. */
export interface PlannedFailure {
  readonly path: string;
  readonly operation: Operation;
  readonly code: 'NoPermissions' | 'NoSpace' | 'Unavailable' | 'FileNotFound' | 'FileExists';
}

interface Entry {
  readonly name: string;
  readonly created: number;
  modified: number;
  /** The bytes of a file; a folder has none. */
  bytes: Uint8Array | undefined;
}

const ROOT_FOLDER = '/ws';

/** A file system in memory. Paths are kept whole, so a folder is a path with paths below it. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  #entries = new Map<string, Entry>();
  #failures: PlannedFailure[] = [];
  #ignoreCase = false;

  constructor() {
    this.reset(false);
  }

  /** Empties the file system down to one empty folder, `/ws`, and forgets all planned failures. */
  reset(ignoreCase: boolean): void {
    const gone = [...this.#entries.keys()].filter((path) => path !== '/' && path !== ROOT_FOLDER);
    this.#ignoreCase = ignoreCase;
    this.#failures = [];
    this.#entries = new Map();
    this.#put('/', undefined);
    this.#put(ROOT_FOLDER, undefined);
    this.#changes.fire(gone.map((path) => change(vscode.FileChangeType.Deleted, path)));
  }

  /** Makes an operation fail until the next reset. */
  plan(failure: PlannedFailure): void {
    this.#failures.push(failure);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    this.#failIfPlanned('stat', uri);
    const entry = this.#find(uri);
    return {
      type: entry.bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: entry.created,
      mtime: entry.modified,
      size: entry.bytes?.length ?? 0,
    };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#failIfPlanned('readDirectory', uri);
    if (this.#find(uri).bytes !== undefined) throw vscode.FileSystemError.FileNotADirectory(uri);
    return this.#childrenOf(this.#key(uri.path)).map(({ name, bytes }) => [
      name,
      bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.#failIfPlanned('createDirectory', uri);
    if (this.#entries.has(this.#key(uri.path))) throw vscode.FileSystemError.FileExists(uri);
    this.#expectParent(uri);
    this.#put(uri.path, undefined);
    this.#changes.fire([change(vscode.FileChangeType.Created, uri.path)]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.#failIfPlanned('readFile', uri);
    const { bytes } = this.#find(uri);
    if (bytes === undefined) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    this.#failIfPlanned('writeFile', uri);
    const existing = this.#entries.get(this.#key(uri.path));
    if (existing !== undefined && existing.bytes === undefined) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (existing === undefined && !options.create) throw vscode.FileSystemError.FileNotFound(uri);
    if (existing !== undefined && options.create && !options.overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.#expectParent(uri);
    if (existing === undefined) {
      this.#put(uri.path, content.slice());
      this.#changes.fire([change(vscode.FileChangeType.Created, uri.path)]);
    } else {
      existing.bytes = content.slice();
      existing.modified = Math.max(Date.now(), existing.modified + 1);
      this.#changes.fire([change(vscode.FileChangeType.Changed, uri.path)]);
    }
  }

  delete(uri: vscode.Uri, options: { recursive: boolean }): void {
    this.#failIfPlanned('delete', uri);
    this.#find(uri);
    const key = this.#key(uri.path);
    const below = [...this.#entries.keys()].filter((path) => path.startsWith(`${key}/`));
    if (below.length > 0 && !options.recursive) throw vscode.FileSystemError.NoPermissions(uri);
    for (const path of [...below, key]) this.#entries.delete(path);
    this.#changes.fire([change(vscode.FileChangeType.Deleted, uri.path)]);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    this.#failIfPlanned('rename', from);
    this.#failIfPlanned('rename', to);
    this.#find(from);
    this.#expectParent(to);
    const fromKey = this.#key(from.path);
    const toKey = this.#key(to.path);
    if (toKey !== fromKey && this.#entries.has(toKey)) {
      if (!options.overwrite) throw vscode.FileSystemError.FileExists(to);
      this.delete(to, { recursive: true });
    }
    const moved = [...this.#entries].filter(([path]) => path === fromKey || path.startsWith(`${fromKey}/`));
    for (const [path] of moved) this.#entries.delete(path);
    for (const [path, entry] of moved) {
      const name = path === fromKey ? lastName(to.path) : entry.name;
      this.#entries.set(toKey + path.slice(fromKey.length), { ...entry, name });
    }
    this.#changes.fire([
      change(vscode.FileChangeType.Deleted, from.path),
      change(vscode.FileChangeType.Created, to.path),
    ]);
  }

  #put(path: string, bytes: Uint8Array | undefined): void {
    const now = Date.now();
    this.#entries.set(this.#key(path), { name: lastName(path), created: now, modified: now, bytes });
  }

  #key(path: string): string {
    const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
    return this.#ignoreCase ? plain.toLowerCase() : plain;
  }

  #find(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(this.#key(uri.path));
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #expectParent(uri: vscode.Uri): void {
    const parent = this.#entries.get(this.#key(parentOf(uri.path)));
    if (parent === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    if (parent.bytes !== undefined) throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  #childrenOf(key: string): Entry[] {
    return [...this.#entries].filter(([path]) => path !== '/' && parentOf(path) === key).map(([, entry]) => entry);
  }

  #failIfPlanned(operation: Operation, uri: vscode.Uri): void {
    const key = this.#key(uri.path);
    const failure = this.#failures.find((planned) => {
      const path = this.#key(planned.path);
      const concerned = path === '/' || key === path || key.startsWith(`${path}/`);
      return concerned && (planned.operation === operation || planned.operation === 'any');
    });
    if (failure === undefined) return;
    if (failure.code === 'NoSpace') throw vscode.FileSystemError.Unavailable('ENOSPC: no space left on device');
    throw vscode.FileSystemError[failure.code](uri);
  }
}

function change(type: vscode.FileChangeType, path: string): vscode.FileChangeEvent {
  return { type, uri: vscode.Uri.from({ scheme: 'memfs', path }) };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
