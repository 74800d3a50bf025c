import * as vscode from 'vscode';
import { takeSettingsBack } from '../workspace/editor-settings';
import type { Command } from './command';

/** Takes back what was set for the editor itself. */
export const takeEditorSettingsBack: Command = {
  id: 'kintsugi.takeEditorSettingsBack',
  async execute(product) {
    const count = await takeSettingsBack(product.context.workspaceState);
    void vscode.window.showInformationMessage(
      count > 0
        ? vscode.l10n.t('The editor’s settings are as they were before.')
        : vscode.l10n.t('There is nothing to take back: nothing was set here.'),
    );
  },
};
