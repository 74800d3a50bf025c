import * as vscode from 'vscode';
import type { Role } from '../core/role';

/** The four roles, to choose from. */
export function roleItems(): readonly (vscode.QuickPickItem & { readonly role: Role })[] {
  return [
    { label: vscode.l10n.t('I was hurt'), role: 'hurt' },
    { label: vscode.l10n.t('I broke trust'), role: 'broke-trust' },
    { label: vscode.l10n.t('Both are true of me'), role: 'both' },
    { label: vscode.l10n.t('I would rather not say'), role: 'unsaid' },
  ];
}
