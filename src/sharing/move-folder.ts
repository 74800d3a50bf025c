import * as vscode from 'vscode';
import { exists } from '../workspace/editor-note-files';
import type { NotesFolder } from '../workspace/notes-folder';
import { surroundingsOf } from '../workspace/surroundings';

/**
 * Helps to give notes a repository of their own: moves the folder to a place that lies in no repository, and opens it
 * there. What the larger repository's history holds of them stays there, and that is said before.
 */
export async function moveFolder(folder: NotesFolder): Promise<void> {
  const move = vscode.l10n.t('Choose a Place');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Move the notes out of the larger repository?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The whole folder goes to a place that you choose, private notes included, and opens there. What the larger repository has taken in of it stays in its history, and there the notes will look deleted.',
      ),
    },
    move,
  );
  if (answer !== move) {
    return;
  }
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Move Here'),
      title: vscode.l10n.t('A folder outside of any repository'),
    })) ?? [];
  if (!parent) {
    return;
  }
  const name = folder.uri.path.split('/').findLast((segment) => segment !== '') ?? 'notes';
  const target = vscode.Uri.joinPath(parent, name);
  const around = await surroundingsOf(target);
  if (around.insideLargerRepository) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('That place lies in a repository too. Choose another one; nothing was moved.'),
    );
    return;
  }
  if (await exists(target)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('There is something of that name there already. Choose another place; nothing was moved.'),
    );
    return;
  }
  await vscode.workspace.saveAll(false);
  await vscode.workspace.fs.rename(folder.uri, target, { overwrite: false });
  await vscode.commands.executeCommand('vscode.openFolder', target);
}
