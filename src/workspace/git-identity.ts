import * as vscode from 'vscode';

/** The part of the built-in git extension's API that is used here. */
interface GitRepository {
  getConfig(key: string): Promise<string>;
}
interface GitApi {
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  getRepository(uri: vscode.Uri): GitRepository | null;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Who git says writes here. */
export interface GitIdentity {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** @returns the git identity in the repository that holds a folder; empty where there is no git or no repository. */
export async function gitIdentity(folder: vscode.Uri): Promise<GitIdentity> {
  const nobody: GitIdentity = { name: undefined, email: undefined };
  const repository = (await gitApi())?.getRepository(folder);
  if (!repository) {
    return nobody;
  }
  return { name: await configured(repository, 'user.name'), email: await configured(repository, 'user.email') };
}

/** Calls back whenever git has found a repository, which takes it a while after the window opened. */
export async function onDidOpenRepository(listener: () => void): Promise<vscode.Disposable | undefined> {
  return (await gitApi())?.onDidOpenRepository(listener);
}

/** @returns git's API, or `undefined` where the host has no git or the person turned it off. */
async function gitApi(): Promise<GitApi | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

async function configured(repository: GitRepository, key: string): Promise<string | undefined> {
  try {
    const value = (await repository.getConfig(key)).trim();
    return value === '' ? undefined : value;
  } catch {
    // git ends with an error where the key is not set.
    return undefined;
  }
}
