/** A commit, as far as the sync looks at one. */
export interface CommitAuthor {
  readonly commit: string;
  readonly name: string;
  readonly email: string;
}

/** One file that differs. Paths are relative to the repository, with forward slashes. */
export interface FileChange {
  readonly path: string;
  /** The name that it had before, where git takes it for a renamed one. */
  readonly from?: string;
  readonly kind: 'added' | 'changed' | 'deleted' | 'renamed';
}

/** A remote by its name and addresses. */
export interface GitRemote {
  readonly name: string;
  readonly fetchUrl: string | undefined;
  readonly pushUrl: string | undefined;
}

/** What git says of a repository at one moment. */
export interface RepositoryState {
  /** The branch, or `undefined` where HEAD is detached. */
  readonly branch: string | undefined;
  /** The commit that HEAD is at, or `undefined` before the first one. */
  readonly head: string | undefined;
  /** Where the branch is sent to, or `undefined` where nothing is set. */
  readonly upstream: { readonly remote: string; readonly name: string } | undefined;
  readonly remotes: readonly GitRemote[];
  /** The commit that is being merged, while a merge is under way. */
  readonly merging: string | undefined;
  /** Whether a rebase, a cherry-pick or a revert is under way. */
  readonly isRebasing: boolean;
  readonly isShallow: boolean;
  /** The path of git's own lock, relative to the repository, where one lies there. It is never deleted. */
  readonly lock: string | undefined;
  /** Paths whose three sides git holds. */
  readonly conflicts: readonly string[];
  /** What differs between the last commit and the index. */
  readonly staged: readonly FileChange[];
  /** What differs between the index and the files, untracked files included. */
  readonly unstaged: readonly FileChange[];
}

/** The three sides that git holds of a file in conflict. */
export type Stage = 'base' | 'ours' | 'theirs';

/**
 * The few things that the sync asks git to do. Nothing here can force, reset, rebase or stash.
 * Every method may reject with a `SyncTrouble`.
 */
export interface GitRepository {
  /** Looks anew; never an older answer. */
  state(): Promise<RepositoryState>;
  /** @returns the value of a setting, whatever file it stands in, or `undefined` */
  config(key: string): Promise<string | undefined>;
  /** Takes files into the index as they are now, deleted ones too. @param paths these and no others, never empty */
  stage(paths: readonly string[]): Promise<void>;
  /** Commits the index. */
  commit(message: string): Promise<void>;
  fetch(remote: string): Promise<void>;
  /** Merges a commit into the branch, with a merge commit where the two have parted. */
  merge(commit: string): Promise<'merged' | 'conflicts'>;
  /** Sends a branch, never by force. */
  push(remote: string, branch: string, name: string, options: { readonly setUpstream: boolean }): Promise<void>;
  /** @returns the commit of a remote's branch as last fetched, or `undefined` */
  remoteCommit(remote: string, name: string): Promise<string | undefined>;
  /** @returns the newest commit that both grew from, or `undefined` where there is none */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /**
   * Commits that one commit holds and another does not, newest first.
   * @param path where given, only those that touch it
   */
  commitsSince(from: string | undefined, to: string, path?: string): Promise<readonly CommitAuthor[]>;
  /** What changed on the way to a commit since it parted from another. */
  changesSince(from: string, to: string): Promise<readonly FileChange[]>;
  /** Whether a commit or the index holds a file or a folder of that path. */
  holds(tree: 'index' | { readonly commit: string }, path: string): Promise<boolean>;
  /** @returns the bytes of one side of a conflict, or `undefined` where that side has no such file */
  side(stage: Stage, path: string): Promise<Uint8Array | undefined>;
}

/** A file as it lies in the folder. */
export interface FileOnDisk {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970 at which it was last written. */
  readonly modified: number;
}

/** The folder with the notes, as the editor sees it. Paths are relative to it, with forward slashes. */
export interface NotesOnDisk {
  /** Saves notes that are open and changed. */
  saveOpenNotes(): Promise<void>;
  /** @returns paths of open notes whose text is not saved yet */
  unsaved(): readonly string[];
  /** @returns what is there under a path; links are never followed */
  kindOf(path: string): Promise<'file' | 'other' | 'missing'>;
  read(path: string): Promise<FileOnDisk | undefined>;
  /**
   * Puts other bytes into a file, if it still holds the ones that were read.
   * @param before `undefined` for a file that is not there
   * @returns whether it was written
   */
  replace(path: string, before: Uint8Array | undefined, after: Uint8Array): Promise<boolean>;
  /** Milliseconds since 1970 at which git ended writing the files of the merge that is under way. */
  mergeWritten(): Promise<number | undefined>;
}
