import * as vscode from 'vscode';
import type { Product } from '../product';
import { setContext } from '../workspace/context-key';

/** Lets the menus of an editor know whether it shows a note of the notes folder. */
export function watchNoteInFront(product: Product): vscode.Disposable {
  let wasNote = false;
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isNote = uri !== undefined && product.folders.active?.noteAt(uri) !== undefined;
    if (isNote !== wasNote) {
      wasNote = isNote;
      void setContext('kintsugi.isNote', isNote);
    }
  };
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), product.folders.onDidChange(update));
}
