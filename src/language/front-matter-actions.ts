import * as vscode from 'vscode';
import type { FrontMatterFix } from '../core/front-matter-fixes';
import { variantsOf } from '../core/note-keys';
import type { Product } from '../product';
import { loadParsing } from '../workspace/parsing';
import { NOTES, noteOf } from './note-of';
import { PROBLEM_SOURCE } from './problems';

/** Offers to mend what the Problems list tells of the front matter of a note, where there is one way to mean it. */
export function registerFrontMatterActions(product: Product): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics }, token) {
      const told = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
      const open = told.length > 0 ? noteOf(product, document) : undefined;
      if (!open || open.note.isPrivate || open.note.inConflict) {
        return undefined;
      }
      const { frontMatterFixes } = await loadParsing();
      if (token.isCancellationRequested) {
        return undefined;
      }
      const { note, ready } = open;
      const fixes = frontMatterFixes(document.getText(), note, variantsOf(note, ready.guide), note.problems);
      return fixes.flatMap((fix) => {
        const diagnostic = told.find((one) => isOf(one, fix));
        return diagnostic ? [actionFor(document, fix, diagnostic)] : [];
      });
    },
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.languages.registerCodeActionsProvider(NOTES, provider, metadata);
}

function isOf({ code, range: { start } }: vscode.Diagnostic, { problem }: FrontMatterFix): boolean {
  return code === problem.code && start.line === problem.line && start.character === problem.startColumn;
}

function actionFor(
  document: vscode.TextDocument,
  { key, written, edit: { start, end, text } }: FrontMatterFix,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const title =
    written === undefined
      ? vscode.l10n.t('Take out the second “{0}”', key)
      : vscode.l10n.t('Write “{0}” instead', written);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  action.diagnostics = [diagnostic];
  action.isPreferred = written !== undefined;
  return action;
}
