import * as vscode from 'vscode';
import { signatureOf } from '../core/commitment';
import { currentWording, recordAct } from '../notes/commitment-acts';
import { readWording } from '../notes/commitment-wording';
import { openNote } from '../notes/open-note';
import { openAsPartner } from '../notes/perspective';
import { PlainError } from '../plain-error';
import { showWordingChange } from '../views/wording-change';
import type { Command } from './command';

/** Signs the wording of the commitment as it stands now, in a file of one's own. */
export const signCommitment: Command = {
  id: 'kintsugi.signCommitment',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const { open, perspective } = here;
    const { page, signature, notes } = currentWording(open);
    const uri = open.folder.uriOf(page.path);
    const standing = signatureOf(notes, page, perspective.me.id);
    if (standing.state === 'signed') {
      await openNote(uri, { top: true });
      void vscode.window.showInformationMessage(vscode.l10n.t('You have signed this wording.'));
      return;
    }
    const editor = await openNote(uri, { top: true });
    if (editor.document.isDirty) {
      throw new PlainError(
        vscode.l10n.t('Save the page with the wording first, so that you sign what both of you can read.'),
      );
    }
    const wording = await readWording(open.folder, page);
    const sign = vscode.l10n.t('Sign');
    const compare = vscode.l10n.t('Show What Changed');
    const isOlder = standing.state === 'signed-other-wording';
    const answer = await vscode.window.showInformationMessage(
      isOlder
        ? vscode.l10n.t('The wording has changed since you signed. Do you sign it as it stands now?')
        : vscode.l10n.t('Do you sign the wording as it stands now?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          'Signing holds for what you know today. You may withdraw at any time, for any reason or none.',
        ),
      },
      sign,
      ...(isOlder ? [compare] : []),
    );
    if (answer === compare && isOlder) {
      await showWordingChange(open, standing.note, page, perspective.me.id);
    }
    if (answer !== sign) {
      return;
    }
    if ((await readWording(open.folder, page)) !== wording) {
      throw new PlainError(
        vscode.l10n.t('The wording changed while you were asked, so nothing was signed. Read it again first.'),
      );
    }
    await recordAct(product, open, perspective, signature, 'signed', wording);
    void vscode.window.showInformationMessage(vscode.l10n.t('Signed, in a note of your own.'));
  },
};
