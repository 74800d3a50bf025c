import * as vscode from 'vscode';
import type { SyncCopy } from '../core/sync-copies';
import type { NotesFolder } from '../workspace/notes-folder';

/**
 * What the editor needs to show a copy beside its note.
 * @returns the copy, on the left; the note, on the right, where it can be changed; and a title
 */
export function comparison(
  folder: NotesFolder,
  { path, notePath }: SyncCopy,
): readonly [vscode.Uri, vscode.Uri, string] {
  const name = notePath.slice(notePath.lastIndexOf('/') + 1);
  return [folder.uriOf(path), folder.uriOf(notePath), vscode.l10n.t('{0}: the copy and the note', name)];
}

/** Shows a copy beside its note. */
export async function compareCopy(folder: NotesFolder, copy: SyncCopy): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', ...comparison(folder, copy));
}
