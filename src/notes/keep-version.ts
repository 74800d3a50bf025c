import * as vscode from 'vscode';
import { findTwoVersions, keepingEdits } from '../core/two-versions';
import type { Keeping } from '../core/two-versions';
import { PlainError } from '../plain-error';

/**
 * Ends one place where a merge kept two texts. It is an edit like any other: it can be undone, and is saved as the
 * editor saves.
 * @param startLine the zero-based line of its opening mark
 * @throws PlainError where the place is not there any more, or the note changes in the same moment
 */
export async function keepVersion(document: vscode.TextDocument, startLine: number, keeping: Keeping): Promise<void> {
  const text = document.getText();
  const place = findTwoVersions(text).find((one) => one.startLine === startLine);
  if (!place) {
    throw new PlainError(
      vscode.l10n.t('The two texts do not stand in that place any more. Nothing was changed; look once more.'),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text: replacement } of keepingEdits(text, place, keeping)) {
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), replacement);
  }
  // The editor turns an edit down that was made for an earlier version of the document.
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw changedMeanwhile();
  }
}

/** @returns what to say where a note changed while somebody chose */
export function changedMeanwhile(): PlainError {
  return new PlainError(vscode.l10n.t('The note changed in the same moment, so both texts stay. Try once more.'));
}
