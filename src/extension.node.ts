import type * as vscode from 'vscode';
import { activate as activateProduct } from './extension';
import { DiskNoteFiles } from './node/disk-note-files';
import { EditorNoteFiles } from './workspace/editor-note-files';

export { deactivate } from './extension';

/** The entry for hosts with a disk. */
export function activate(context: vscode.ExtensionContext): void {
  activateProduct(context, new DiskNoteFiles(new EditorNoteFiles()));
}
