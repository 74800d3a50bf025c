import * as vscode from 'vscode';
import { calendarDateOf } from '../core/calendar-date';
import type { Note } from '../core/note';
import { fingerprint } from '../core/note-bytes';
import { PRIVATE_FOLDER } from '../core/note-path';
import type { WordAhead } from '../core/word-ahead-key';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { loadParsing } from '../workspace/parsing';
import { isNameTaken, moveNote, refuseUnlessWhole, showSaved } from './move-note';
import type { Moved } from './move-note';
import type { AtWork } from './perspective';

/** The templates whose notes are written in the night, by the word under `command`. */
const OF_THE_NIGHT = 'night';

/** What is asked before a note is shared. Nothing is written before both are answered. */
export interface ShareQuestions {
  /**
   * Asks for the word ahead.
   * @param other the name of the partner
   * @returns the word, `none`, or `undefined` where the question was turned down
   */
  wordAhead(other: string): Promise<WordAhead | 'none' | undefined>;
  /**
   * Shows what the partner will see, and asks whether it is to be shared.
   * @param preview the whole text as it will be shared, where it is not the one that the note's editor shows
   */
  consent(other: string, word: WordAhead | undefined, preview: string | undefined): Promise<boolean>;
}

/** A note as it is, and as it will be shared; the very same bytes where no word ahead changes it. */
interface Bytes {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Shares one private note: shows it, asks, and moves its file out of the private folder, byte by byte as it is but for
 * the word ahead. Whatever has that name already stays. What fails leaves the note private and whole.
 * @param path of the note, relative to the notes folder
 * @returns where it lies now, or `undefined` where a question was turned down
 * @throws PlainError where it cannot be shared
 */
export async function shareNote(
  product: Pick<Product, 'files'>,
  { open, perspective }: AtWork,
  path: string,
  questions: ShareQuestions,
): Promise<string | undefined> {
  const { folder } = open;
  refuseUnlessMine(folder.noteAt(folder.uriOf(path)), perspective.me.id);
  const note = refuseUnlessMine(await showSaved(folder, path), perspective.me.id);
  refuseOnTheSameDay(open, note);
  if (await isNameTaken(folder, note, sharedPath)) {
    throw nameIsTaken();
  }
  const chosen = await questions.wordAhead(perspective.other.name);
  if (chosen === undefined) {
    return undefined;
  }
  const word = chosen === 'none' ? undefined : chosen;
  const bytes = await bytesWith(open, note, word);
  const preview = bytes.after === bytes.before ? undefined : new TextDecoder().decode(bytes.after);
  if (!(await questions.consent(perspective.other.name, word, preview))) {
    return undefined;
  }
  return await share(product, open, note, bytes);
}

/** @returns the note, if it is a private one of who is here that can be moved */
function refuseUnlessMine(note: Note | undefined, me: string): Note {
  if (!note?.isPrivate) {
    throw new PlainError(vscode.l10n.t('Open one of your private notes first. Only those can be shared.'));
  }
  if (note.partner !== undefined && note.partner !== me) {
    throw new PlainError(vscode.l10n.t('This note is not yours to share.'));
  }
  refuseUnlessWhole(note);
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

async function bytesWith({ folder }: AtWork['open'], note: Note, word: WordAhead | undefined): Promise<Bytes> {
  const parsing = await loadParsing();
  const before = await vscode.workspace.fs.readFile(folder.uriOf(note.path));
  if (fingerprint(before) !== note.fingerprint) {
    throw hasChanged();
  }
  const after = parsing.withWordAhead(before, word);
  if (!after) {
    throw new PlainError(
      vscode.l10n.t(
        'No word ahead can be written into the first lines of this note as they stand, so nothing was shared. Mend them, or share it with no word ahead.',
      ),
    );
  }
  return { before, after };
}

/** Writes the word while the note is still private, and takes it back where the note then does not move. */
async function share({ files }: Pick<Product, 'files'>, open: AtWork['open'], note: Note, bytes: Bytes) {
  const { folder } = open;
  const { before, after } = bytes;
  const uri = folder.uriOf(note.path);
  const document = await vscode.workspace.openTextDocument(uri);
  const isBeingWritten = (): boolean => document.isDirty;
  await folder.noteChanged(note.path);
  if (isBeingWritten() || folder.noteAt(uri)?.fingerprint !== note.fingerprint) {
    throw hasChanged();
  }
  if (after !== before && !(await files.replace(uri, before, after))) {
    throw hasChanged();
  }
  let moved: Moved = 'not-moved';
  try {
    if (isBeingWritten()) {
      throw hasChanged();
    }
    moved = await moveNote(folder, note, sharedPath);
  } finally {
    if (typeof moved === 'string' && after !== before) {
      await files.replace(uri, after, before).catch(() => false);
      await folder.noteChanged(note.path);
    }
  }
  switch (moved) {
    case 'name-taken':
      throw nameIsTaken();
    case 'not-moved':
      throw new PlainError(vscode.l10n.t('The note could not be moved. It is still private, and nothing was changed.'));
    default:
      return moved.path;
  }
}

function sharedPath(path: string): string {
  return path.slice(PRIVATE_FOLDER.length + 1);
}

function nameIsTaken(): PlainError {
  return new PlainError(
    vscode.l10n.t('There is a shared page of this name already, and it stays as it is. Nothing was shared.'),
  );
}

function hasChanged(): PlainError {
  return new PlainError(
    vscode.l10n.t('The note changed while you were asked, so it was not shared. Read it again first.'),
  );
}
