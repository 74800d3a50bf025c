import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import { COUPLE_FILE } from '../core/couple';
import { pathBelow } from '../workspace/folder-walk';

/** @returns a name that tells nobody who sees the file what it is about */
export function exportName(extension: string): string {
  return `the-path-${calendarDateOf(new Date())}.${extension}`;
}

/**
 * Where the dialog begins: beside the notes folder, not in it, because what lies in there is synced to the partner.
 * Only a disk is known to have a place beside it; elsewhere the folder itself has to do.
 * @param notes the notes folder whose picture is saved
 * @param all every notes folder of the window
 */
export function exportPlace(notes: vscode.Uri, all: readonly vscode.Uri[], name: string): vscode.Uri {
  let place = notes;
  while (notes.scheme === 'file' && all.some((root) => pathBelow(root, place) !== undefined)) {
    const above = vscode.Uri.joinPath(place, '..');
    if (above.path === place.path) {
      return vscode.Uri.joinPath(notes, name);
    }
    place = above;
  }
  return vscode.Uri.joinPath(place, name);
}

/** @returns whether a place is one at which the couple's own words may lie */
export function isNotesFile(root: vscode.Uri, place: vscode.Uri): boolean {
  const path = pathBelow(root, place);
  return path !== undefined && (path === COUPLE_FILE || path.endsWith('.md'));
}
