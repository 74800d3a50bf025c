import * as vscode from 'vscode';
import type { Product } from '../product';
import { isTrouble } from '../sync/trouble';
import type { NotesFolder } from '../workspace/notes-folder';
import { otherName } from './sync-folder';
import { troubleSentences } from './trouble-sentences';

/** Does something, and tells in a plain sentence what stopped it. */
export async function tellingTrouble(product: Product, folder: NotesFolder, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isTrouble(error)) {
      throw error;
    }
    product.log.info(`Sharing stopped: ${error.code}`);
    void vscode.window.showWarningMessage(troubleSentences(error, otherName(product, folder)));
  }
}
