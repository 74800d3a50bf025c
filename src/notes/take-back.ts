import * as vscode from 'vscode';
import { SIGNATURE } from '../core/note';
import type { Note } from '../core/note';
import { PRIVATE_FOLDER } from '../core/note-path';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { isNameTaken, moveNote, refuseUnlessWhole, showSaved } from './move-note';
import type { AtWork } from './perspective';
import { keepPrivateFolderIgnored } from './private-folder';

/**
 * Asks whether a note is to be taken back; the note is open behind the question.
 * @param other the name of the partner
 */
export type MayTakeBack = (other: string) => Promise<boolean>;

/**
 * Takes one shared note of one's own back into the private folder, byte by byte as it is. Whatever has that name
 * already stays. Git goes on holding what was shared.
 * @param path of the note, relative to the notes folder
 * @returns where it lies now, or `undefined` where the question was turned down
 * @throws PlainError where it cannot be taken back
 */
export async function takeBack(
  { files }: Pick<Product, 'files'>,
  { open, perspective }: AtWork,
  path: string,
  mayTakeBack: MayTakeBack,
): Promise<string | undefined> {
  const { folder } = open;
  const uri = folder.uriOf(path);
  refuseUnlessMine(folder.noteAt(uri), perspective.me.id);
  const note = refuseUnlessMine(await showSaved(folder, path), perspective.me.id);
  if (await isNameTaken(folder, note, privatePath)) {
    throw nameIsTaken();
  }
  if (!(await mayTakeBack(perspective.other.name))) {
    return undefined;
  }
  await folder.noteChanged(path);
  const still = refuseUnlessMine(folder.noteAt(uri), perspective.me.id);
  await keepPrivateFolderIgnored(files, folder.uri);
  const moved = await moveNote(folder, still, privatePath);
  switch (moved) {
    case 'name-taken':
      throw nameIsTaken();
    case 'not-moved':
      throw new PlainError(vscode.l10n.t('The note could not be moved. It is still shared, and nothing was changed.'));
    default:
      return moved.path;
  }
}

/** @returns the note, if it is a shared one of who is here that can be moved */
function refuseUnlessMine(note: Note | undefined, me: string): Note {
  if (!note || note.isPrivate || note.partner !== me) {
    throw new PlainError(
      vscode.l10n.t('Open one of your own shared notes first. Only those can be taken back into private.'),
    );
  }
  if (note.templateId === SIGNATURE) {
    throw new PlainError(
      vscode.l10n.t(
        'A signature stays where it is. To take it back, withdraw: “Kintsugi: Withdraw from the Commitment”.',
      ),
    );
  }
  refuseUnlessWhole(note);
  return note;
}

function privatePath(path: string): string {
  return `${PRIVATE_FOLDER}/${path}`;
}

function nameIsTaken(): PlainError {
  return new PlainError(
    vscode.l10n.t('There is a private page of this name already, and it stays as it is. Nothing was taken back.'),
  );
}
