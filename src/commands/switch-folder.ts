import * as vscode from 'vscode';
import type { Command } from './command';

/** Chooses which notes folder of the window commands and the tree work on. */
export const switchFolder: Command = {
  id: 'kintsugi.switchFolder',
  async execute(product) {
    await product.folders.find();
    const active = product.folders.active?.uri.toString();
    const items = product.folders.all.map((uri) => ({
      label: vscode.workspace.asRelativePath(uri),
      description: uri.toString() === active ? vscode.l10n.t('open now') : '',
      uri,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which notes folder?') });
    if (chosen) {
      await product.folders.activate(chosen.uri);
    }
  },
};
