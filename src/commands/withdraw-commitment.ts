import * as vscode from 'vscode';
import { signatureOf } from '../core/commitment';
import { currentWording, recordAct } from '../notes/commitment-acts';
import { readWording } from '../notes/commitment-wording';
import { openAsPartner } from '../notes/perspective';
import type { Command } from './command';

/** Withdraws a signature. The history stays; before anything is written, the person sees who learns of it and when. */
export const withdrawCommitment: Command = {
  id: 'kintsugi.withdrawCommitment',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const { open, perspective } = here;
    const { page, signature, notes } = currentWording(open);
    const standing = signatureOf(notes, page, perspective.me.id);
    if (standing.state === 'none' || standing.state === 'withdrawn') {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no signature of yours to withdraw.'));
      return;
    }
    const withdraw = vscode.l10n.t('Withdraw');
    const help = vscode.l10n.t('Help and Safety');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('Withdraw your signature?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          '{0} would learn of it with the next sync of the notes, or at once if you both use this machine. Nothing that was signed is deleted, and no reason is asked. If you fear how {0} may react, look at Help and Safety first.',
          perspective.other.name,
        ),
      },
      withdraw,
      help,
    );
    if (answer === help) {
      await vscode.commands.executeCommand('kintsugi.help');
    }
    if (answer === withdraw) {
      const wording = await readWording(open.folder, standing.note);
      await recordAct(product, open, perspective, signature, 'withdrawn', wording);
      void vscode.window.showInformationMessage(vscode.l10n.t('Withdrawn, in a note of your own.'));
    }
  },
};
