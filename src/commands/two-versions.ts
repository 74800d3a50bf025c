import * as vscode from 'vscode';
import type { TwoVersions } from '../core/two-versions';
import { choicesAt, isKeeping, placesIn } from '../notes/version-choices';
import { changedMeanwhile, keepVersion } from '../notes/keep-version';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Command } from './command';

/** Keeps what was chosen above a place with two texts. */
export const keepChosenVersion: Command = {
  id: 'kintsugi.keepVersion',
  async execute(product, uri, startLine, keeping) {
    if (!(uri instanceof vscode.Uri) || typeof startLine !== 'number' || !isKeeping(keeping)) {
      return;
    }
    await product.folders.whenFound();
    const document = await vscode.workspace.openTextDocument(uri);
    refuseUnlessNote(product, document);
    await keepVersion(document, startLine, keeping);
  },
};

/** Asks which text stays, at the cursor or after it: the same choice by keyboard. */
export const chooseVersion: Command = {
  id: 'kintsugi.chooseVersion',
  async execute(product) {
    await product.folders.whenFound();
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      throw noTwoTexts();
    }
    refuseUnlessNote(product, editor.document);
    const place = placeAtOrAfter(placesIn(editor.document.getText()), editor.selection.active.line);
    if (!place) {
      throw noTwoTexts();
    }
    const { version } = editor.document;
    const range = new vscode.Range(place.startLine, 0, place.endLine, 0);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const items = choicesAt(place).map(({ keeping, title }) => ({ label: title, keeping }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Which text stays?'),
      placeHolder: vscode.l10n.t('Lines {0} to {1}. You can undo it.', place.startLine + 1, place.endLine + 1),
    });
    if (chosen && editor.document.version !== version) {
      throw changedMeanwhile();
    }
    if (chosen) {
      await keepVersion(editor.document, place.startLine, chosen.keeping);
    }
  },
};

/** The place around a line, the innermost where they are nested; else the next one, or the first of all. */
function placeAtOrAfter(places: readonly TwoVersions[], line: number): TwoVersions | undefined {
  return (
    places.findLast((place) => place.startLine <= line && line <= place.endLine) ??
    places.find((place) => place.startLine > line) ??
    places[0]
  );
}

/** @throws PlainError for what is no note, or one that git could not join */
function refuseUnlessNote({ folders }: Product, { uri }: vscode.TextDocument): void {
  const note = folders.active?.noteAt(uri);
  if (!note) {
    throw noTwoTexts();
  }
  if (note.inConflict) {
    throw new PlainError(
      vscode.l10n.t('This note holds two versions that git could not join. Until they are, nothing writes to it.'),
    );
  }
}

function noTwoTexts(): PlainError {
  return new PlainError(vscode.l10n.t('Open a note with two texts in it first. The tree says which.'));
}
