import * as vscode from 'vscode';
import { COUPLE_FILE } from '../core/couple';
import { openAsPartner } from '../notes/perspective';
import { PlainError } from '../plain-error';
import { roleItems } from '../views/role-items';
import { loadParsing } from '../workspace/parsing';
import type { Command } from './command';

/** Changes how I see my own part. Each partner chooses only for themselves. */
export const chooseRole: Command = {
  id: 'kintsugi.chooseRole',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const { open, perspective } = here;
    const chosen = await vscode.window.showQuickPick(roleItems(), {
      title: vscode.l10n.t('How do you see your own part?'),
      placeHolder: vscode.l10n.t('It stands in kintsugi.yaml, where {0} can read it.', perspective.other.name),
    });
    if (!chosen || chosen.role === perspective.me.role) {
      return;
    }
    const parsing = await loadParsing();
    const document = await vscode.workspace.openTextDocument(open.folder.uriOf(COUPLE_FILE));
    const edit = parsing.roleEdit(document.getText(), perspective.me.id, chosen.role);
    if (!edit) {
      throw new PlainError(
        vscode.l10n.t('kintsugi.yaml is not in a form that can be changed safely. Change the line “role” by hand.'),
      );
    }
    const wasDirty = document.isDirty;
    const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, edit.text);
    if ((await vscode.workspace.applyEdit(change)) && !wasDirty) {
      await document.save();
    }
    await open.folder.noteChanged(COUPLE_FILE);
  },
};
