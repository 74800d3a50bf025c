import * as vscode from 'vscode';
import { codeOf, isPlain } from './plain-error';

/** @returns a plain sentence for whatever went wrong. */
export function plainMessage(error: unknown): string {
  if (isPlain(error)) {
    return error.message;
  }
  const nothingLost = vscode.l10n.t('Nothing was changed and nothing is lost.');
  return `${reasonOf(error)} ${nothingLost}`;
}

function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'NoPermissions':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return vscode.l10n.t(
        'This folder may not be written to. Give yourself permission to write in it, then try again.',
      );
    case 'ENOSPC':
      return vscode.l10n.t('The disk is full. Make some room on it, then try again.');
    case 'Unavailable':
      return vscode.l10n.t('The folder cannot be reached just now. Wait a moment, then try again.');
    default:
      return vscode.l10n.t('That did not work. Try again; if it happens again, “Kintsugi: Show Log” may say more.');
  }
}
