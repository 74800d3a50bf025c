import * as vscode from 'vscode';
import { SyncTrouble } from '../sync/trouble';
import { ExtensionRepository } from './extension-repository';
import { pathBelow } from '../workspace/folder-walk';
import { gitApi, hasGitExtension } from './git-extension';
import type { ExtensionGit, GitApi } from './git-extension';

/** How long the git extension may look for repositories when the window opens, before it is asked all the same. */
const START_IN_MILLISECONDS = 15_000;

/**
 * Opens the repository whose root is a notes folder.
 * @throws SyncTrouble where there is none, or git may not or cannot be used
 */
export async function openRepository(folder: vscode.Uri): Promise<ExtensionRepository> {
  if (folder.scheme !== 'file' || !hasGitExtension()) {
    throw new SyncTrouble('no-git-here');
  }
  if (!vscode.workspace.getConfiguration('git', folder).get<boolean>('enabled', true)) {
    throw new SyncTrouble('git-off');
  }
  const api = await gitApi();
  if (!api) {
    throw new SyncTrouble('git-missing');
  }
  await started(api);
  // What lies at the root says more than paths do, which links and upper case can write in several ways.
  if (!(await isThere(vscode.Uri.joinPath(folder, '.git')))) {
    throw new SyncTrouble((await isBelowRepository(api, folder)) ? 'not-own-repository' : 'no-repository');
  }
  const git = openAt(api, folder) ?? (await opened(api, folder));
  if (!git) {
    throw new SyncTrouble(await whyNot(folder));
  }
  return new ExtensionRepository(git);
}

/** Makes a folder a repository. @throws SyncTrouble where there is no git to make it */
export async function initialiseRepository(folder: vscode.Uri, branch: string): Promise<void> {
  const api = await gitApi();
  if (!api) {
    throw new SyncTrouble('git-missing');
  }
  await api.init(folder, { defaultBranch: branch });
}

/** @returns the repository of this very folder, if the git extension has it open, and never one around it */
function openAt(api: GitApi, folder: vscode.Uri): ExtensionGit | undefined {
  return api.repositories.find(({ rootUri }) => pathBelow(rootUri, folder) === '');
}

async function opened(api: GitApi, folder: vscode.Uri): Promise<ExtensionGit | undefined> {
  const git = await api.openRepository(folder).catch(() => null);
  if (git && !isAround(git.rootUri, folder)) {
    return git;
  }
  // One that the person closed in the editor is only opened by this command.
  await vscode.commands.executeCommand('git.openRepository', folder.fsPath).then(undefined, () => undefined);
  return openAt(api, folder);
}

/** The git extension does not say why it opens nothing; where it is told to, that is the reason. */
async function whyNot(folder: vscode.Uri): Promise<'unsafe-folder' | 'no-repository'> {
  const ignored = vscode.workspace.getConfiguration('git', folder).get<unknown>('ignoredRepositories');
  const mayIgnore = Array.isArray(ignored) && ignored.length > 0;
  const isWhole = await isThere(vscode.Uri.joinPath(folder, '.git', 'HEAD'));
  return isWhole && !mayIgnore ? 'unsafe-folder' : 'no-repository';
}

/** Whether a folder lies below another, on a system that may not tell upper case from lower case. */
function isAround(outer: vscode.Uri, inner: vscode.Uri): boolean {
  return inner.path.toLowerCase().startsWith(`${outer.path.toLowerCase().replace(/\/$/, '')}/`);
}

async function isBelowRepository(api: GitApi, folder: vscode.Uri): Promise<boolean> {
  if (api.getRepository(folder)) {
    return true;
  }
  const parent = vscode.Uri.joinPath(folder, '..');
  return (
    parent.path !== folder.path &&
    ((await isThere(vscode.Uri.joinPath(parent, '.git'))) || (await isBelowRepository(api, parent)))
  );
}

async function started(api: GitApi): Promise<void> {
  if (api.state === 'initialized') {
    return;
  }
  let subscription: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    subscription = api.onDidChangeState(() => {
      resolve();
    });
    timer = setTimeout(resolve, START_IN_MILLISECONDS);
  });
  clearTimeout(timer);
  subscription?.dispose();
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
