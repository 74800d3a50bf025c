import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import { newestFirst, TALK } from '../core/note';
import type { Note } from '../core/note';
import { createOrOpenNote } from '../notes/create-note';
import { openNote } from '../notes/open-note';
import { openAsPartner } from '../notes/perspective';
import type { AtWork } from '../notes/perspective';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import { mayOpen } from '../views/word-ahead';
import { loadParsing } from '../workspace/parsing';
import type { Command } from './command';

const CHECK_IN = 'check-in';
/** Two groups side by side, and one below them. */
const TWO_ABOVE_ONE = { orientation: 1, groups: [{ groups: [{}, {}], size: 0.4 }, { size: 0.6 }] };
const ONE_ABOVE_ONE = { orientation: 1, groups: [{ size: 0.4 }, { size: 0.6 }] };

/** A quarter of an hour: the latest check-in of each side by side, and the talk about them below. */
export const weeklyTalk: Command = {
  id: 'kintsugi.weeklyTalk',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return;
    }
    const { open, perspective } = here;
    const meant = open.ready.guide.templates.filter(({ id }) => id === TALK);
    const [offer] = offersFor(meant, perspective.me.role);
    if (!offer) {
      throw new PlainError(vscode.l10n.t('This notes folder has no such entry: its own templates leave it out.'));
    }
    await showCheckIns(product, here);
    const editor = await createOrOpenNote(product, open, perspective, { offer });
    const note = editor && open.folder.noteAt(editor.document.uri);
    if (note) {
      await product.conversations.hold(product, here, note);
    }
  },
};

/** Opens what there is to be read; nothing is said of what is not there. Leaves the group of the talk in front. */
async function showCheckIns(product: Product, { open: { folder, ready } }: AtWork): Promise<void> {
  const shown: Note[] = [];
  for (const { id } of ready.couple.partners) {
    const [latest] = ready.index
      .all()
      .filter((note) => note.templateId === CHECK_IN && note.partner === id && !note.isPrivate && note.isReadable)
      .sort(newestFirst);
    if (latest && (await mayOpen(product, folder, latest))) {
      shown.push(latest);
    }
  }
  if (shown.length === 0) {
    return;
  }
  await vscode.commands.executeCommand('vscode.setEditorLayout', shown.length === 2 ? TWO_ABOVE_ONE : ONE_ABOVE_ONE);
  const { readingPlace } = await loadParsing();
  for (const [index, note] of shown.entries()) {
    const column = index === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two;
    const editor = await openNote(folder.uriOf(note.path), { top: true }, column);
    // What is read aloud is words; the numbers above them are nobody's to compare.
    const { line } = readingPlace(editor.document.getText(), []);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
  }
  await vscode.commands.executeCommand(
    shown.length === 2 ? 'workbench.action.focusThirdEditorGroup' : 'workbench.action.focusSecondEditorGroup',
  );
}
