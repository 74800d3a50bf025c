import * as vscode from 'vscode';
import { changedRange } from '../core/changed-range';
import { conflictLine } from '../core/conflict';
import type { mergeNote } from '../core/merge/merge-note';
import { decodeNote } from '../core/note-bytes';
import type { SyncCopy } from '../core/sync-copies';
import { PlainError } from '../plain-error';
import { sameBytes } from '../workspace/editor-note-files';
import type { NotesFolder } from '../workspace/notes-folder';
import { loadParsing } from '../workspace/parsing';
import { compareCopy } from './compare-copy';
import { refuseLinks } from './new-note-file';

const BYTE_ORDER_MARK = '\uFEFF';
const BY_HAND = { kind: 'by-hand' } as const;

/** What came of joining a copy and its note. */
export type Joined =
  /** `toChoose` places hold both texts, and this became of the copy. */
  | { readonly kind: 'joined'; readonly toChoose: number; readonly copy: 'put-away' | 'not-put-away' | 'changed' }
  /** The two are shown side by side, and nothing was changed. */
  | { readonly kind: 'by-hand' };

/** What the joining asks of others. */
export interface Joining {
  /** Asks whether the two are to be joined. */
  readonly mayJoin: () => Promise<boolean>;
  readonly merge: typeof mergeNote;
  /** Puts a file into the trash, or rejects where there is none. */
  readonly toTrash: (uri: vscode.Uri) => Thenable<void>;
}

/**
 * Joins a copy that another program made into its note, as an edit of the note that can be undone. The copy goes to
 * the trash only once the note's file holds everything that was joined.
 * @returns `undefined` where the question was turned down
 * @throws PlainError where the two cannot be joined as they stand
 */
export async function mergeCopy(folder: NotesFolder, copy: SyncCopy, joining: Joining): Promise<Joined | undefined> {
  const [uri, copyUri] = [folder.uriOf(copy.notePath), folder.uriOf(copy.path)];
  await refuseLinks(folder.uri, copy.notePath);
  await refuseLinks(folder.uri, copy.path);
  refuseUnsaved(uri, copyUri);
  if (!(await joining.mayJoin())) {
    return undefined;
  }
  const [ours, theirs] = [await bytesOf(uri), await bytesOf(copyUri)];
  if (!ours || !theirs) {
    throw new PlainError(
      ours
        ? vscode.l10n.t('The copy is not there any more. Nothing was changed.')
        : vscode.l10n.t('The note of this copy is not there any more. Give the copy the note’s name to bring it back.'),
    );
  }
  const side = (bytes: Uint8Array, rank: number) => ({ bytes, author: undefined, rank });
  refuseInConflict(ours);
  const merged = isInConflict(theirs)
    ? BY_HAND
    : joining.merge(copy.notePath, undefined, side(ours, 0), side(theirs, 1));
  if (merged.kind === 'by-hand') {
    await compareCopy(folder, copy);
    return BY_HAND;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const after = textAfter(document, ours, merged.bytes);
  if (after === undefined) {
    await compareCopy(folder, copy);
    return BY_HAND;
  }
  refuseUnsaved(uri, copyUri);
  await write(document, ours, after);
  await folder.noteChanged(copy.notePath);
  const putAway = await putAwayCopy(copyUri, theirs, joining);
  await folder.noteChanged(copy.path);
  return { kind: 'joined', toChoose: merged.toChoose, copy: putAway };
}

/** The joining as the product does it, but for the question. */
export async function realJoining(mayJoin: Joining['mayJoin']): Promise<Joining> {
  const { mergeNote: merge } = await loadParsing();
  return { mayJoin, merge, toTrash: (uri) => vscode.workspace.fs.delete(uri, { recursive: false, useTrash: true }) };
}

/** @throws PlainError where somebody is writing in one of the two */
function refuseUnsaved(...uris: readonly vscode.Uri[]): void {
  const names = new Set(uris.map((uri) => uri.toString()));
  if (vscode.workspace.textDocuments.some(({ isDirty, uri }) => isDirty && names.has(uri.toString()))) {
    throw new PlainError(vscode.l10n.t('Save the note and its copy first. Nothing was changed.'));
  }
}

/** @throws PlainError for a note that git could not join: nothing writes there */
function refuseInConflict(note: Uint8Array): void {
  if (isInConflict(note)) {
    throw new PlainError(
      vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
    );
  }
}

function isInConflict(bytes: Uint8Array): boolean {
  const decoded = decodeNote(bytes);
  return decoded.readable && conflictLine(decoded.text) !== -1;
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw error;
  }
}

/**
 * The text that the document is to hold, in its own line ends.
 * @returns `undefined` where the editor would change more than what was joined
 * @throws PlainError where the document is not what the file holds
 */
function textAfter(document: vscode.TextDocument, before: Uint8Array, after: Uint8Array): string | undefined {
  const [old, joined] = [textOf(before), textOf(after)];
  const text = document.getText();
  if (old === undefined || joined === undefined || (old !== text && unified(old) === unified(text))) {
    // Bytes that are no text, or line ends of both kinds, which an editor makes one.
    return undefined;
  }
  if (old !== text) {
    throw changed();
  }
  return document.eol === vscode.EndOfLine.CRLF ? unified(joined).replaceAll('\n', '\r\n') : unified(joined);
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeNote(bytes);
  return decoded.readable ? withoutMark(decoded.text) : undefined;
}

function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function unified(text: string): string {
  return text.replaceAll(/\r\n|\r/g, '\n');
}

/** Edits the note, saves it, and looks whether its file holds the text now. */
async function write(document: vscode.TextDocument, before: Uint8Array, after: string): Promise<void> {
  const { uri } = document;
  if (!sameBytes((await bytesOf(uri)) ?? new Uint8Array(), before)) {
    throw changed();
  }
  const change = changedRange(document.getText(), after);
  if (!change) {
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  edit.replace(uri, range, change.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw changed();
  }
  const mark = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before).startsWith(BYTE_ORDER_MARK);
  const expected = new TextEncoder().encode((mark ? BYTE_ORDER_MARK : '') + after);
  if (!(await document.save()) || !sameBytes((await bytesOf(uri)) ?? new Uint8Array(), expected)) {
    throw new PlainError(
      vscode.l10n.t(
        'The note could not be saved just as it was joined, so the copy stays. Compare the two before you delete it.',
      ),
    );
  }
}

async function putAwayCopy(
  uri: vscode.Uri,
  joined: Uint8Array,
  { toTrash }: Joining,
): Promise<'put-away' | 'not-put-away' | 'changed'> {
  const isDirty = vscode.workspace.textDocuments.some((one) => one.isDirty && one.uri.toString() === uri.toString());
  const now = await bytesOf(uri);
  if (!now) {
    return 'put-away';
  }
  if (isDirty || !sameBytes(now, joined)) {
    return 'changed';
  }
  try {
    await toTrash(uri);
    return 'put-away';
  } catch {
    // Not every place has a trash; then the copy is worth more than the order.
    return 'not-put-away';
  }
}

function changed(): PlainError {
  return new PlainError(vscode.l10n.t('The note changed in the same moment, so nothing was joined. Try once more.'));
}
