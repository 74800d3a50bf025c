import * as vscode from 'vscode';
import type { Product } from '../../product';
import { StepItem } from './items';
import type { TreeItem } from './items';
import { StageTreeProvider } from './provider';

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
        await vscode.commands.executeCommand(isTicked ? 'kintsugi.tickStep' : 'kintsugi.untickStep', item);
      }
    }
    // Where a tick was refused, the box goes back to what the file says.
    provider.repaint();
  });
  const reveal = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const folder = product.folders.active;
    const note = editor && folder?.noteAt(editor.document.uri);
    const isWanted = vscode.workspace.getConfiguration('kintsugi').get<boolean>('tree.revealOpenNote') === true;
    const item = note && isWanted && view.visible ? await provider.itemFor(note) : undefined;
    if (item && view.visible && vscode.window.activeTextEditor === editor) {
      await view.reveal(item, { select: true, focus: false });
    }
  };
  const opened = vscode.window.onDidChangeActiveTextEditor(async (editor) => {
    try {
      await reveal(editor);
    } catch {
      // The row may be gone by the time it would be shown; then there is nothing to reveal.
    }
  });
  return vscode.Disposable.from(provider, view, ticked, opened);
}
