import * as vscode from 'vscode';
import { openAsPartner } from '../notes/perspective';
import { takeBack } from '../notes/take-back';
import { PlainError } from '../plain-error';
import type { Command } from './command';
import { pathMeant } from './meant-note';

/** Takes the shared note of one's own that is open, or that a menu means, back into the private folder. */
export const takeBackNote: Command = {
  id: 'kintsugi.takeBack',
  async execute(product, ...[meant]) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const path = pathMeant(here.open.folder, meant);
    if (path === undefined) {
      throw new PlainError(
        vscode.l10n.t('Open one of your own shared notes first. Only those can be taken back into private.'),
      );
    }
    if ((await takeBack(product, here, path, askInEditor)) !== undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The note lies in your private folder now.'));
    }
  },
};

async function askInEditor(other: string): Promise<boolean> {
  const take = vscode.l10n.t('Take Back');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Take this note back into your private folder?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'This does not undo the sharing. {0} may have read it already, and git’s history still holds it wherever it was synced. The next sync removes it from the shared folder; from now on it is kept on this machine only.',
        other,
      ),
    },
    take,
  );
  return answer === take;
}
