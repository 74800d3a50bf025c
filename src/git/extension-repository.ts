import * as vscode from 'vscode';
import { lockFor, troubleOf } from '../sync/git-failure';
import type { GitOperation } from '../sync/git-failure';
import type { CommitAuthor, FileChange, GitRepository, RepositoryState, Stage } from '../sync/port';
import { isTrouble, SyncTrouble } from '../sync/trouble';
import { changesOf, hasStage, literalSpec } from './extension-changes';
import { pathBelow } from '../workspace/folder-walk';
import { lookAnew, sightOf } from './fresh-git-state';
import type { GitSight } from './fresh-git-state';
import { gitSetting, HEAD_IS_BRANCH } from './git-extension';
import type { ExtensionGit } from './git-extension';
import { GitFolder } from './git-folder';
import { untrackedNotes } from './untracked-notes';

const STAGES: Readonly<Record<Stage, string>> = { base: ':1', ours: ':2', theirs: ':3' };
const LOOKS = 5;

/** What may be a moment old. */
interface LastSight {
  readonly branch: string | undefined;
  readonly head: string | undefined;
  /** What differs from the last commit, staged or not. */
  readonly changes: readonly FileChange[];
  /** How many files are in conflict. */
  readonly conflicts: number;
}

/** A repository through the editor's built-in git extension, which brings along its sign-in and its settings. */
export class ExtensionRepository implements GitRepository {
  private readonly folder: GitFolder;

  /** Fires whenever the extension has looked at the repository, whoever asked it to. */
  readonly onDidChange: vscode.Event<unknown>;

  constructor(private readonly git: ExtensionGit) {
    this.folder = new GitFolder(git.rootUri);
    this.onDidChange = git.state.onDidChange;
  }

  /** What the extension saw when it last looked. Nothing is run for it, so it may be a moment old. */
  lastSight(): LastSight {
    const sight = sightOf(this.git);
    return {
      branch: sight.head?.type === HEAD_IS_BRANCH ? sight.head.name : undefined,
      head: sight.head?.commit,
      changes: changesOf(this.git.rootUri, [...sight.staged, ...sight.unstaged]),
      conflicts: sight.conflicts.length,
    };
  }

  /** Adds the address of a remote, under a name that no other has. */
  async addRemote(name: string, address: string): Promise<void> {
    await this.run('look', () => this.git.addRemote(name, address));
  }

  /**
   * Sets a setting for this repository alone, in place of the value that it has here.
   * @throws SyncTrouble where it has several, of which none is to be preferred
   */
  async setConfig(key: string, value: string): Promise<void> {
    await this.run('look', async () => {
      if ((await this.git.getConfig(key)) !== '') {
        await this.git.unsetConfig(key);
      }
      await this.git.setConfig(key, value);
    });
  }

  async state(): Promise<RepositoryState> {
    return await this.run('look', async () => {
      for (let look = 0; look < LOOKS; look += 1) {
        const sight = await lookAnew(this.git);
        const head = await this.commitAt('HEAD');
        // Where a commit came between the two answers, neither of them is believed.
        if (head === sight.head?.commit) {
          return await this.stateOf(sight, head);
        }
      }
      throw new SyncTrouble('unknown');
    });
  }

  async config(key: string): Promise<string | undefined> {
    return await gitSetting(this.git, key);
  }

  async stage(paths: readonly string[]): Promise<void> {
    // The extension takes a backslash for a slash, and no paths for all of them.
    const unsure = paths.filter((path) => path.includes('\\'));
    if (paths.length === 0 || unsure.length > 0) {
      throw new SyncTrouble('unknown', unsure);
    }
    const specs = paths.map((path) => vscode.Uri.joinPath(this.git.rootUri, literalSpec(path)).fsPath);
    await this.run('stage', () => this.git.add(specs));
  }

  async commit(message: string): Promise<void> {
    if (this.git.state.rebaseCommit) {
      // The extension would go on with the rebase instead.
      throw new SyncTrouble('rebase-under-way');
    }
    await this.run('commit', () => this.git.commit(message));
  }

  async fetch(remote: string): Promise<void> {
    await this.run('fetch', () => this.git.fetch({ remote }));
  }

  async merge(commit: string): Promise<'merged' | 'conflicts'> {
    return await this.run('merge', async () => {
      try {
        await this.git.merge(commit);
        return 'merged';
      } catch (error) {
        if (said(error, 'gitErrorCode') === 'Conflict') {
          return 'conflicts';
        }
        throw error;
      }
    });
  }

  async push(remote: string, branch: string, name: string, options: { readonly setUpstream: boolean }): Promise<void> {
    await this.run('push', async () => {
      const sent = await this.commitAt(`refs/heads/${branch}`);
      await this.git.push(remote, `refs/heads/${branch}:refs/heads/${name}`, options.setUpstream);
      // Another extension may take up a refusal, offer a way around it, and have it told as sent.
      const arrived = await this.commitAt(`refs/remotes/${remote}/${name}`);
      if (arrived !== undefined && arrived !== sent) {
        throw new SyncTrouble('refused-credentials');
      }
    });
  }

  async remoteCommit(remote: string, name: string): Promise<string | undefined> {
    return await this.run('look', () => this.commitAt(`refs/remotes/${remote}/${name}`));
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    return await this.run('look', async () => {
      const base = await this.git.getMergeBase(one, other);
      if (base === undefined || base === '') {
        // The extension does not tell two histories that never met from a commit that is not there.
        await this.git.getCommit(one);
        await this.git.getCommit(other);
        return undefined;
      }
      return base;
    });
  }

