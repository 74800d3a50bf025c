import * as vscode from 'vscode';
import type { Product } from '../product';
import { READ_ONLY_SCHEMES } from '../views/read-only-schemes';
import { setContext } from '../workspace/context-key';
import { pathBelow } from '../workspace/folder-walk';
import type { Command } from './command';

/** Saves and then closes everything of the product at once. It asks nothing, and may be run again with no harm. */
export const putEverythingAway: Command = {
  id: 'kintsugi.putEverythingAway',
  async execute(product) {
    await Promise.allSettled([
      setContext('kintsugi.isPutAway', true),
      vscode.commands.executeCommand('workbench.action.closeSidebar'),
      vscode.commands.executeCommand('workbench.action.closePanel'),
      vscode.commands.executeCommand('workbench.action.closeQuickOpen'),
      vscode.commands.executeCommand('notifications.clearAll'),
    ]);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => isOurs(product, tab));
    const [unsaved, isDraftKept] = await Promise.all([saveNotes(product), product.pictures.flush()]);
    const closable = tabs.filter(
      (tab) => !urisOf(tab).some((uri) => unsaved.has(uri.toString())) && (isDraftKept || !isPicture(tab)),
    );
    if (closable.length > 0) {
      await vscode.window.tabGroups.close(closable, true);
    }
    if (unsaved.size > 0) {
      // A note that cannot be saved stays open: hiding it must never cost its words.
      product.log.warn(`${String(unsaved.size)} notes could not be saved, and were left open.`);
    }
    if (!isDraftKept) {
      product.log.warn('A draft could not be kept, and its form was left open.');
    }
  },
};

/** @returns the places of notes that could not be saved. */
async function saveNotes(product: Product): Promise<ReadonlySet<string>> {
  const dirty = vscode.workspace.textDocuments.filter((one) => one.isDirty && isInNotes(product, one.uri));
  const saved = await Promise.allSettled(dirty.map((document) => document.save()));
  return new Set(
    dirty.flatMap((document, index) => {
      const outcome = saved[index];
      return outcome?.status === 'fulfilled' && outcome.value ? [] : [document.uri.toString()];
    }),
  );
}

function isOurs(product: Product, tab: vscode.Tab): boolean {
  return isPicture(tab) || urisOf(tab).some((uri) => READ_ONLY_SCHEMES.has(uri.scheme) || isInNotes(product, uri));
}

function isPicture({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.includes('kintsugi');
}

function isInNotes(product: Product, uri: vscode.Uri): boolean {
  return product.folders.all.some((folder) => pathBelow(folder, uri) !== undefined);
}

function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
