import * as vscode from 'vscode';
import type { GitRemote } from '../sync/port';
import { holdsPassword, opennessOf } from './public-remote';

/** The command by which VS Code makes a repository on GitHub. */
export const PUBLISH_TO_GITHUB = 'github.publish';

/** Where notes are shared for the first time: at the address that is set, on GitHub, or at another address. */
export type Target = 'there' | 'github' | { readonly address: string };

/**
 * Asks where the notes will be shared.
 * @param known the remote that is set, if there is one
 */
export async function askTarget(known: GitRemote | undefined): Promise<Target | undefined> {
  const hasGitHub = (await vscode.commands.getCommands(true)).includes(PUBLISH_TO_GITHUB);
  const items = [
    ...(known
      ? [
          {
            label: vscode.l10n.t('Use the address that is set'),
            detail: known.pushUrl ?? known.name,
            target: 'there' as const,
          },
        ]
      : []),
    {
      label: vscode.l10n.t('I have the address of an empty private repository'),
      detail: vscode.l10n.t('On a server that you both trust: GitHub, GitLab, Codeberg, your own.'),
      target: 'address' as const,
    },
    ...(hasGitHub && !known
      ? [
          {
            label: vscode.l10n.t('Make one on GitHub'),
            detail: vscode.l10n.t('VS Code asks you to sign in. Choose “private repository” there.'),
            target: 'github' as const,
          },
        ]
      : []),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Where will your notes be shared?'),
    ignoreFocusOut: true,
  });
  if (chosen?.target !== 'address') {
    return chosen?.target;
  }
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('Where will your notes be shared?'),
    prompt: vscode.l10n.t('The repository’s address, as “Git: Clone” takes it'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      holdsPassword(text)
        ? vscode.l10n.t(
            'Leave the password out of the address: git keeps it where others can read it, and asks when it needs one.',
          )
        : text.trim() === '' || text.trim().startsWith('-')
          ? vscode.l10n.t('Write the address of the repository.')
          : undefined,
  });
  return address === undefined ? undefined : { address: address.trim() };
}

/** Two sentences about who will be able to read the notes, and an explicit yes. */
export async function isAgreed(other: string, address: string): Promise<boolean> {
  const openness = opennessOf(address);
  const yes = vscode.l10n.t('It Is Private');
  const warning =
    openness === 'public'
      ? `${vscode.l10n.t('This address is known to be open to everybody.')} `
      : openness === 'unencrypted'
        ? `${vscode.l10n.t('What goes to this address is not encrypted on its way.')} `
        : '';
  const detail = vscode.l10n.t(
    '{0}Whoever can read the repository can read every shared note, today’s and in its whole history: the two of you, whoever runs the server, and anybody who is let in later. Share to a private one, and let nobody in but {1}; your private folder stays here.',
    warning,
    other,
  );
  const show = openness === 'unknown' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  return (await show(vscode.l10n.t('Is the repository private?'), { modal: true, detail }, yes)) === yes;
}
