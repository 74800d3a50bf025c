import * as vscode from 'vscode';
import { COUPLE_FILE } from '../../core/couple';
import type { SyncCopy } from '../../core/sync-copies';
import { comparison } from '../../notes/compare-copy';
import type { Product } from '../../product';
import type { NotesFolder, ReadyFolder } from '../../workspace/notes-folder';
import type { CopyItem, NoticeItem } from './items';
import { dayInWords, whoseWords } from './labels';
import { copyWords, openCommand, painted } from './row-parts';

const { None } = vscode.TreeItemCollapsibleState;

/** A page has no row of its own, so its copy is called what the page is called. */
export function copyRow(
  product: Product,
  folder: NotesFolder,
  { couple }: ReadyFolder,
  item: CopyItem,
): vscode.TreeItem {
  const { path, name, hasNote } = item.copy;
  const { template, date } = name;
  const label = date === undefined ? template.title : dayInWords(date);
  const words = whoseWords(
    name,
    date === undefined ? '' : template.title,
    couple,
    product.identity.perspective(folder),
  );
  const state = { words: copyWords(), icon: new vscode.ThemeIcon('files') };
  const row = painted(new vscode.TreeItem(label, None), label, state, [words]);
  row.id = `copy:${path}`;
  row.contextValue = 'copy';
  row.command = hasNote ? compareCommand(folder, item.copy) : openCommand(folder.uriOf(path));
  return row;
}

/** The same for a copy of `kintsugi.yaml`, which belongs to no stage. */
export function coupleCopyRow(folder: NotesFolder, { uri }: NoticeItem): vscode.TreeItem {
  const path = folder.pathOf(uri) ?? '';
  const state = { words: copyWords(), icon: new vscode.ThemeIcon('files') };
  const row = painted(new vscode.TreeItem(COUPLE_FILE, None), COUPLE_FILE, state, []);
  row.id = `copy:${path}`;
  row.contextValue = 'copy';
  row.command = compareCommand(folder, { path, notePath: COUPLE_FILE });
  return row;
}

function compareCommand(folder: NotesFolder, copy: SyncCopy): vscode.Command {
  return { command: 'vscode.diff', title: vscode.l10n.t('Compare'), arguments: [...comparison(folder, copy)] };
}
