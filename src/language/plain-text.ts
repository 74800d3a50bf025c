import * as vscode from 'vscode';

/**
 * A paragraph of a hover in which nothing can become a link, a command or HTML, wherever its words come from.
 * @param text its words; line ends and runs of spaces count as one space
 */
export function plainText(text: string): vscode.MarkdownString {
  const shown = new vscode.MarkdownString().appendText(text.replace(/\s+/g, ' ').trim());
  // Spaces that do not break would let lines end within a word.
  shown.value = shown.value.replaceAll('&nbsp;', ' ');
  return shown;
}
