import * as vscode from 'vscode';
import type { Product } from '../../product';
import { StepItem } from './items';
import type { TreeItem } from './items';
import { StageTreeProvider } from './provider';
import { revealOpenNotes } from './reveal';

/** Puts the guide's tree into the sidebar. */
export function registerStageTree(product: Product): vscode.Disposable {
  const provider = new StageTreeProvider(product);
  const view = vscode.window.createTreeView<TreeItem>('kintsugi.guide', {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  });
  const ticked = view.onDidChangeCheckboxState(async ({ items }) => {
    for (const [item, state] of items) {
      if (item instanceof StepItem) {
        const isTicked = state === vscode.TreeItemCheckboxState.Checked;
        const command = isTicked ? 'kintsugi.tickStep' : 'kintsugi.untickStep';
        if ((await vscode.commands.executeCommand(command, item)) !== true) {
          provider.takeBack(item);
        }
      }
    }
  });
  return vscode.Disposable.from(provider, view, ticked, revealOpenNotes(product, view, provider));
}
