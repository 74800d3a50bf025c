import * as vscode from 'vscode';
import { openAsPartner } from '../notes/perspective';
import { shareNote } from '../notes/share-note';
import { PlainError } from '../plain-error';
import { shareQuestions } from '../views/share-questions';
import type { Command } from './command';
import { pathMeant } from './meant-note';

/** Shares the private note that is open, or that a menu or the page means. One explicit act a note. */
export const share: Command = {
  id: 'kintsugi.shareNote',
  async execute(product, ...[meant]) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const path = pathMeant(here.open.folder, meant);
    if (path === undefined) {
      throw new PlainError(vscode.l10n.t('Open one of your private notes first. Only those can be shared.'));
    }
    if ((await shareNote(product, here, path, shareQuestions)) !== undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The note lies with the shared notes now.'));
    }
  },
};
