import * as vscode from 'vscode';
import { showGuideText } from '../views/guide-texts';
import { applySettings, offeredSettings } from '../workspace/editor-settings';
import type { EditorSetting } from '../workspace/editor-settings';
import type { Command } from './command';

/** Says what the editor itself may keep or send, and offers the settings against it. Nothing is set without a yes. */
export const editorPrivacy: Command = {
  id: 'kintsugi.editorPrivacy',
  async execute(product) {
    const more = vscode.l10n.t('Read what the editor keeps');
    const items = offeredSettings().map((setting) => ({ ...describe(setting), setting }));
    const read = { label: more, alwaysShow: true, setting: undefined };
    const chosen = await vscode.window.showQuickPick([...items, read], {
      title: vscode.l10n.t('What the editor itself may give away'),
      placeHolder: vscode.l10n.t(
        'AI features may send an open note away, and local history keeps copies. Choose what to set for this workspace.',
      ),
      canPickMany: true,
      ignoreFocusOut: true,
    });
    if (!chosen) {
      return;
    }
    if (chosen.some((item) => item.setting === undefined)) {
      await showGuideText('editorPrivacy');
    }
    const settings = chosen.flatMap((item) => item.setting ?? []);
    if (settings.length > 0) {
      await applySettings(settings, product.context.workspaceState);
      const message = vscode.l10n.t('Set for this workspace. “Kintsugi: Take Editor Settings Back” undoes it.');
      void vscode.window.showInformationMessage(message);
    }
  },
};

function describe({ id }: EditorSetting): vscode.QuickPickItem {
  switch (id) {
    case 'ai':
      return {
        label: vscode.l10n.t('Turn the editor’s AI features off here'),
        detail: vscode.l10n.t('They may send what is in an open note to a service.'),
      };
    case 'local-history':
      return {
        label: vscode.l10n.t('Keep Markdown files out of local history'),
        detail: vscode.l10n.t(
          'The price: it is the only undo for a private note once the file is closed. Deleted notes still go to the trash.',
        ),
      };
  }
}
