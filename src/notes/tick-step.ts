import * as vscode from 'vscode';
import type { TickRefusal } from '../core/tick';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';
import { loadParsing } from '../workspace/parsing';

/**
 * Ticks or unticks one step of a note. In an open document that is an edit of one character, left unsaved where the
 * document was dirty; in a closed file it is an edit of that one byte.
 * @throws PlainError where the note cannot be ticked as it stands
 */
export async function tickStep(
  product: Pick<Product, 'files' | 'seen'>,
  folder: NotesFolder,
  path: string,
  stepId: string,
  ticked: boolean,
): Promise<void> {
  const uri = folder.uriOf(path);
  const known = folder.noteAt(uri);
  if (!known?.isReadable) {
    // An editor shows a file that is no text with some of its bytes replaced, and would save it so.
    throw refused(known ? 'unreadable' : 'step-missing');
  }
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && !one.isClosed);
  if (document) {
    await tickDocument(document, stepId, ticked);
  } else {
    await tickFile(product, uri, stepId, ticked);
  }
  await folder.noteChanged(path);
  const note = folder.ready?.index.note(path);
  if (note) {
    await product.seen.see(folder, [note]);
  }
}

async function tickDocument(document: vscode.TextDocument, stepId: string, ticked: boolean): Promise<void> {
  const parsing = await loadParsing();
  const wasDirty = document.isDirty;
  const edit = parsing.tickEdit(document.getText(), stepId, ticked);
  if (edit === undefined) {
    return;
  }
  if (typeof edit === 'string') {
    throw refused(edit);
  }
  const start = document.positionAt(edit.offset);
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, new vscode.Range(start, document.positionAt(edit.offset + 1)), edit.to);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new PlainError(
      vscode.l10n.t('The note changed in the same moment, so the step was left as it is. Try once more.'),
    );
  }
  if (!wasDirty) {
    await document.save();
  }
}

async function tickFile(
  { files }: Pick<Product, 'files'>,
  uri: vscode.Uri,
  stepId: string,
  ticked: boolean,
): Promise<void> {
  const parsing = await loadParsing();
  const bytes = await vscode.workspace.fs.readFile(uri);
  const edit = parsing.tickByte(bytes, stepId, ticked);
  if (edit === undefined) {
    return;
  }
  if (typeof edit === 'string') {
    throw refused(edit);
  }
  if (!(await files.replaceByte(uri, bytes, edit))) {
    throw new PlainError(
      vscode.l10n.t('The note changed in the same moment, so the step was left as it is. Try once more.'),
    );
  }
}

function refused(reason: TickRefusal): PlainError {
  switch (reason) {
    case 'conflict':
      return new PlainError(
        vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
      );
    case 'step-missing':
      return new PlainError(vscode.l10n.t('This step is no longer in the note. Nothing was changed.'));
    case 'unreadable':
      return new PlainError(vscode.l10n.t('This note cannot be read as text, so it is left alone.'));
  }
}
