import * as vscode from 'vscode';
import { partnerOfGitIdentity } from '../core/couple';
import type { Couple } from '../core/couple';
import type { Product } from '../product';
import type { SyncOutcome, SyncParts, SyncStep, Writer } from '../sync/parts';
import type { CommitAuthor, GitRepository } from '../sync/port';
import { syncNotes } from '../sync/sync-notes';
import { isTrouble, SyncTrouble } from '../sync/trouble';
import type { TroubleCode } from '../sync/trouble';
import type { NotesFolder, ReadyFolder } from '../workspace/notes-folder';
import { EditorNotesOnDisk } from '../git/notes-on-disk';
import { openRepository } from '../git/open-repository';
import { loadParsing } from '../workspace/parsing';
import { commitMessage } from './commit-message';
import type { Telling } from './commit-message';
import { aloneAmongWindows } from './window-lock';

/** What came of a sync. */
export type SyncReport =
  | ({ readonly kind: 'synced' } & SyncOutcome)
  | { readonly kind: 'stopped'; readonly code: TroubleCode; readonly paths: readonly string[] };

/** What somebody has said before a sync is tried once more. */
export type Accepted = 'rewritten' | 'emptied';

/** How a sync is watched over. */
export interface Watching {
  readonly onStep: (step: SyncStep) => void;
  readonly isCancelled: () => boolean;
}

/** Syncs one notes folder. Never rejects for a reason that is known; the report says it. */
export async function syncFolder(
  product: Product,
  folder: NotesFolder,
  { onStep, isCancelled }: Watching,
  accepted: readonly Accepted[],
): Promise<SyncReport> {
  const { ready } = folder;
  if (!ready) {
    return { kind: 'stopped', code: 'unknown', paths: [] };
  }
  try {
    const { files, context } = product;
    const outcome = await aloneAmongWindows(files, context.globalStorageUri, folder.uri, async () => {
      const repository = await openRepository(folder.uri);
      const parts = await partsFor(product, folder, ready, repository);
      return await syncNotes({
        ...parts,
        onStep,
        isCancelled,
        acceptsRewritten: accepted.includes('rewritten'),
        acceptsEmptied: accepted.includes('emptied'),
      });
    });
    return { kind: 'synced', ...outcome };
  } catch (error) {
    if (!isTrouble(error)) {
      throw error;
    }
    return { kind: 'stopped', code: error.code, paths: error.paths };
  } finally {
    await folder.refresh();
  }
}

/** The trouble that a report tells of. */
export function troubleOf({ code, paths }: SyncReport & { kind: 'stopped' }): SyncTrouble {
  return new SyncTrouble(code, paths);
}

/** What every sync of a folder works with, however it is watched. */
export async function partsFor(
  product: Product,
  folder: NotesFolder,
  { couple, guide }: ReadyFolder,
  repository: GitRepository,
): Promise<Omit<SyncParts, 'onStep' | 'isCancelled' | 'acceptsRewritten' | 'acceptsEmptied'>> {
  const parsing = await loadParsing();
  const telling: Telling =
    vscode.workspace.getConfiguration('kintsugi').get<string>('sync.commitMessages') === 'telling'
      ? 'telling'
      : 'plain';
  const state = product.context.workspaceState;
  const key = `kintsugi.lastSeen:${folder.uri.toString()}`;
  return {
    repository,
    disk: new EditorNotesOnDisk(folder.uri, product.files),
    mergeNote: parsing.mergeNote,
    writerOf: (author) => writerOf(couple, author),
    commitMessage: (paths) => commitMessage(telling, paths, guide, couple),
    memory: {
      lastSeen: () => state.get<string>(key),
      remember: (commit) => state.update(key, commit),
    },
  };
}

/** Which partner a commit is by; the first of `kintsugi.yaml` comes first wherever two texts stand. */
function writerOf(couple: Couple, { name, email }: CommitAuthor): Writer {
  const partner = partnerOfGitIdentity(couple, [name, email]);
  if (!partner) {
    return { author: name === '' ? undefined : name, rank: 2 };
  }
  return { author: partner.name, rank: partner.id === couple.partners[0].id ? 0 : 1 };
}

/** The partner's name, for sentences. */
export function otherName(product: Product, folder: NotesFolder): string {
  return product.identity.perspective(folder)?.other.name ?? vscode.l10n.t('your partner');
}
