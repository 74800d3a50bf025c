import * as vscode from 'vscode';
import { surroundingsOf } from '../workspace/surroundings';

/**
 * Asks where the notes are to lie, and warns of places that would give them away.
 * @returns the folder, which may not be there yet, or `undefined` where somebody stopped
 */
export async function askPlace(): Promise<vscode.Uri | undefined> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  if (roots.length === 0) {
    const open = vscode.l10n.t('Open Folder');
    const message = vscode.l10n.t('Open an empty folder first. Your notes will lie in it.');
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await vscode.commands.executeCommand('vscode.openFolder');
    }
    return undefined;
  }
  for (;;) {
    const folder = await pickFolder(roots);
    if (!folder || (await isAcceptedDespiteWarnings(folder))) {
      return folder;
    }
  }
}

async function pickFolder(roots: readonly vscode.WorkspaceFolder[]): Promise<vscode.Uri | undefined> {
  const items = roots.flatMap(({ name, uri }) => [
    { label: name, description: vscode.l10n.t('this folder itself'), uri },
    {
      label: `${name}/notes`,
      description: vscode.l10n.t('a folder inside it'),
      uri: vscode.Uri.joinPath(uri, 'notes'),
    },
  ]);
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Set Up Notes Folder'),
    placeHolder: vscode.l10n.t('Where are your notes to lie?'),
    ignoreFocusOut: true,
  });
  return chosen?.uri;
}

async function isAcceptedDespiteWarnings(folder: vscode.Uri): Promise<boolean> {
  const around = await surroundingsOf(folder);
  if (around.insideLargerRepository && !(await goesOn(largerRepository()))) {
    return false;
  }
  return around.syncedBy === undefined || (await goesOn(synced(around.syncedBy)));
}

function largerRepository(): Warning {
  return {
    message: vscode.l10n.t('This folder lies inside a larger git repository.'),
    detail: vscode.l10n.t(
      'A notes folder should be a repository of its own: sharing the notes would send the rest along, and whoever can read the rest could read the notes.',
    ),
  };
}

function synced(program: string): Warning {
  return {
    message: vscode.l10n.t('{0} seems to sync this folder.', program),
    detail: vscode.l10n.t(
      'Your private notes would travel with it, to every device and person that it reaches. A folder that only this computer keeps is safer.',
    ),
  };
}

interface Warning {
  readonly message: string;
  readonly detail: string;
}

async function goesOn({ message, detail }: Warning): Promise<boolean> {
  const another = vscode.l10n.t('Choose Another Folder');
  const goOn = vscode.l10n.t('Use It Anyway');
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, another, goOn);
  return answer === goOn;
}
