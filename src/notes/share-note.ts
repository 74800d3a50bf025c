import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import type { Note } from '../core/note';
import { PRIVATE_FOLDER } from '../core/note-path';
import { PlainError } from '../plain-error';
import { exists } from '../workspace/editor-note-files';
import { MOST_OF_ONE_DAY, refuseLinks } from './new-note-file';
import type { AtWork } from './perspective';

/** The templates whose notes are written in the night, by the word under `command`. */
const OF_THE_NIGHT = 'night';

/**
 * Asks whether a note is to be shared; the note is open behind the question.
 * @param other the name of the partner
 */
export type MayShare = (other: string) => Promise<boolean>;

/**
 * Shares one private note: shows it, asks, and moves its file out of the private folder, byte by byte as it is.
 * Whatever has that name already stays.
 * @param path of the note, relative to the notes folder
 * @returns where it lies now, or `undefined` where the question was turned down
 * @throws PlainError where it cannot be shared
 */
export async function shareNote(
  { open, perspective }: AtWork,
  path: string,
  mayShare: MayShare = askInEditor,
): Promise<string | undefined> {
  const { folder } = open;
  const uri = folder.uriOf(path);
  refuseUnlessMine(folder.noteAt(uri), perspective.me.id);
  await saved(await vscode.workspace.openTextDocument(uri));
  await vscode.window.showTextDocument(uri, { preview: true });
  await folder.noteChanged(path);
  const note = refuseUnlessMine(folder.noteAt(uri), perspective.me.id);
  refuseOnTheSameDay(open, note);
  await refuseWithoutName(open, note);
  if (!(await mayShare(perspective.other.name))) {
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await folder.noteChanged(path);
  if (document.isDirty || folder.noteAt(uri)?.fingerprint !== note.fingerprint) {
    throw new PlainError(
      vscode.l10n.t('The note changed while you were asked, so it was not shared. Read it again first.'),
    );
  }
  return await move(open, note);
}

/** @returns the note, if it is a private one of who is here that can be moved */
function refuseUnlessMine(note: Note | undefined, me: string): Note {
  if (!note?.isPrivate) {
    throw new PlainError(vscode.l10n.t('Open one of your private notes first. Only those can be shared.'));
  }
  if (note.partner !== undefined && note.partner !== me) {
    throw new PlainError(vscode.l10n.t('This note is not yours to share.'));
  }
  if (note.inConflict) {
    throw new PlainError(
      vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
    );
  }
  if (!note.isReadable) {
    throw new PlainError(vscode.l10n.t('This note cannot be read as text, so it is left alone.'));
  }
  return note;
}

/** What was written in the night is read by day before it is shared. */
function refuseOnTheSameDay({ ready }: AtWork['open'], { templateId, date }: Note): void {
  const isOfTheNight = ready.guide.templates.some(({ id, command }) => id === templateId && command === OF_THE_NIGHT);
  if (isOfTheNight && date !== undefined && date >= calendarDateOf(new Date())) {
    throw new PlainError(
      vscode.l10n.t('A note of the night can be shared from the next day on. Sleep first, then read it again.'),
    );
  }
}

async function saved(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty && !(await document.save())) {
    throw new PlainError(vscode.l10n.t('This note could not be saved, so it was not shared. Save it first.'));
  }
}

/** A page has one name, and somebody else's text may stand there. */
async function refuseWithoutName({ folder }: AtWork['open'], { path, kind }: Note): Promise<void> {
  if (kind === 'page' && (await exists(folder.uriOf(sharedPath(path, 1))))) {
    throw nameIsTaken();
  }
}

function nameIsTaken(): PlainError {
  return new PlainError(
    vscode.l10n.t('There is a shared page of this name already, and it stays as it is. Nothing was shared.'),
  );
}

async function move({ folder }: AtWork['open'], { path, kind, sequence }: Note): Promise<string> {
  const from = folder.uriOf(path);
  const base = sequence === 1 ? path : path.replace(/-\d+\.md$/, '.md');
  const sequences = Array.from({ length: MOST_OF_ONE_DAY }, (_, index) => index + 1);
  const candidates =
    kind === 'page'
      ? [sharedPath(path, 1)]
      : [sharedPath(path, 1), ...sequences.slice(1).map((next) => sharedPath(base, next))];
  for (const target of new Set(candidates)) {
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
    await folder.noteChanged(path);
    await folder.noteChanged(target);
    if (isMoved && !(await exists(from))) {
      return target;
    }
    if (!(await exists(to))) {
      throw new PlainError(vscode.l10n.t('The note could not be moved. It is still private, and nothing was changed.'));
    }
  }
  throw nameIsTaken();
}

function sharedPath(path: string, sequence: number): string {
  const inner = path.slice(PRIVATE_FOLDER.length + 1);
  return sequence === 1 ? inner : inner.replace(/\.md$/, `-${String(sequence)}.md`);
}

async function askInEditor(other: string): Promise<boolean> {
  const share = vscode.l10n.t('Share');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Share this note with {0}?', other),
    {
      modal: true,
      detail: vscode.l10n.t(
        'What is shared cannot be unread. The note that you see moves to the shared folder as it is, and its history stays there.',
      ),
    },
    share,
  );
  return answer === share;
}
