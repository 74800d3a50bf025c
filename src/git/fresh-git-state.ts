import * as vscode from 'vscode';
import { SyncTrouble } from '../sync/trouble';
import type { ExtensionGit, GitChange } from './git-extension';

/** What the git extension saw in one look. */
export interface GitSight {
  readonly head: ExtensionGit['state']['HEAD'];
  readonly remotes: ExtensionGit['state']['remotes'];
  readonly isRebasing: boolean;
  readonly conflicts: readonly GitChange[];
  readonly staged: readonly GitChange[];
  readonly unstaged: readonly GitChange[];
}

const LOOKS = 8;
const WAIT_IN_MILLISECONDS = 3000;

/**
 * Lets the git extension look anew. A look of somebody else, such as its own watcher, cuts ours short without a word,
 * so only a look that began after this call and was told to be over counts.
 * @throws SyncTrouble where no look comes to an end
 */
export async function lookAnew(git: ExtensionGit): Promise<GitSight> {
  for (let look = 0; look < LOOKS; look += 1) {
    const sight = await lookOnce(git);
    if (sight) {
      return sight;
    }
  }
  throw new SyncTrouble('unknown');
}

async function lookOnce(git: ExtensionGit): Promise<GitSight | undefined> {
  let seen: GitSight | undefined;
  let tell: (() => void) | undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const looking = git.status();
  // By the next turn our look has begun, and one that was under way is cut short.
  const listening = nextTurn().then(() =>
    git.state.onDidChange(() => {
      seen = sightOf(git);
      tell?.();
    }),
  );
  try {
    await looking;
    if (!seen) {
      await Promise.race([told, pause(WAIT_IN_MILLISECONDS)]);
    }
    return seen;
  } finally {
    vscode.Disposable.from(await listening).dispose();
  }
}

/** What the last look saw. The lists are taken at once: the next look changes them. */
export function sightOf({ state }: ExtensionGit): GitSight {
  return {
    head: state.HEAD,
    remotes: [...state.remotes],
    isRebasing: state.rebaseCommit !== undefined && state.rebaseCommit !== null,
    conflicts: [...state.mergeChanges],
    staged: [...state.indexChanges],
    unstaged: [...state.workingTreeChanges, ...state.untrackedChanges],
  };
}

function nextTurn(): Promise<void> {
  return pause(0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
