import * as vscode from 'vscode';
import type { Product } from '../product';
import { onDidOpenRepository } from '../git/git-identity';
import { offerPrivateCheck } from './private-check';

/**
 * Looks for notes folders once activation is over, recognises who is here, and offers the private check to whoever
 * opens a folder first.
 */
export function welcomeToFolders(product: Product): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let isDisposed = false;
  const offer = async (): Promise<void> => {
    const folder = product.folders.active;
    const me = folder && product.identity.perspective(folder)?.me.id;
    if (folder && me !== undefined) {
      await offerPrivateCheck(product.guides, product.context.globalState, folder.uri, me);
    }
  };
  const recognise = async (): Promise<void> => {
    const folder = product.folders.active;
    if (folder) {
      await product.identity.recognise(folder);
      await offer();
    }
  };
  const start = async (): Promise<void> => {
    await product.folders.whenFound();
    const repositories = await onDidOpenRepository(quietly(product, recognise));
    if (isDisposed) {
      repositories?.dispose();
    } else if (repositories) {
      subscriptions.push(repositories);
    }
  };
  const timer = setTimeout(quietly(product, start));
  subscriptions.push(
    product.folders.onDidChangeActive(quietly(product, recognise)),
    product.identity.onDidChange(quietly(product, offer)),
  );
  return new vscode.Disposable(() => {
    isDisposed = true;
    clearTimeout(timer);
    vscode.Disposable.from(...subscriptions).dispose();
  });
}

function quietly(product: Product, work: () => Promise<void>): () => void {
  return () => {
    work().catch(() => {
      product.log.error('Greeting a notes folder failed.');
    });
  };
}
