import * as vscode from 'vscode';

/** The part of the built-in git extension's API that is used here. */
interface GitRepository {
  getConfig(key: string): Promise<string>;
}
interface GitApi {
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
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) {
    return nobody;
  }
  try {
    const git = await extension.activate();
    const repository = git.enabled ? git.getAPI(1).getRepository(folder) : null;
    if (!repository) {
      return nobody;
    }
    return { name: await configured(repository, 'user.name'), email: await configured(repository, 'user.email') };
  } catch {
    return nobody;
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
