import type * as vscode from 'vscode';
import type { Language } from '../language';
import { codeOf } from '../plain-error';
import type { Product } from '../product';
import { turnOfOthers } from '../workspace/turns';

/** What helps in a note while it is read and written. All that it needs is loaded when a notes folder is found. */
export class HelpInNotes implements vscode.Disposable {
  private loading: Promise<Language> | undefined;
  private isDisposed = false;

  /** Begins with the first notes folder. */
  start(product: Product): vscode.Disposable {
    return product.folders.onDidChangeActive(() => {
      if (product.folders.active) {
        this.load(product).catch((error: unknown) => {
          product.log.error(`Helping in notes failed: ${codeOf(error)}`);
        });
      }
    });
  }

  /** @returns what helps, with the parts that commands work with */
  async load(product: Product): Promise<Language> {
    this.loading ??= loadAfterOthers(product);
    const language = await this.loading;
    if (this.isDisposed) {
      language.dispose();
    }
    return language;
  }

  dispose(): void {
    this.isDisposed = true;
    void this.loading?.then((language) => {
      language.dispose();
    });
  }
}

/** Everybody is told of the folder first: running so much code for the first time takes some milliseconds. */
async function loadAfterOthers(product: Product): Promise<Language> {
  await turnOfOthers();
  const { Language } = await import('../language');
  return new Language(product);
}
