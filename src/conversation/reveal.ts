import * as vscode from 'vscode';

/** How much of what is visible is surely left between what sticks to the top and the lower edge. */
const SURE = 0.6;

/**
 * Brings the beginning of a step to the top of an editor; where the editor is too low for that, the place to write.
 * @param first the zero-based line with which the step begins
 * @param cursor the zero-based line in which somebody is to write
 */
export function revealAtTop(editor: vscode.TextEditor, first: number, cursor: number): void {
  const visible = editor.visibleRanges.reduce((lines, { start, end }) => lines + end.line - start.line + 1, 0);
  const isInView = visible === 0 || cursor - first < visible * SURE;
  // What stands above a line is out of view where that very line is the first to be seen.
  const top = Math.max(isInView ? first - 1 : cursor - Math.floor(visible * SURE), 0);
  editor.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
}
