import * as vscode from 'vscode';
import { extensionUnderTest, manifestCommands } from './commands';
import { equal, same } from './expect';

describe('Activation', () => {
  it('registers every command of the manifest, and no other', async () => {
    await extensionUnderTest().activate();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => /^kintsugi\.(?!guide\.)/.test(id));
    same([...registered].sort(), [...manifestCommands()].sort());
  });

  it('gives nothing away to other extensions', () => {
    equal(extensionUnderTest().exports, undefined);
  });
});
