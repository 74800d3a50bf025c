import * as vscode from 'vscode';
import { isShared } from '../sync/shared-paths';
import type { ExtensionRepository } from '../git/extension-repository';
import { onDidOpenRepository } from '../git/git-identity';
import type { NotesFolder } from '../workspace/notes-folder';
import { openRepository } from '../git/open-repository';

/** What lies between the two sides, as far as git has told. Counts of files, and nothing about anybody's pace. */
export interface News {
  /** Shared notes that the partner cannot have yet. */
  readonly unshared: number;
  /** Notes that were fetched and are not joined yet. */
  readonly incoming: number;
  /** Files in which somebody has to choose before anything is sent. */
  readonly toChoose: number;
}

/** git tells of each of its steps; they are looked at together. */
const QUIET_IN_MILLISECONDS = 400;

/**
 * Watches what is not shared yet and what is new from the partner. Nothing is fetched for it: that follows the person's
 * own `git.autofetch`.
 * @param take is given the news whenever they may have changed; `undefined` where nothing can be said
 */
export function watchNews(folder: NotesFolder, take: (news: News | undefined) => void): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let repository: ExtensionRepository | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  const add = (subscription: vscode.Disposable | undefined): void => {
    if (isDisposed) {
      subscription?.dispose();
    } else if (subscription) {
      subscriptions.push(subscription);
    }
  };
  const look = async (): Promise<void> => {
    const news = repository && (await newsOf(repository));
    if (!isDisposed) {
      take(news);
    }
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      look().catch(() => {
        take(undefined);
      });
    }, QUIET_IN_MILLISECONDS);
  };
  const open = async (): Promise<void> => {
    repository ??= await openRepository(folder.uri).catch(() => undefined);
    if (repository && subscriptions.length < 2) {
      add(repository.onDidChange(lookSoon));
      lookSoon();
    }
  };
  const start = async (): Promise<void> => {
    add(await onDidOpenRepository(() => void open()));
    await open();
  };
  void start();
  return new vscode.Disposable(() => {
    isDisposed = true;
    clearTimeout(timer);
    vscode.Disposable.from(...subscriptions).dispose();
  });
}

async function newsOf(repository: ExtensionRepository): Promise<News | undefined> {
  const { branch, head, changes, conflicts } = repository.lastSight();
  const upstream = branch === undefined ? undefined : await repository.upstream(branch);
  const theirs = upstream && (await repository.remoteCommit(upstream.remote, upstream.name));
  if (head === undefined || theirs === undefined) {
    return undefined;
  }
  const mine = [...changes, ...(await repository.changesSince(theirs, head))];
  const coming = await repository.changesSince(head, theirs);
  return {
    unshared: new Set(mine.flatMap(({ path }) => (isShared(path) ? [path] : []))).size,
    incoming: coming.filter(({ path }) => isShared(path)).length,
    toChoose: conflicts,
  };
}
