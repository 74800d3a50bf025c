import * as vscode from 'vscode';
import { conflictLine } from '../../core/conflict';
import { sentenceAround } from '../../core/hints/places';
import { touches } from '../../core/hints/text-ranges';
import type { Product } from '../../product';
import { NOTES } from '../note-of';
import { rangeOf } from './hints';
import type { ShownHint } from './hints';

/** How many rewritings are offered. */
const MOST_REWRITINGS = 2;

/** Offers, where a hint is shown, other ways to say it, and three ways to be left alone. */
export function registerHintActions({ hints }: Product): vscode.Disposable {
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

function actionsFor(document: vscode.TextDocument, { place, words }: ShownHint): vscode.CodeAction[] {
  const sentence = rangeOf(document, sentenceAround(document.getText(), place));
  const rewritings = words.alternatives.slice(0, MOST_REWRITINGS).map((text) => {
    const action = new vscode.CodeAction(vscode.l10n.t('Write: {0}', text), vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, sentence, text);
    return action;
  });
  return [
    ...rewritings,
    commandAction(vscode.l10n.t('Not here'), 'kintsugi.hintNotHere'),
    commandAction(vscode.l10n.t('Not this one again'), 'kintsugi.hintNotAgain'),
    commandAction(vscode.l10n.t('No hints'), 'kintsugi.hintsOff'),
  ];
}

function commandAction(title: string, command: string): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title };
  return action;
}
