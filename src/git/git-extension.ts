import * as vscode from 'vscode';

/** How the git extension numbers what has changed. */
export const GitStatus = {
  indexModified: 0,
  indexAdded: 1,
  indexDeleted: 2,
  indexRenamed: 3,
  indexCopied: 4,
  modified: 5,
  deleted: 6,
  untracked: 7,
  intentToAdd: 9,
  intentToRename: 10,
  typeChanged: 11,
  addedByUs: 12,
  addedByThem: 13,
  deletedByUs: 14,
  deletedByThem: 15,
  bothAdded: 16,
  bothDeleted: 17,
  bothModified: 18,
} as const;

/** The kind of a HEAD that is a branch; a commit that a tag names has another one, and the tag's name. */
export const HEAD_IS_BRANCH = 0;

export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly status: number;
}

/** What the extension saw when it last looked, which may be a while ago. */
interface GitModel {
  readonly onDidChange: vscode.Event<unknown>;
  readonly HEAD: { readonly type: number; readonly name?: string; readonly commit?: string } | undefined;
  readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string; readonly pushUrl?: string }[];
  readonly rebaseCommit: unknown;
  readonly mergeChanges: readonly GitChange[];
  readonly indexChanges: readonly GitChange[];
  readonly workingTreeChanges: readonly GitChange[];
  readonly untrackedChanges: readonly GitChange[];
}

interface GitCommit {
  readonly hash: string;
  readonly authorName?: string;
  readonly authorEmail?: string;
}

/** The part of a repository of the built-in git extension that is used here. Every call runs git once or more. */
export interface ExtensionGit {
  readonly rootUri: vscode.Uri;
  readonly state: GitModel;
  /** Reads the repository's own settings alone; empty where the key is not set, or git failed. */
  getConfig(key: string): Promise<string>;
  /** Reads the settings of the person's account alone. */
  getGlobalConfig(key: string): Promise<string>;
  /** Looks anew, but may end before it has seen anything when somebody else looks at the same time. */
  status(): Promise<void>;
  getCommit(reference: string): Promise<GitCommit>;
  /** Undefined also where git failed. */
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  log(options: { readonly range: string; readonly path?: string }): Promise<readonly GitCommit[]>;
  diffBetween(from: string, to: string): Promise<readonly GitChange[]>;
  diffIndexWith(reference: string): Promise<readonly GitChange[]>;
  getObjectDetails(tree: string, path: string): Promise<{ readonly size: number }>;
  buffer(reference: string, path: string): Promise<Uint8Array>;
  checkIgnore(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Adds a value to those that the key has in the repository's own settings. */
  setConfig(key: string, value: string): Promise<unknown>;
  /** Takes the only value of a key out of the repository's own settings; rejects where there are several. */
  unsetConfig(key: string): Promise<unknown>;
  addRemote(name: string, url: string): Promise<void>;
  add(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<void>;
  merge(commit: string): Promise<void>;
  fetch(options: { readonly remote: string }): Promise<void>;
  push(remote: string, branchOrRefspec: string, setUpstream: boolean): Promise<void>;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly onDidOpenRepository: vscode.Event<ExtensionGit>;
  readonly repositories: readonly ExtensionGit[];
  getRepository(uri: vscode.Uri): ExtensionGit | null;
  /** @returns null where there is no repository, and where it is not opened for whatever reason */
  openRepository(uri: vscode.Uri): Promise<ExtensionGit | null>;
  init(root: vscode.Uri, options: { readonly defaultBranch: string }): Promise<ExtensionGit | null>;
}

interface GitExtension {
  /** False where the person turned git off, and where no git is installed. */
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** @returns git's API, or `undefined` where the host has no git or the person turned it off. */
export async function gitApi(): Promise<GitApi | undefined> {
  try {
    const git = await gitExtension()?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this host has the git extension at all. In a browser, and in an untrusted folder, it has not. */
export function hasGitExtension(): boolean {
  return gitExtension() !== undefined;
}

/** @returns a setting as the repository or else the person's account has it, or `undefined` */
export async function gitSetting(repository: ExtensionGit, key: string): Promise<string | undefined> {
  for (const read of [() => repository.getConfig(key), () => repository.getGlobalConfig(key)]) {
    // git ends with an error where the key is not set.
    const value = (await read().catch(() => '')).trim();
    if (value !== '') {
      return value;
    }
  }
  return undefined;
}

function gitExtension(): vscode.Extension<GitExtension> | undefined {
  return vscode.extensions.getExtension<GitExtension>('vscode.git');
}
