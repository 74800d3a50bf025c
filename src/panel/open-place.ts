import * as vscode from 'vscode';
import { mayBeSeen } from '../core/timeline/dated-notes';
import type { Note } from '../core/note';
import type { AtWork } from '../notes/perspective';
import { loadParsing } from '../workspace/parsing';
import { columnBeside } from './column-beside';

/**
 * Finds a note that the page names. The page is believed in nothing: what the index does not know, and what is not for
 * the one who is here, is not there.
 */
export function noteNamed(path: string, { open, perspective }: AtWork): Note | undefined {
  const note = open.ready.index.note(path);
  return note && mayBeSeen(note, { viewer: perspective.me.id, includePrivate: true }) ? note : undefined;
}

/**
 * Opens a note beside the picture, with the cursor at its first number or at its first section. Changes nothing in it.
 * @param pictureColumn where the picture is
 */
export async function openBeside(
  uri: vscode.Uri,
  note: Note,
  pictureColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const parsing = await loadParsing();
  const document = await vscode.workspace.openTextDocument(uri);
  const { line, column } = parsing.readingPlace(document.getText(), note.numbers.names);
  const place = new vscode.Position(line, column);
  const groups = vscode.window.tabGroups.all.map(({ viewColumn, tabs }) => ({
    column: viewColumn,
    holdsNote: tabs.some(({ input }) => input instanceof vscode.TabInputText && isSame(input.uri, uri)),
  }));
  await vscode.window.showTextDocument(document, {
    viewColumn: columnBeside(pictureColumn, groups) ?? vscode.ViewColumn.Beside,
    selection: new vscode.Range(place, place),
  });
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
