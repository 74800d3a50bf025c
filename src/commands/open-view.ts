import * as vscode from 'vscode';
import { setContext } from '../workspace/context-key';
import type { Command } from './command';

/** Brings the guide to the sidebar, also after everything was put away. */
export const openView: Command = {
  id: 'kintsugi.open',
  async execute() {
    await setContext('kintsugi.isPutAway', false);
    await vscode.commands.executeCommand('kintsugi.guide.focus');
  },
};
