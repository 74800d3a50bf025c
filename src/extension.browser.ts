import type * as vscode from 'vscode';
import { activate as activateProduct } from './extension';
import { EditorNoteFiles } from './workspace/editor-note-files';

export { deactivate } from './extension';

/** The entry for the web-worker host. */
export function activate(context: vscode.ExtensionContext): void {
  activateProduct(context, new EditorNoteFiles());
}
