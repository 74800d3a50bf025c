import * as vscode from 'vscode';
import type { WordsForFamily } from '../../core/wording';
import { plainText } from '../plain-text';

/** @returns what is read when a hint is pointed at: a title, a sentence, and a list of other ways to say it */
export function hoverOf({ title, explanation, alternatives }: WordsForFamily): vscode.MarkdownString[] {
  const list = alternatives.map((text) => `- ${plainText(text).value}`).join('\n');
  return [
    new vscode.MarkdownString(`**${plainText(title).value}**`),
    plainText(explanation),
    new vscode.MarkdownString(list),
  ];
}
