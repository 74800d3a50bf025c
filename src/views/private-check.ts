import * as vscode from 'vscode';
import type { GuideSource } from '../workspace/guide-source';
import { showGuideText } from './guide-texts';

/** What the check came to. It is held by nobody: the caller only learns whether to go on. */
export type CheckOutcome = 'go-on' | 'stop';

/**
 * Shows a few sentences and asks whether one of them fits. The answer is not saved, logged or sent; a yes opens the
 * help page, with no reproach.
 */
export async function runPrivateCheck(guides: GuideSource): Promise<CheckOutcome> {
  const { privateCheck } = await guides.texts(vscode.env.language);
  const fits = vscode.l10n.t('One of these fits');
  const none = vscode.l10n.t('None of these');
  const skip = vscode.l10n.t('Not Now');
  const detail = [privateCheck.intro, '', ...privateCheck.statements.map((statement) => `•  ${statement}`)].join('\n');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('A short check, for you alone'),
    { modal: true, detail },
    none,
    fits,
    skip,
  );
  if (answer === fits) {
    await showGuideText('help');
  }
  return answer === none || answer === skip ? 'go-on' : 'stop';
}

/**
 * Offers the check once to each partner who opens a notes folder on this machine. That it was offered is remembered
 * before it is shown, so that nothing kept anywhere depends on the answer.
 * @param partner the id of whoever is here
 */
export async function offerPrivateCheck(
  guides: GuideSource,
  state: vscode.Memento,
  folder: vscode.Uri,
  partner: string,
): Promise<void> {
  if (state.get<boolean>(keyOf(folder, partner)) === true) {
    return;
  }
  await rememberOffer(state, folder, partner);
  const open = vscode.l10n.t('Open');
  const later = vscode.l10n.t('Not Now');
  const message = vscode.l10n.t(
    'Before you begin, there is a short private check, for you alone. It can be found at any time.',
  );
  if ((await vscode.window.showInformationMessage(message, open, later)) === open) {
    await runPrivateCheck(guides);
  }
}

/** Remembers that the check was offered for a folder; whether it was taken, and with which answer, is not kept. */
export async function rememberOffer(state: vscode.Memento, folder: vscode.Uri, partner: string): Promise<void> {
  await state.update(keyOf(folder, partner), true);
}

function keyOf(folder: vscode.Uri, partner: string): string {
  return `kintsugi.checkOffered:${partner}:${folder.toString()}`;
}
