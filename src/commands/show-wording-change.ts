import * as vscode from 'vscode';
import { signatureOf } from '../core/commitment';
import { SIGNATURE } from '../core/note';
import type { Note } from '../core/note';
import { currentWording } from '../notes/commitment-acts';
import type { Wording } from '../notes/commitment-acts';
import { openFolder } from '../notes/perspective';
import type { OpenFolder } from '../notes/perspective';
import { EntryItem } from '../views/stage-tree/items';
import { showWordingChange } from '../views/wording-change';
import type { Command } from './command';

/** Shows how the wording has changed since it was signed: in the signature that a row of the tree means, or in a latest one. */
export const showChangeSinceSignature: Command = {
  id: 'kintsugi.showWordingChange',
  async execute(product, item) {
    const open = await openFolder(product);
    if (!open) {
      return;
    }
    const wording = currentWording(open);
    const me = product.identity.perspective(open.folder)?.me.id;
    const isMeant = item instanceof EntryItem && item.note.templateId === SIGNATURE;
    const signature = isMeant ? item.note : await chooseSignature(open, wording, me);
    if (signature) {
      await showWordingChange(open, signature, wording.page, me);
    }
  },
};

/** @returns the one signature of another wording; of two, the one that is chosen */
async function chooseSignature(
  { ready }: OpenFolder,
  { notes, page }: Wording,
  me: string | undefined,
): Promise<Note | undefined> {
  const items = ready.couple.partners.flatMap(({ id, name }) => {
    const standing = signatureOf(notes, page, id);
    const description = id === me ? vscode.l10n.t('you') : '';
    return standing.state === 'signed-other-wording' ? [{ label: name, description, note: standing.note }] : [];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No signature is for another wording than today’s.'));
    return undefined;
  }
  const title = vscode.l10n.t('Whose signature is compared with the wording now?');
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title });
  return chosen?.note;
}
