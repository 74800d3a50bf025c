import type * as vscode from 'vscode';
import { gitApi, gitSetting } from './git-extension';

/** Who git says writes here. */
export interface GitIdentity {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** @returns the git identity in the repository that holds a folder; empty where there is no git or no repository. */
export async function gitIdentity(folder: vscode.Uri): Promise<GitIdentity> {
  const repository = (await gitApi())?.getRepository(folder);
  if (!repository) {
    return { name: undefined, email: undefined };
  }
  return { name: await gitSetting(repository, 'user.name'), email: await gitSetting(repository, 'user.email') };
}

/** Calls back whenever git has found a repository, which takes it a while after the window opened. */
export async function onDidOpenRepository(listener: () => void): Promise<vscode.Disposable | undefined> {
  return (await gitApi())?.onDidOpenRepository(listener);
}
