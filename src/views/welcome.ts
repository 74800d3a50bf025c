import * as vscode from 'vscode';
import type { Product } from '../product';
import { offerPrivateCheck } from './private-check';

/** Looks for notes folders once activation is over, and offers the private check to whoever opens one first. */
export function welcomeToFolders(product: Product): vscode.Disposable {
  const greet = async (): Promise<void> => {
    const folder = product.folders.active;
    if (folder) {
      await product.identity.recognise(folder);
      await offerPrivateCheck(product.guides, product.context.globalState, folder.uri);
    }
  };
  const greetQuietly = (): void => {
    greet().catch(() => {
      product.log.error('Greeting a notes folder failed.');
    });
  };
  const timer = setTimeout(() => {
    product.folders.whenFound().catch(() => {
      product.log.error('Looking for notes folders failed.');
    });
  });
  const changed = product.folders.onDidChangeActive(greetQuietly);
  return vscode.Disposable.from(changed, {
    dispose: () => {
      clearTimeout(timer);
    },
  });
}
