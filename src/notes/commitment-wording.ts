import * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { NotesFolder } from '../workspace/notes-folder';
import { loadParsing } from '../workspace/parsing';

/** @returns the wording that a page or a signature holds, as saved on the disk. */
export async function readWording(folder: NotesFolder, { path }: Note): Promise<string> {
  const parsing = await loadParsing();
  const bytes = await vscode.workspace.fs.readFile(folder.uriOf(path));
  return parsing.wordingOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
}
