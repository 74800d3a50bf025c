import * as vscode from 'vscode';
import { PRIVATE_FOLDER } from '../core/note-path';
import { PlainError } from '../plain-error';
import type { NoteFiles } from '../workspace/note-files';

const RULE = `${PRIVATE_FOLDER}/`;

/** Whether a `.gitignore` keeps the private folder out of git. */
function ignoresPrivateFolder(text: string): boolean {
  const rules = text.split(/\r?\n/).map((line) => line.trimEnd());
  const last = rules.findLast((rule) => /^!?\/?private(?:\/\*{0,2})?$/.test(rule));
  return last !== undefined && !last.startsWith('!');
}

/**
 * Sees to it that git ignores the private folder, before anything is put there. An existing `.gitignore` gets one
 * line at its end; what stands in it stays.
 * @returns whether something had to be done
 * @throws PlainError where that cannot be done; then nothing private may be written
 */
export async function keepPrivateFolderIgnored(files: NoteFiles, folder: vscode.Uri): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder, '.gitignore');
  if ((await files.create(uri, new TextEncoder().encode(`${RULE}\n`))) === 'created') {
    return true;
  }
  const before = await vscode.workspace.fs.readFile(uri);
  const text = new TextDecoder().decode(before);
  if (ignoresPrivateFolder(text)) {
    return false;
  }
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty || /^(?:<{7}|>{7})/m.test(text)) {
    throw new PlainError(
      vscode.l10n.t('Save .gitignore first, with the line “private/” in it, so that private notes stay out of git.'),
    );
  }
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  await files.append(uri, new TextEncoder().encode(`${separator}${RULE}\n`));
  return true;
}
