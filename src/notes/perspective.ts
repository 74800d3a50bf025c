import * as vscode from 'vscode';
import { PlainError } from '../plain-error';
import type { Product } from '../product';
import type { Perspective } from '../workspace/identity';
import type { NotesFolder, ReadyFolder } from '../workspace/notes-folder';

/** An open folder that can be worked in. */
export interface OpenFolder {
  readonly folder: NotesFolder;
  readonly ready: ReadyFolder;
}

/**
 * The active notes folder.
 * @returns `undefined` where there is none and the person turned the offer to set one up down
 * @throws PlainError where its `kintsugi.yaml` cannot be used
 */
export async function openFolder(product: Product): Promise<OpenFolder | undefined> {
  const folder = await product.folders.whenFound();
  if (!folder) {
    const setUp = vscode.l10n.t('Set Up Notes Folder');
    const question = vscode.l10n.t('There is no notes folder here yet.');
    if ((await vscode.window.showInformationMessage(question, setUp)) === setUp) {
      await vscode.commands.executeCommand('kintsugi.setUp');
    }
    return undefined;
  }
  if (!folder.ready) {
    throw new PlainError(
      vscode.l10n.t(
        'kintsugi.yaml cannot be used as it stands; the Problems list says where. Your notes are untouched.',
      ),
    );
  }
  return { folder, ready: folder.ready };
}

/** @returns who is here, asked once if nobody has said; `undefined` where the question was turned down. */
async function whoIsHere(product: Product, { folder, ready }: OpenFolder): Promise<Perspective | undefined> {
  await product.identity.recognise(folder);
  const known = product.identity.perspective(folder);
  return known ?? (await askWhoIsHere(product, { folder, ready }));
}

/** Everything that somebody needs who writes. */
export interface AtWork {
  readonly open: OpenFolder;
  readonly perspective: Perspective;
}

/**
 * The active notes folder and who is here.
 * @returns `undefined` where the person turned a question about either down
 * @throws PlainError where the folder's `kintsugi.yaml` cannot be used
 */
export async function openAsPartner(product: Product): Promise<AtWork | undefined> {
  const open = await openFolder(product);
  const perspective = open && (await whoIsHere(product, open));
  return open && perspective && { open, perspective };
}

/** Asks who is here, and remembers it on this machine. */
export async function askWhoIsHere(product: Product, { folder, ready }: OpenFolder): Promise<Perspective | undefined> {
  const items = ready.couple.partners.map((partner) => ({ label: partner.name, partner }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which of you is here?'),
    placeHolder: vscode.l10n.t('This is kept on this machine only.'),
  });
  if (!chosen) {
    return undefined;
  }
  await product.identity.choose(folder.uri, chosen.partner.id);
  return product.identity.perspective(folder);
}
