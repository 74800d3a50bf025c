import * as vscode from 'vscode';
import type { Command } from './command';

/** Takes the hint at the cursor away. */
export const hintNotHere: Command = {
  id: 'kintsugi.hintNotHere',
  async execute(product) {
    const { hints } = await product.helpInNotes.load(product);
    hints.notHere();
  },
};

/** Takes the hint at the cursor away, and every other of its kind from now on. */
export const hintNotAgain: Command = {
  id: 'kintsugi.hintNotAgain',
  async execute(product) {
    const { hints } = await product.helpInNotes.load(product);
    await hints.notAgain(product);
  },
};

/** Turns hints off; the setting turns them on again. */
export const hintsOff: Command = {
  id: 'kintsugi.hintsOff',
  async execute() {
    const settings = vscode.workspace.getConfiguration('kintsugi');
    await settings.update('hints.enabled', false, vscode.ConfigurationTarget.Global);
  },
};
