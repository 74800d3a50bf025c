import * as vscode from 'vscode';
import { choicesAt, placesIn } from '../notes/version-choices';
import type { Product } from '../product';

/** Offers the choice above each place where a merge kept two texts. */
export function registerTwoVersionsLenses(product: Product): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => lensesOf(product, document),
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ pattern: '**/*.md' }, provider),
    // A note may be open before its folder is found.
    product.folders.onDidChangeActive(() => {
      changed.fire();
    }),
  );
}

function lensesOf(product: Product, document: vscode.TextDocument): vscode.CodeLens[] {
  const isNote = product.folders.active?.noteAt(document.uri) !== undefined;
  return placesIn(isNote ? document.getText() : '').flatMap((place) => {
    const range = new vscode.Range(place.startLine, 0, place.startLine, 0);
    return choicesAt(place).map(({ keeping, title }) => {
      const parameters = [document.uri, place.startLine, keeping];
      return new vscode.CodeLens(range, { command: 'kintsugi.keepVersion', title, arguments: parameters });
    });
  });
}
