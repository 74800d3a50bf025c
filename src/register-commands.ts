import * as vscode from 'vscode';
import { codeOf } from './plain-error';
import { plainMessage } from './plain-message';
import type { Product } from './product';

/**
 * Registers every command that the manifest names; what runs them is loaded with the first one that is called. What
 * goes wrong in one is told in a plain sentence, with details for the log only.
 */
export function registerCommands(product: Product): vscode.Disposable {
  const registered = manifestCommands(product.context).map((id) =>
    vscode.commands.registerCommand(id, async (...parameters: readonly unknown[]) => {
      try {
        const { commandOf } = await import('./commands');
        return await commandOf(id)?.execute(product, ...parameters);
      } catch (error) {
        product.log.error(`${id} failed: ${codeOf(error)}`);
        void vscode.window.showErrorMessage(plainMessage(error));
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}

function manifestCommands({ extension }: vscode.ExtensionContext): readonly string[] {
  const manifest = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
  return manifest.contributes.commands.map(({ command }) => command);
}
