import type * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { Product } from '../product';
import type { NotesFolder, ReadyFolder } from '../workspace/notes-folder';

/** A document that shows a note of the notes folder. */
export interface NoteInEditor {
  readonly folder: NotesFolder;
  readonly ready: ReadyFolder;
  readonly note: Note;
}

/** Markdown files, wherever they lie; each provider asks for the note itself. */
export const NOTES: vscode.DocumentSelector = { language: 'markdown', pattern: '**/*.md' };

/** @returns the note that a document shows, or `undefined` for every other document */
export function noteOf({ folders }: Product, { uri }: vscode.TextDocument): NoteInEditor | undefined {
  const folder = folders.active;
  const note = folder?.noteAt(uri);
  return folder?.ready && note && { folder, ready: folder.ready, note };
}
