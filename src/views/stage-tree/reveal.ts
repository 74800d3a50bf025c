import * as vscode from 'vscode';
import type { Note } from '../../core/note';
import type { Product } from '../../product';
import { EntryItem, EntryStepItem, StepItem } from './items';
import type { TreeItem } from './items';
import type { StageTreeProvider } from './provider';

/** Opening a note often changes the tree too; a row that is revealed while the tree is painted again is lost. */
const QUIET_IN_MILLISECONDS = 400;

/** Shows the note that is open in the tree, where that is wanted. */
export function revealOpenNotes(
  product: Product,
  view: vscode.TreeView<TreeItem>,
  provider: StageTreeProvider,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isStillWanted = (editor: vscode.TextEditor): boolean =>
    view.visible && vscode.window.activeTextEditor === editor;
  const reveal = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const note = editor && product.folders.active?.noteAt(editor.document.uri);
    const isWanted = vscode.workspace.getConfiguration('kintsugi').get<boolean>('tree.revealOpenNote') === true;
    if (!note || !isWanted || !isStillWanted(editor) || view.selection.some((item) => isOfNote(item, note))) {
      return;
    }
    const item = await provider.itemFor(note);
    if (item && isStillWanted(editor)) {
      await view.reveal(item, { select: true, focus: false });
    }
  };
  const opened = vscode.window.onDidChangeActiveTextEditor((editor) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reveal(editor).catch(() => {
        // The row may be gone by the time it would be shown; then there is nothing to reveal.
      });
    }, QUIET_IN_MILLISECONDS);
  });
  return vscode.Disposable.from(opened, {
    dispose: () => {
      clearTimeout(timer);
    },
  });
}

/** Whether a row leads to a note already, such as the very step that was clicked. */
function isOfNote(item: TreeItem, { path }: Note): boolean {
  if (item instanceof StepItem) {
    return [...item.step.notes.values()].some((note) => note.path === path);
  }
  if (item instanceof EntryStepItem) {
    return item.parent.note.path === path;
  }
  return item instanceof EntryItem && item.note.path === path;
}
