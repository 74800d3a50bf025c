import * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { WordAhead } from '../core/word-ahead-key';
import type { Product } from '../product';
import type { NotesFolder } from '../workspace/notes-folder';

/** @returns what the partner reads before a note opens */
export function wordAheadSentence(word: WordAhead): string {
  switch (word) {
    case 'heavy':
      return vscode.l10n.t('This is heavy to read.');
    case 'together':
      return vscode.l10n.t('This is good to read together.');
    case 'both':
      return vscode.l10n.t('This is heavy to read, and good to read together.');
  }
}

/** @returns what a row of the tree says of a note that somebody else wrote, nothing where there is no word ahead */
export function wordAheadOfRow(note: Note, me: string | undefined): readonly string[] {
  if (note.wordAhead === undefined || note.partner === me) {
    return [];
  }
  switch (note.wordAhead) {
    case 'heavy':
      return [vscode.l10n.t('a word ahead: heavy')];
    case 'together':
      return [vscode.l10n.t('good to read together')];
    case 'both':
      return [vscode.l10n.t('a word ahead: heavy'), vscode.l10n.t('good to read together')];
  }
}

/**
 * Asks whether a note is to be opened now.
 * @param writer the name of the one who wrote it, `undefined` for a note that the couple share
 */
export type AskToOpen = (word: WordAhead, writer: string | undefined) => Promise<boolean>;

/**
 * Shows the word ahead of a note that somebody else wrote, before it is opened for the first time as it is now. Nobody
 * learns of the answer.
 * @returns whether the note is to be opened now; `true` at once where there is nothing to say
 */
export async function mayOpen(
  { seen, identity }: Pick<Product, 'seen' | 'identity'>,
  folder: NotesFolder,
  note: Note,
  ask: AskToOpen = askInEditor,
): Promise<boolean> {
  const perspective = identity.perspective(folder);
  if (note.wordAhead === undefined || note.partner === perspective?.me.id || !seen.isNew(folder, note)) {
    return true;
  }
  return await ask(note.wordAhead, note.partner === undefined ? undefined : perspective?.other.name);
}

async function askInEditor(word: WordAhead, writer: string | undefined): Promise<boolean> {
  const open = { title: vscode.l10n.t('Open Now') };
  const notNow = { title: vscode.l10n.t('Not Now'), isCloseAffordance: true };
  const answer = await vscode.window.showInformationMessage(
    writer === undefined ? vscode.l10n.t('A word ahead') : vscode.l10n.t('A word ahead from {0}', writer),
    {
      modal: true,
      detail: [wordAheadSentence(word), vscode.l10n.t('Open it when you choose. Nobody is told whether you did.')].join(
        '\n\n',
      ),
    },
    open,
    notNow,
  );
  return answer === open;
}
