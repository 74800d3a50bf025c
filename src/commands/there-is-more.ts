import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import type { Template } from '../core/template';
import { createOrOpenNote } from '../notes/create-note';
import { openAsPartner } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Command } from './command';

/**
 * Names something new beside what was named before. The page is shared once the partner was warned and a time is
 * agreed; until then it can be written in private.
 */
export const thereIsMore: Command = {
  id: 'kintsugi.thereIsMore',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return undefined;
    }
    const { open, perspective } = here;
    const meant = open.ready.guide.templates.filter(({ command }) => command === 'there-is-more');
    const [offer] = offersFor(meant, perspective.me.role);
    if (!offer) {
      throw new PlainError(vscode.l10n.t('This notes folder has no such entry: its own templates leave it out.'));
    }
    const privacy = await askPrivacy(perspective.other.name);
    return privacy && (await createOrOpenNote(product, open, perspective, { offer, privacy }));
  },
};

async function askPrivacy(other: string): Promise<Template['privacy'] | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly privacy: Template['privacy'] })[] = [
    {
      label: vscode.l10n.t('Not yet: I write it in private first'),
      detail: vscode.l10n.t('It stays on this machine until you move it.'),
      privacy: 'private',
    },
    {
      label: vscode.l10n.t('Yes, we agreed on a time'),
      detail: vscode.l10n.t('The page lies with the shared notes.'),
      privacy: 'shared',
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('There is more'),
    placeHolder: vscode.l10n.t('Does {0} know that something is coming, and is there a time for it?', other),
  });
  return chosen?.privacy;
}
