import * as vscode from 'vscode';
import { codeOf } from '../plain-error';
import { plainMessage } from '../plain-message';
import type { Product } from '../product';

/** One command of the manifest. */
export interface Command {
  readonly id: string;
  execute(product: Product, ...parameters: readonly unknown[]): Promise<unknown>;
}

/** Registers commands; what goes wrong in one is told in a plain sentence, with details for the log only. */
export function registerCommands(product: Product, commands: readonly Command[]): vscode.Disposable {
  const registered = commands.map((command) =>
    vscode.commands.registerCommand(command.id, async (...parameters: readonly unknown[]) => {
      try {
        return await command.execute(product, ...parameters);
      } catch (error) {
        product.log.error(`${command.id} failed: ${codeOf(error)}`);
        void vscode.window.showErrorMessage(plainMessage(error));
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
