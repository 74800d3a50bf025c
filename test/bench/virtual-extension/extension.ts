import * as fs from 'node:fs';
import * as vscode from 'vscode';

/** Folders of the disk that the editor does not know to be there. Nothing in them changes. */
class ReadOnlyFolders implements vscode.FileSystemProvider {
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const stat = orNotFound(uri, (file) => fs.statSync(file));
    return { type: typeOf(stat), ctime: stat.ctimeMs, mtime: stat.mtimeMs, size: stat.size };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const entries = orNotFound(uri, (folder) => fs.readdirSync(folder, { withFileTypes: true }));
    return entries.map((entry) => [entry.name, typeOf(entry)]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return orNotFound(uri, (file) => fs.readFileSync(file));
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** Gives the scheme `kintsugi-bench` the folders of the disk, by their paths. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('kintsugi-bench', new ReadOnlyFolders(), { isReadonly: true }),
  );
}

function typeOf(entry: { isDirectory(): boolean }): vscode.FileType {
  return entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File;
}

function orNotFound<Found>(uri: vscode.Uri, find: (path: string) => Found): Found {
  try {
    return find(uri.path);
  } catch {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
}
