import * as vscode from 'vscode';
import type { Note } from '../../core/note';
import type { Product } from '../../product';
import type { NotesFolder } from '../../workspace/notes-folder';
import type { RowState } from './labels';

/** Opens a file in an editor that stays. */
export function openCommand(uri: vscode.Uri): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: false }] };
}

/**
 * Puts a state and more words on a row, for those who see it and those who hear it.
 * @param first words that must not be cut off where the row is narrow
 */
export function painted(
  row: vscode.TreeItem,
  label: string,
  state: RowState,
  more: readonly string[],
  first: readonly string[] = [],
): vscode.TreeItem {
  const words = [...first, state.words, ...more].filter((word) => word !== '');
  row.description = words.join(', ');
  row.iconPath = state.icon;
  row.tooltip = [label, ...words].join('\n');
  row.accessibilityInformation = { label: [label, ...words].join(', ') };
  return row;
}

/** Says that git could not join one of the notes. */
export function conflictWords(notes: readonly Note[]): readonly string[] {
  return notes.some((note) => note.inConflict) ? [vscode.l10n.t('two versions, not joined yet')] : [];
}

/** Says that a merge kept two texts in one of the notes. */
export function twoVersionsWords(notes: readonly Note[]): readonly string[] {
  return notes.some((note) => note.twoVersions > 0) ? [vscode.l10n.t('two texts stand here')] : [];
}

/** What is said of a copy, and of where one lies. */
export function copyWords(): string {
  return vscode.l10n.t('a copy made by another program');
}

/** Says that the partner changed one of the notes. */
export function newWords(product: Product, folder: NotesFolder, notes: readonly Note[]): readonly string[] {
  return notes.some(product.seen.newsOf(folder)) ? [vscode.l10n.t('new')] : [];
}
