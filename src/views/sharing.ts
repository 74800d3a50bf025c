import * as vscode from 'vscode';
import type { Product } from '../product';
import type { News } from '../sharing/news';
import type { SyncReport } from '../sharing/sync-folder';
import type { AskedBy } from '../sharing/sync-with-partner';
import type { NotesFolder } from '../workspace/notes-folder';

/** Sharing notes with the partner: what is new on either side, and the acts. All that it needs is loaded later. */
export class Sharing implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private watched: vscode.Disposable | undefined;
  private current: News | undefined;
  private isDisposed = false;

  /** Fires when what is not shared yet, or what is new from the partner, has changed. */
  readonly onDidChange = this.changed.event;

  /** What is not shared yet and what is new, as far as git has told; `undefined` where nothing can be said. */
  get news(): News | undefined {
    return this.current;
  }

  /** Watches the active notes folder, and syncs it by itself where the person has said so. */
  start(product: Product): vscode.Disposable {
    const follow = (): void => {
      this.follow(product).catch(() => {
        product.log.error('Looking at what is shared failed.');
      });
    };
    return vscode.Disposable.from(product.folders.onDidChangeActive(follow), this);
  }

  /** Syncs a notes folder. @returns what came of it */
  async sync(product: Product, folder: NotesFolder, askedBy: AskedBy): Promise<SyncReport> {
    const { syncWithPartner } = await import('../sharing');
    return await syncWithPartner(product, folder, askedBy);
  }

  /** Gives a folder a repository and a remote. */
  async shareFolder(product: Product, folder: NotesFolder): Promise<void> {
    const { shareFolder } = await import('../sharing');
    await shareFolder(product, folder);
  }

  /** Tells git under which name somebody writes here. */
  async nameForGit(product: Product, folder: NotesFolder): Promise<void> {
    const { nameForGit } = await import('../sharing');
    await nameForGit(product, folder);
  }

  /** Helps to give notes a repository of their own. */
  async moveFolder(folder: NotesFolder): Promise<void> {
    const { moveFolder } = await import('../sharing');
    await moveFolder(folder);
  }

  dispose(): void {
    this.isDisposed = true;
    this.watched?.dispose();
    this.changed.dispose();
  }

  private async follow(product: Product): Promise<void> {
    this.watched?.dispose();
    this.watched = undefined;
    this.take(undefined);
    const folder = product.folders.active;
    if (!folder) {
      return;
    }
    const { watchNews, syncByItself } = await import('../sharing');
    if (this.isDisposed || product.folders.active !== folder) {
      return;
    }
    this.watched = vscode.Disposable.from(
      watchNews(folder, (news) => {
        this.take(news);
      }),
      syncByItself(folder, () => this.sync(product, folder, 'setting')),
    );
  }

  private take(news: News | undefined): void {
    if (!this.isDisposed && JSON.stringify(news) !== JSON.stringify(this.current)) {
      this.current = news;
      this.changed.fire();
    }
  }
}
