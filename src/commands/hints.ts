import * as vscode from 'vscode';
import type { Command } from './command';

/** Takes the hint at the cursor away. */
export const hintNotHere: Command = {
  id: 'kintsugi.hintNotHere',
  execute({ hints }) {
    hints.notHere();
    return Promise.resolve();
  },
};

/** Takes the hint at the cursor away, and every other of its kind from now on. */
export const hintNotAgain: Command = {
  id: 'kintsugi.hintNotAgain',
  execute: (product) => product.hints.notAgain(product),
};

/** Turns hints off; the setting turns them on again. */
export const hintsOff: Command = {
  id: 'kintsugi.hintsOff',
  async execute() {
    const settings = vscode.workspace.getConfiguration('kintsugi');
    await settings.update('hints.enabled', false, vscode.ConfigurationTarget.Global);
  },
};
