import * as vscode from 'vscode';
import { MemoryFileSystem, type PlannedFailure } from './memory-file-system';

/**
 * Gives the scheme `memfs` a file system in memory, and the tests two commands to rule it:
 * - `kintsugi-test.memfs.fail` takes a `PlannedFailure`, which stays until the next reset;
 * - `kintsugi-test.memfs.reset` empties the file system and forgets all failures; it may be given
 *   `{ ignoreCase: true }`, after which names that differ only in case are one name.
 */
export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFileSystem();
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
    vscode.commands.registerCommand('kintsugi-test.memfs.fail', (failure: PlannedFailure) => {
      files.plan(failure);
    }),
    vscode.commands.registerCommand('kintsugi-test.logs', () => context.logUri.toString()),
    vscode.commands.registerCommand('kintsugi-test.memfs.reset', (options?: { ignoreCase?: boolean }) => {
      files.reset(options?.ignoreCase ?? false);
    }),
  );
}
