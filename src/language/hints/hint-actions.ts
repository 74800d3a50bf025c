import * as vscode from 'vscode';
import { conflictLine } from '../../core/conflict';
import { staysAsWritten } from '../../core/hints/kept-wordings';
import { sentenceAround } from '../../core/hints/places';
import { touches } from '../../core/hints/text-ranges';
import { NOTES } from '../note-of';
import { rangeOf } from './hints';
import type { Hints, ShownHint } from './hints';

/** How many rewritings are offered. */
const MOST_REWRITINGS = 2;

/** Offers, where a hint is shown, other ways to say it, and three ways to be left alone. */
export function registerHintActions(hints: Hints): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const { shown } = hints;
      const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const isHere = shown?.editor.document === document && touches(shown.hint.paragraph, asked);
      return isHere && conflictLine(document.getText()) === -1 ? actionsFor(document, shown) : undefined;
    },
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.languages.registerCodeActionsProvider(NOTES, provider, metadata);
}

function actionsFor(document: vscode.TextDocument, shown: ShownHint): vscode.CodeAction[] {
  const rewritings = shown.words.alternatives
    .slice(0, MOST_REWRITINGS)
    .map((text) => rewritingAction(document, shown, text));
  return [
    ...rewritings,
    commandAction(vscode.l10n.t('Not here'), 'kintsugi.hintNotHere'),
    commandAction(vscode.l10n.t('Not this one again'), 'kintsugi.hintNotAgain'),
    commandAction(vscode.l10n.t('No hints'), 'kintsugi.hintsOff'),
  ];
}

function rewritingAction(document: vscode.TextDocument, { place, hint }: ShownHint, text: string): vscode.CodeAction {
  const sentence = rangeOf(document, sentenceAround(document.getText(), place));
  const isAdded = staysAsWritten(hint.finding.family);
  const title = isAdded ? vscode.l10n.t('Add: {0}', text) : vscode.l10n.t('Write: {0}', text);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  if (isAdded) {
    action.edit.insert(document.uri, sentence.end, ` ${text}`);
  } else {
    action.edit.replace(document.uri, sentence, text);
  }
  return action;
}

function commandAction(title: string, command: string): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title };
  return action;
}
