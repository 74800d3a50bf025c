import * as vscode from 'vscode';
import { applySettings, offeredSettings, takeSettingsBack } from '../../src/workspace/editor-settings';
import { equal, holds, same } from './expect';
import { partsOf } from './parts';

const HISTORY = 'workbench.localHistory.exclude';

function ofWorkspace(key: string): unknown {
  return vscode.workspace.getConfiguration().inspect<unknown>(key)?.workspaceValue;
}

describe('Settings of the editor', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration().update(HISTORY, undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('are offered only where this editor knows them', () => {
    const known = vscode.version.startsWith('1.100.') ? ['local-history'] : ['ai', 'local-history'];
    same(
      offeredSettings().map(({ id }) => id),
      known,
    );
  });

  it('are set for the workspace, and taken back to what they were', async () => {
    const { memory } = partsOf();
    const before = offeredSettings().map(({ key }) => ofWorkspace(key));
    await applySettings(offeredSettings(), memory);
    for (const { key, value } of offeredSettings()) {
      same(ofWorkspace(key), value, key);
    }
    equal(await takeSettingsBack(memory), offeredSettings().length);
    same(
      offeredSettings().map(({ key }) => ofWorkspace(key)),
      before,
    );
    equal(await takeSettingsBack(memory), 0, 'the second time there is nothing to take back');
  });

  it('keep what the person had set, also when they are set twice', async () => {
    const { memory } = partsOf();
    const own = { '**/secret/**': true };
    await vscode.workspace.getConfiguration().update(HISTORY, own, vscode.ConfigurationTarget.Workspace);
    const history = offeredSettings().filter(({ id }) => id === 'local-history');
    await applySettings(history, memory);
    await applySettings(history, memory);
    same(ofWorkspace(HISTORY), { ...own, '**/*.md': true });
    await takeSettingsBack(memory);
    same(ofWorkspace(HISTORY), own);
    holds(history.length === 1, 'local history is known to every editor');
  });
});
