import * as vscode from 'vscode';
import type { SyncCopy } from '../core/sync-copies';
import { mergeCopy, realJoining } from '../notes/merge-copy';
import type { Joined } from '../notes/merge-copy';
import { openAsPartner } from '../notes/perspective';
import type { AtWork } from '../notes/perspective';
import { PlainError } from '../plain-error';
import { isOfOther } from '../views/stage-tree/copies';
import { CopyItem, NoticeItem } from '../views/stage-tree/items';
import type { Command } from './command';

/** Joins a copy that another program made into its note: the one that is meant, that is open, or that is picked. */
export const mergeSyncCopy: Command = {
  id: 'kintsugi.mergeCopy',
  async execute(product, item) {
    const here = await openAsPartner(product);
    const copy = here && (await copyThatIsMeant(here, item));
    if (!copy) {
      return;
    }
    const { folder } = here.open;
    const joined = await mergeCopy(folder, copy, await realJoining(askInEditor));
    if (joined) {
      if (joined.kind === 'joined') {
        await vscode.window.showTextDocument(folder.uriOf(copy.notePath), { preview: false });
      }
      void vscode.window.showInformationMessage(words(joined));
    }
  },
};

async function copyThatIsMeant({ open, perspective }: AtWork, item: unknown): Promise<SyncCopy | undefined> {
  const { folder, ready } = open;
  const copies = ready.copies
    .all()
    .filter(({ notePath }) => !isOfOther(ready.index.namesOf(notePath)[0], perspective.me.id));
  if (item instanceof CopyItem) {
    return item.copy;
  }
  const uri = item instanceof NoticeItem ? item.uri : vscode.window.activeTextEditor?.document.uri;
  const path = uri && folder.pathOf(uri);
  const beside = copies.filter((copy) => copy.path === path || copy.notePath === path);
  const candidates = beside.length > 0 ? beside : copies;
  if (candidates.length === 0) {
    throw new PlainError(vscode.l10n.t('No copy that another program made lies beside your notes.'));
  }
  if (beside.length === 1) {
    return beside[0];
  }
  const items = candidates.map((copy) => ({ label: copy.notePath, description: copy.path, copy }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which copy is to be joined?') });
  return chosen?.copy;
}

async function askInEditor(): Promise<boolean> {
  const join = vscode.l10n.t('Join');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Join this copy into its note?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'What was written in either stays. Where the two differ, both texts may stand in the note until you choose. The copy then goes to the trash.',
      ),
    },
    join,
  );
  return answer === join;
}

function words(joined: Joined): string {
  if (joined.kind === 'by-hand') {
    return vscode.l10n.t(
      'Kintsugi cannot join these two by itself, and changed nothing. Change the note on the right by hand, then delete the copy.',
    );
  }
  const sentences = [vscode.l10n.t('The copy is joined into its note.')];
  if (joined.toChoose > 0) {
    sentences.push(vscode.l10n.t('Where both texts stand, choose above them which one stays.'));
  }
  if (joined.copy === 'not-put-away') {
    sentences.push(vscode.l10n.t('The copy could not be put into a trash, so it stays until you delete it.'));
  }
  if (joined.copy === 'changed') {
    sentences.push(vscode.l10n.t('The copy changed in the same moment, so it stays.'));
  }
  return sentences.join(' ');
}
