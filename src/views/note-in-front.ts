import * as vscode from 'vscode';
import { CONVERSATION, SIGNATURE } from '../core/note';
import type { Product } from '../product';
import { setContext } from '../workspace/context-key';

/** Lets the menus of an editor know whether it shows a note of the notes folder, and whether it can be taken back. */
export function watchNoteInFront(product: Product): vscode.Disposable {
  const known = { 'kintsugi.isNote': false, 'kintsugi.isConversationNote': false, 'kintsugi.isOwnSharedNote': false };
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const folder = product.folders.active;
    const note = uri && folder?.noteAt(uri);
    const me = folder && product.identity.perspective(folder)?.me.id;
    tell('kintsugi.isNote', note !== undefined);
    tell('kintsugi.isConversationNote', note?.templateId === CONVERSATION);
    tell(
      'kintsugi.isOwnSharedNote',
      note?.partner !== undefined && note.partner === me && !note.isPrivate && note.templateId !== SIGNATURE,
    );
  };
  const tell = (key: keyof typeof known, value: boolean): void => {
    if (known[key] !== value) {
      known[key] = value;
      void setContext(key, value);
    }
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    product.folders.onDidChange(update),
    product.identity.onDidChange(update),
  );
}
