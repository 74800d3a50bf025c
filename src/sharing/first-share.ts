import * as vscode from 'vscode';
import type { ExtensionRepository } from '../git/extension-repository';
import { initialiseRepository, openRepository } from '../git/open-repository';
import { keepPrivateFolderIgnored } from '../notes/private-folder';
import type { Product } from '../product';
import { commitNotes } from '../sync/commit-notes';
import type { SyncParts } from '../sync/parts';
import { refusePrivateInCommits, refusePrivateInIndex } from '../sync/private-guard';
import { isTrouble, SyncTrouble } from '../sync/trouble';
import type { NotesFolder } from '../workspace/notes-folder';
import { askTarget, isAgreed, PUBLISH_TO_GITHUB } from './first-share-questions';
import type { Target } from './first-share-questions';
import { askNameForGit } from './name-for-git';
import { otherName, partsFor } from './sync-folder';
import { tellingTrouble } from './tell-trouble';
import { aloneAmongWindows } from './window-lock';

const REMOTE = 'origin';
const BRANCH = 'main';

/**
 * Shares a notes folder for the first time: says who will be able to read it, asks for an explicit yes, makes the
 * repository where there is none, and sends it to a remote.
 */
export async function shareFolder(product: Product, folder: NotesFolder): Promise<void> {
  await tellingTrouble(product, folder, () => shareStepByStep(product, folder));
}

async function shareStepByStep(product: Product, folder: NotesFolder): Promise<void> {
  const before = await stateOf(folder);
  if (before?.upstream) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('These notes have a place to be shared already. “Kintsugi: Sync with Partner” does the rest.'),
    );
    return;
  }
  const other = otherName(product, folder);
  const target = await askTarget(before?.remotes[0]);
  if (target === undefined) {
    return;
  }
  const address = await addressOf(folder, target);
  if (!(await isAgreed(other, address))) {
    return;
  }
  const repository = await makeReady(product, folder);
  if (target === 'github') {
    await vscode.commands.executeCommand(PUBLISH_TO_GITHUB, folder.uri);
    return;
  }
  if (target !== 'there') {
    await setRemote(repository, target.address);
  }
  await send(product, folder, repository);
  void tellShared(other, address);
}

/** Gives the repository its remote, or the one it has another address: nothing was ever sent to the first. */
async function setRemote(repository: ExtensionRepository, address: string): Promise<void> {
  const [known] = (await repository.state()).remotes;
  if (known) {
    await repository.setConfig(`remote.${known.name}.url`, address);
  } else {
    await repository.addRemote(REMOTE, address);
  }
}

/** Tells what the partner does now. With a button, the message shows all of its words. */
async function tellShared(other: string, address: string): Promise<void> {
  const copy = vscode.l10n.t('Copy the Address');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Shared. Now {0} runs “Git: Clone” with the same address and opens the folder; its README tells the rest.',
      other,
    ),
    copy,
  );
  if (answer === copy) {
    await vscode.env.clipboard.writeText(address);
  }
}

async function stateOf(folder: NotesFolder) {
  try {
    return await (await openRepository(folder.uri)).state();
  } catch (error) {
    if (isTrouble(error) && error.code === 'no-repository') {
      return undefined;
    }
    throw error;
  }
}

async function addressOf(folder: NotesFolder, target: Target): Promise<string> {
  if (typeof target === 'object') {
    return target.address;
  }
  const remotes = target === 'there' ? (await stateOf(folder))?.remotes : undefined;
  return remotes?.[0]?.pushUrl ?? '';
}

/** @returns the repository with everything in a commit */
async function makeReady(product: Product, folder: NotesFolder): Promise<ExtensionRepository> {
  // Before there is a repository at all: git must never see a private note.
  await keepPrivateFolderIgnored(product.files, folder.uri);
  if ((await stateOf(folder)) === undefined) {
    await initialiseRepository(folder.uri, BRANCH);
  }
  const repository = await openRepository(folder.uri);
  const parts = await quietParts(product, folder, repository);
  await refusePrivateInIndex(parts, undefined);
  await commitUnderName(product, folder, parts);
  await refusePrivateAnywhere(parts);
  return repository;
}

/** Commits, and asks for a name first where git knows none. */
async function commitUnderName(product: Product, folder: NotesFolder, parts: SyncParts): Promise<void> {
  try {
    await commitNotes(parts);
  } catch (error) {
    if (!isTrouble(error) || error.code !== 'no-user-name' || !(await askNameForGit(product, folder))) {
      throw error;
    }
    await commitNotes(parts);
  }
}

async function refusePrivateAnywhere(parts: SyncParts): Promise<void> {
  const { head } = await parts.repository.state();
  if (head !== undefined) {
    const commits = await parts.repository.commitsSince(undefined, head);
    await refusePrivateInCommits(
      parts,
      commits.map(({ commit }) => commit),
      undefined,
    );
  }
}

async function send(product: Product, folder: NotesFolder, repository: ExtensionRepository): Promise<void> {
  await aloneAmongWindows(product.files, product.context.globalStorageUri, folder.uri, async () => {
    const { branch, remotes } = await repository.state();
    const remote = remotes[0]?.name;
    if (branch === undefined || remote === undefined) {
      throw new SyncTrouble(branch === undefined ? 'detached' : 'no-remote');
    }
    await repository.fetch(remote);
    if ((await repository.remoteCommit(remote, branch)) !== undefined) {
      throw new SyncTrouble('unrelated');
    }
    await repository.push(remote, branch, branch, { setUpstream: true });
  });
}

async function quietParts(product: Product, folder: NotesFolder, repository: ExtensionRepository): Promise<SyncParts> {
  const { ready } = folder;
  if (!ready) {
    throw new SyncTrouble('unknown');
  }
  return {
    ...(await partsFor(product, folder, ready, repository)),
    onStep: () => undefined,
    isCancelled: () => false,
    acceptsRewritten: false,
    acceptsEmptied: false,
  };
}
