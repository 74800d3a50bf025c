import * as vscode from 'vscode';
import type { Product } from '../product';
import { SyncTrouble } from '../sync/trouble';
import type { TroubleCode } from '../sync/trouble';
import type { NotesFolder } from '../workspace/notes-folder';
import { otherName } from './sync-folder';
import { troubleSentences } from './trouble-sentences';

/** Tells of a trouble that has no next step here. */
export function tellTrouble(
  code: TroubleCode,
  product: Product,
  folder: NotesFolder,
  paths: readonly string[] = [],
): void {
  void vscode.window.showWarningMessage(troubleSentences(new SyncTrouble(code, paths), otherName(product, folder)));
}