  async commitsSince(from: string | undefined, to: string, path?: string): Promise<readonly CommitAuthor[]> {
    const range = from === undefined ? to : `${from}..${to}`;
    const options = path === undefined ? { range } : { range, path: `:(literal)${path}` };
    const commits = await this.run('look', () => this.git.log(options));
    return commits.map(({ hash, authorName = '', authorEmail = '' }) => ({
      commit: hash,
      name: authorName,
      email: authorEmail,
    }));
  }

  async changesSince(from: string, to: string): Promise<readonly FileChange[]> {
    const changes = await this.run('look', () => this.git.diffBetween(from, to));
    return changesOf(this.git.rootUri, changes);
  }

  async holds(tree: 'index' | { readonly commit: string }, path: string): Promise<boolean> {
    return await this.run('look', async () => {
      const details = await this.details(tree === 'index' ? '' : tree.commit, path);
      return details !== undefined;
    });
  }

  async side(stage: Stage, path: string): Promise<Uint8Array | undefined> {
    return await this.run('look', async () => {
      const details = await this.details(STAGES[stage], path);
      if (!details) {
        return undefined;
      }
      const bytes = await this.git.buffer(STAGES[stage], path).catch(() => undefined);
      if (!bytes) {
        await this.mustLack(stage, path);
        return undefined;
      }
      // The extension shows a file as a filter for reading has it, if one is set up; that is not what git holds.
      if (bytes.length !== details.size) {
        throw new SyncTrouble('unknown', [path]);
      }
      return Uint8Array.from(bytes);
    });
  }

  private async stateOf(sight: GitSight, head: string | undefined): Promise<RepositoryState> {
    const root = this.git.rootUri;
    const branch = sight.head?.type === HEAD_IS_BRANCH ? sight.head.name : undefined;
    const conflicts = sight.conflicts.flatMap(({ uri }) => pathBelow(root, uri) ?? []);
    return {
      branch,
      head,
      upstream: branch === undefined ? undefined : await this.upstream(branch),
      remotes: sight.remotes.map(({ name, fetchUrl, pushUrl }) => ({ name, fetchUrl, pushUrl })),
      merging: await this.commitAt('MERGE_HEAD'),
      isRebasing: sight.isRebasing || (await this.folder.isRebasing()),
      isShallow: await this.folder.isShallow(),
      lock: await this.folder.lock(branch),
      conflicts,
      staged: changesOf(root, sight.staged),
      unstaged: await this.unstaged(sight),
    };
  }

  private async unstaged(sight: GitSight): Promise<readonly FileChange[]> {
    const told = changesOf(this.git.rootUri, sight.unstaged);
    const settings = vscode.workspace.getConfiguration('git', this.git.rootUri);
    const limit = settings.get<number>('statusLimit', 10_000);
    const isCut = limit !== 0 && told.length + sight.staged.length + sight.conflicts.length >= limit;
    if (settings.get('untrackedChanges') !== 'hidden' && !isCut) {
      return told;
    }
    const known = new Set(told.map(({ path }) => path));
    const untold = (await untrackedNotes(this.git)).filter((path) => !known.has(path));
    return [...told, ...untold.map((path) => ({ path, kind: 'added' as const }))];
  }

  /** Where a branch is sent to. The extension tells none while the remote's branch is not there. */
  async upstream(branch: string): Promise<RepositoryState['upstream']> {
    const remote = await gitSetting(this.git, `branch.${branch}.remote`);
    const name = await gitSetting(this.git, `branch.${branch}.merge`);
    return remote === undefined || name === undefined
      ? undefined
      : { remote, name: name.replace(/^refs\/heads\//, '') };
  }

  private async commitAt(name: string): Promise<string | undefined> {
    try {
      return (await this.git.getCommit(name)).hash;
    } catch (error) {
      if (/bad revision|unknown revision|ambiguous argument/.test(said(error, 'stderr'))) {
        return undefined;
      }
      throw error;
    }
  }

  private async details(tree: string, path: string): Promise<{ readonly size: number } | undefined> {
    try {
      return await this.git.getObjectDetails(tree, `:(literal)${path}`);
    } catch (error) {
      if (said(error, 'gitErrorCode') === 'UnknownPath') {
        return undefined;
      }
      throw error;
    }
  }

  /** @throws where git should have had that side of a file, so that a failure is never taken for a deleted file */
  private async mustLack(stage: Stage, path: string): Promise<void> {
    const { conflicts } = await lookAnew(this.git);
    const conflict = conflicts.find(({ uri }) => pathBelow(this.git.rootUri, uri) === path);
    if (conflict && hasStage(conflict.status, stage)) {
      throw new SyncTrouble('unknown', [path]);
    }
  }

  /** @throws SyncTrouble for whatever git says */
  private async run<T>(operation: GitOperation, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (isTrouble(error)) {
        throw error;
      }
      const hasHook = operation !== 'look' && (await this.folder.hasHook(await this.config('core.hooksPath')));
      const stderr = said(error, 'stderr');
      const code = troubleOf({
        operation,
        code: said(error, 'gitErrorCode'),
        stderr,
        stdout: said(error, 'stdout'),
        hasHook,
      });
      throw new SyncTrouble(code, lockFor(code, stderr));
    }
  }
}

/** @returns one of the texts that the git extension puts beside an error, or `''` */
function said(error: unknown, name: 'gitErrorCode' | 'stderr' | 'stdout'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
