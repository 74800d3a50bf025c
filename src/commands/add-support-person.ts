import * as vscode from 'vscode';
import { offersFor } from '../core/guide';
import { createOrOpenNote } from '../notes/create-note';
import { openAsPartner } from '../notes/perspective';
import { PlainError } from '../plain-error';
import { loadParsing } from '../workspace/parsing';
import type { Command } from './command';

/** Adds a place for one more person to the writer's own support page, as an edit that undo takes back. */
export const addSupportPerson: Command = {
  id: 'kintsugi.addSupportPerson',
  async execute(product) {
    const here = await openAsPartner(product);
    if (!here) {
      return undefined;
    }
    const { open, perspective } = here;
    const meant = open.ready.guide.templates.filter(({ command }) => command === 'support-person');
    const [offer] = offersFor(meant, perspective.me.role);
    const stepId = offer?.variants[0].steps[0]?.id;
    if (!offer || stepId === undefined) {
      throw new PlainError(vscode.l10n.t('This notes folder has no such page: its own templates leave it out.'));
    }
    const editor = await createOrOpenNote(product, open, perspective, { offer, landing: { stepId } });
    if (!editor) {
      return undefined;
    }
    if (open.folder.noteAt(editor.document.uri)?.inConflict) {
      throw new PlainError(
        vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
      );
    }
    const parsing = await loadParsing();
    const place = parsing.writingPlace(editor.document.getText(), stepId);
    const line = editor.document.lineAt(Math.min(place?.line ?? Infinity, editor.document.lineCount - 1));
    const isEmptyItem = /^\s*-\s*$/.test(line.text);
    const snippet = new vscode.SnippetString(isEmptyItem || line.isEmptyOrWhitespace ? '' : '\n');
    snippet.appendText(isEmptyItem ? (line.text.endsWith(' ') ? '' : ' ') : '- ');
    snippet.appendPlaceholder(vscode.l10n.t('who'));
    snippet.appendText(': ');
    snippet.appendPlaceholder(vscode.l10n.t('how they help, or how to reach them'));
    await editor.insertSnippet(snippet, line.range.end);
    return editor;
  },
};
