import * as vscode from 'vscode';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';
import { openRepository } from '../git/open-repository';
import { tellingTrouble } from './tell-trouble';

/** The command of that name. */
export async function nameForGit(product: Product, folder: NotesFolder): Promise<void> {
  await tellingTrouble(product, folder, async () => {
    if (await askNameForGit(product, folder)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('git knows your name now, in this repository alone.'));
    }
  });
}

/**
 * Asks under which name and address git is to take notes in, for this repository alone. Both of them read it, beside
 * each version of a note.
 * @returns whether git has a name now
 * @throws SyncTrouble where there is no repository to tell
 */
export async function askNameForGit(product: Product, folder: NotesFolder): Promise<boolean> {
  const repository = await openRepository(folder.uri);
  const me = product.identity.perspective(folder)?.me;
  const title = vscode.l10n.t('Your name for git');
  const name = await ask(
    title,
    vscode.l10n.t('Your name, as it stands beside each version of a note'),
    me?.name ?? '',
    (text) => text.trim() !== '' && !/[<>\n]/.test(text),
  );
  if (name === undefined) {
    return false;
  }
  const known = me?.git.find((identity) => identity.includes('@'));
  const email = await ask(
    title,
    vscode.l10n.t('An e-mail address beside it. It need not be a real one.'),
    known ?? `${me?.id ?? 'me'}@localhost`,
    (text) => /^[^\s<>]+@[^\s<>]+$/.test(text.trim()),
  );
  if (email === undefined) {
    return false;
  }
  await repository.setConfig('user.name', name.trim());
  await repository.setConfig('user.email', email.trim());
  return true;
}

async function ask(
  title: string,
  prompt: string,
  value: string,
  isValid: (text: string) => boolean,
): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (isValid(text) ? undefined : prompt),
  });
}
