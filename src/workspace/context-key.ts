import * as vscode from 'vscode';

/** The keys that `when` clauses of the manifest ask for. */
export type ContextKey =
  | 'kintsugi.hasNotesFolder'
  | 'kintsugi.hasSeveralNotesFolders'
  | 'kintsugi.isNote'
  | 'kintsugi.isConversationNote'
  | 'kintsugi.isConversationHeld'
  | 'kintsugi.canSwapTurn'
  | 'kintsugi.canSkipStep'
  | 'kintsugi.isOwnSharedNote'
  | 'kintsugi.isPutAway';

/** Sets a key for the `when` clauses of the manifest. */
export async function setContext(key: ContextKey, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
