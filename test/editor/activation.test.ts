import * as vscode from 'vscode';
import { commandOf } from '../../src/commands';
import { extensionUnderTest, manifestCommands } from './commands';
import { equal, same } from './expect';

describe('Activation', () => {
  it('registers every command of the manifest, and no other', async () => {
    await extensionUnderTest().activate();
    const registered = (await vscode.commands.getCommands(true)).filter((id) => /^kintsugi\.(?!guide\.)/.test(id));
    same([...registered].sort(), [...manifestCommands()].sort());
  });

  it('has something to run for every command of the manifest', () => {
    same(
      manifestCommands().filter((id) => commandOf(id)?.id !== id),
      [],
    );
    equal(commandOf('kintsugi.nothing'), undefined);
  });

  it('needs neither a trusted workspace nor one on a disk', () => {
    const { capabilities } = extensionUnderTest().packageJSON as { capabilities: unknown };
    same(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: { supported: true } });
  });

  it('gives nothing away to other extensions', () => {
    equal(extensionUnderTest().exports, undefined);
  });
});
