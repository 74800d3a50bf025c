import * as vscode from 'vscode';
import type { Note } from '../core/note';
import { PlainError } from '../plain-error';
import { exists } from '../workspace/editor-note-files';
import type { NotesFolder } from '../workspace/notes-folder';
import { MOST_OF_ONE_DAY, refuseLinks } from './new-note-file';

/** Where a note lies now, or why it did not move: its name is taken there, or the editor could not move it. */
export type Moved = { readonly path: string } | 'name-taken' | 'not-moved';

/** How the path of a note is changed where it goes. */
export type ToPath = (path: string) => string;

/**
 * Moves a note's file between the private and the shared notes, byte by byte as it is. Its editor goes with it.
 * Whatever has a name already stays; an entry takes the next free one then.
 * @throws PlainError where a part of the path is a link, or the file system's error
 */
export async function moveNote(folder: NotesFolder, note: Note, toPath: ToPath): Promise<Moved> {
  const from = folder.uriOf(note.path);
  for (const target of pathsFor(note, toPath)) {
    const to = folder.uriOf(target);
    await refuseLinks(folder.uri, target);
    if (await exists(to)) {
      continue;
    }
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(to, '..'));
    const edit = new vscode.WorkspaceEdit();
    // An edit, and no rename of the file system's: the editor that shows the note goes with it.
    edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
    const isMoved = await vscode.workspace.applyEdit(edit);
    await folder.noteChanged(note.path);
    await folder.noteChanged(target);
    if (isMoved && !(await exists(from))) {
      return { path: target };
    }
    if (!(await exists(to))) {
      return 'not-moved';
    }
  }
  return 'name-taken';
}

/** @returns whether a page would find its one name taken; an entry always finds another */
export async function isNameTaken(folder: NotesFolder, { path, kind }: Note, toPath: ToPath): Promise<boolean> {
  return kind === 'page' && (await exists(folder.uriOf(toPath(path))));
}

function pathsFor({ path, kind, sequence }: Note, toPath: ToPath): ReadonlySet<string> {
  if (kind === 'page') {
    return new Set([toPath(path)]);
  }
  const base = sequence === 1 ? path : path.replace(/-\d+\.md$/, '.md');
  const later = Array.from({ length: MOST_OF_ONE_DAY - 1 }, (_, index) =>
    toPath(base.replace(/\.md$/, `-${String(index + 2)}.md`)),
  );
  return new Set([toPath(path), ...later]);
}

/**
 * Opens a note in an editor, saved, as its writer left it.
 * @returns what it says now
 * @throws PlainError where it cannot be saved
 */
export async function showSaved(folder: NotesFolder, path: string): Promise<Note | undefined> {
  const uri = folder.uriOf(path);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty && !(await document.save())) {
    throw new PlainError(vscode.l10n.t('This note could not be saved, so it stays where it is. Save it first.'));
  }
  await vscode.window.showTextDocument(uri, { preview: true });
  await folder.noteChanged(path);
  return folder.noteAt(uri);
}

/** @throws PlainError where a note holds two versions, or cannot be read as text */
export function refuseUnlessWhole(note: Note): void {
  if (note.inConflict) {
    throw new PlainError(
      vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
    );
  }
  if (!note.isReadable) {
    throw new PlainError(vscode.l10n.t('This note cannot be read as text, so it is left alone.'));
  }
}
