import * as vscode from 'vscode';
import type { Product } from '../product';

const OFFERED_KEY = 'kintsugi.offeredSyncing';
const IDLE_MINUTES = 10;

/** Offers once, after the first sync by hand, that syncing may go by itself. Whoever says nothing keeps it as it is. */
export async function offerSyncingByItself({ context }: Product): Promise<void> {
  if (context.globalState.get<boolean>(OFFERED_KEY) === true) {
    return;
  }
  await context.globalState.update(OFFERED_KEY, true);
  const opening = vscode.l10n.t('When I Open It');
  const pausing = vscode.l10n.t('Then and When I Pause');
  const never = vscode.l10n.t('Only When I Ask');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Would you like these notes to sync by themselves? You can change that in the settings at any time.'),
    opening,
    pausing,
    never,
  );
  const settings = vscode.workspace.getConfiguration('kintsugi.sync');
  if (answer === opening || answer === pausing) {
    await settings.update('whenOpened', true, vscode.ConfigurationTarget.Global);
  }
  if (answer === pausing) {
    await settings.update('afterIdleMinutes', IDLE_MINUTES, vscode.ConfigurationTarget.Global);
  }
}
