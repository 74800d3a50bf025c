import * as vscode from 'vscode';
import { otherSide } from '../core/conversation/turn';
import type { StepKind, Turn } from '../core/conversation/turn';

/** A name or a line of a note, as plain text where the editor would draw icons: `$(…)` is none here. */
export function asLabel(text: string): string {
  return text.replace(/\$\(/g, '$ (');
}

/** @returns who speaks and who listens, in one short sentence */
export function sentenceOf(turn: Turn, kind: StepKind, names: readonly [string, string]): string {
  const [speaker, listener] = [asLabel(names[turn.speaker]), asLabel(names[otherSide(turn.speaker)])];
  switch (turn.phase) {
    case 'together':
      return vscode.l10n.t('Together');
    case 'speaking':
      return kind === 'apology'
        ? vscode.l10n.t('{0} apologises. {1} only listens.', speaker, listener)
        : vscode.l10n.t('{0} speaks. {1} only listens.', speaker, listener);
    case 'saying-back':
      return vscode.l10n.t('{0} says back what they heard. {1} listens.', listener, speaker);
    case 'checking':
      return vscode.l10n.t('{0}, did {1} get it right?', speaker, listener);
    case 'answering':
      return vscode.l10n.t('{0} may answer “heard”, “not yet”, or nothing.', listener);
  }
}

/** @returns the same in as few words as a status bar has room for */
export function shortOf(turn: Turn, kind: StepKind, names: readonly [string, string]): string {
  const [speaker, listener] = [asLabel(names[turn.speaker]), asLabel(names[otherSide(turn.speaker)])];
  switch (turn.phase) {
    case 'together':
      return vscode.l10n.t('Together');
    case 'speaking':
      return kind === 'apology' ? vscode.l10n.t('{0} apologises', speaker) : vscode.l10n.t('{0} speaks', speaker);
    case 'saying-back':
      return vscode.l10n.t('{0} says it back', listener);
    case 'checking':
      return vscode.l10n.t('{0}: was it right?', speaker);
    case 'answering':
      return vscode.l10n.t('{0} may answer', listener);
  }
}

/** @returns what the one key does now */
export function actionOf(turn: Turn, names: readonly [string, string]): string {
  const [speaker, listener] = [asLabel(names[turn.speaker]), asLabel(names[otherSide(turn.speaker)])];
  switch (turn.phase) {
    case 'together':
      return vscode.l10n.t('This step is done');
    case 'speaking':
      return vscode.l10n.t('Pass to {0}', listener);
    case 'saying-back':
      return vscode.l10n.t('Ask {0} whether it was right', speaker);
    case 'checking':
    case 'answering':
      return vscode.l10n.t('Go on');
  }
}

/** @returns the key that passes the turn, in words: an extension is not told on which keyboard it is pressed */
export function keyInWords(): string {
  return vscode.l10n.t('Ctrl+F8, or Cmd+F8 on a Mac');
}
