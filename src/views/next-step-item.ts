import * as vscode from 'vscode';
import { nextOpenStep } from '../core/progress';
import type { Product } from '../product';

/** A status bar item that opens the next step. Its words tell nothing of the guide, and it is off until asked for. */
export function registerNextStepItem(product: Product): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kintsugi.nextStep', vscode.StatusBarAlignment.Left, -100);
  item.name = vscode.l10n.t('Next Note');
  item.text = `$(edit) ${vscode.l10n.t('Next note')}`;
  item.tooltip = vscode.l10n.t('Go on where you stopped');
  item.command = 'kintsugi.continue';
  const update = (): void => {
    const isWanted = vscode.workspace.getConfiguration('kintsugi').get<boolean>('statusBar.nextStep') === true;
    const folder = product.folders.active;
    const me = folder && product.identity.perspective(folder)?.me.id;
    const hasNext = folder !== undefined && me !== undefined && nextOpenStep(folder.progressFor(me), me) !== undefined;
    if (isWanted && hasNext) {
      item.show();
    } else {
      item.hide();
    }
  };
  update();
  return vscode.Disposable.from(
    item,
    product.folders.onDidChange(update),
    product.identity.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('kintsugi.statusBar')) {
        update();
      }
    }),
  );
}
