import * as vscode from 'vscode';
import { loadParsing } from '../workspace/parsing';

/** Where the cursor goes in a note that is opened. */
export type Landing =
  { readonly stepId: string } | { readonly offset: number } | { readonly firstOpenStep: true } | { readonly top: true };

/**
 * Opens a note in an editor, with the cursor where one goes on writing.
 * @param column the group of editors; the active one if nothing is said
 */
export async function openNote(
  uri: vscode.Uri,
  landing: Landing,
  column: vscode.ViewColumn = vscode.ViewColumn.Active,
): Promise<vscode.TextEditor> {
  const parsing = await loadParsing();
  const document = await vscode.workspace.openTextDocument(uri);
  const place = landingPlace(document, landing, parsing);
  // The place is given at once: whoever begins to type right away must not write into the first line.
  return await vscode.window.showTextDocument(document, {
    viewColumn: column,
    preview: false,
    ...(place ? { selection: new vscode.Range(place, place) } : {}),
  });
}

function landingPlace(
  document: vscode.TextDocument,
  landing: Landing,
  parsing: Awaited<ReturnType<typeof loadParsing>>,
): vscode.Position | undefined {
  if ('top' in landing) {
    return undefined;
  }
  if ('offset' in landing) {
    return document.positionAt(landing.offset);
  }
  const place = parsing.writingPlace(document.getText(), 'stepId' in landing ? landing.stepId : undefined);
  return place && new vscode.Position(place.line, place.column);
}
