import * as vscode from 'vscode';
import type { Note } from '../core/note';
import type { OpenFolder } from '../notes/perspective';
import { readWording } from '../notes/commitment-wording';
import type { NotesFolders } from '../workspace/notes-folders';
import { WORDING_SCHEME } from './read-only-schemes';

/** Serves wordings as read-only documents, without what their files say of themselves. */
export function registerWordings(folders: NotesFolders): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const folder = await folders.whenFound();
      const note = folder?.noteAt(vscode.Uri.parse(uri.query, true));
      const isWording = note?.wordingDigest !== undefined && !note.isPrivate;
      return folder && isWording ? await readWording(folder, note) : '';
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(WORDING_SCHEME, provider),
    folders.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments.filter((one) => one.uri.scheme === WORDING_SCHEME)) {
        changed.fire(uri);
      }
    }),
  );
}

/**
 * Shows how the wording has changed since a signature, in an editor for differences.
 * @param signature the note that holds the wording which was signed
 * @param page with the wording as it stands now
 * @param me who is here, if that is known
 */
export async function showWordingChange(
  { folder, ready }: OpenFolder,
  signature: Note,
  page: Note,
  me: string | undefined,
): Promise<void> {
  const signer = ready.couple.partners.find(({ id }) => id === signature.partner)?.name ?? '';
  const title =
    signature.partner === me
      ? vscode.l10n.t('What you signed, and the wording now')
      : vscode.l10n.t('What {0} signed, and the wording now', signer);
  const [signed, now] = [signature, page].map(({ path }) => wordingUri(folder.uriOf(path)));
  await vscode.commands.executeCommand('vscode.diff', signed, now, title, { preview: false });
}

function wordingUri(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme: WORDING_SCHEME, path: file.path, query: file.toString() });
}
