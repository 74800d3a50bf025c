import * as vscode from 'vscode';
import { gitApi } from '../../src/git/git-extension';
import { FRESH_ENVIRONMENT } from '../git/git-process';
import { holds } from './expect';

const before = new Map<string, string | undefined>();

/** The folder of the window, as a path. The git extension opens no repository outside of it by itself. */
export function workspacePath(): string {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  holds(workspace, 'the tests run in a workspace folder');
  return workspace.uri.fsPath;
}

/** Hides from git who the person at this machine is. The git extension hands its environment on. */
export function hidePerson(): void {
  for (const [name, value] of Object.entries(FRESH_ENVIRONMENT)) {
    if (name.startsWith('GIT_CONFIG')) {
      before.set(name, process.env[name]);
      process.env[name] = value;
    }
  }
}

export function showPerson(): void {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

/** Lets the git extension forget a repository, which it would otherwise look for when it is gone. */
export async function closeRepository(folder: vscode.Uri): Promise<void> {
  const root = (await gitApi())?.getRepository(folder)?.rootUri;
  if (root?.path === folder.path) await vscode.commands.executeCommand('git.close', folder);
}
