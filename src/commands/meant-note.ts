import * as vscode from 'vscode';
import type { NotesFolder } from '../workspace/notes-folder';

/**
 * Finds the file that a command is about.
 * @param meant what a menu gave along; where that is no place, the file in front is meant
 * @returns its path, relative to the notes folder, or `undefined` where it lies elsewhere
 */
export function pathMeant(folder: NotesFolder, meant: unknown): string | undefined {
  const uri = meant instanceof vscode.Uri ? meant : vscode.window.activeTextEditor?.document.uri;
  return uri && folder.pathOf(uri);
}
