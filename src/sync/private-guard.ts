import type { SyncParts } from './parts';
import { isPrivatePath, PRIVATE_NAMES } from './shared-paths';
import type { GitRepository } from './port';
import { SyncTrouble } from './trouble';

/**
 * Sees to it that nothing private is in the index.
 * @param upstream the commit of the remote's branch, if it is known
 * @throws SyncTrouble where git tracks a private file
 */
export async function refusePrivateInIndex({ repository }: SyncParts, upstream: string | undefined): Promise<void> {
  if (await holdsPrivate(repository, 'index')) {
    throw await privateTrouble(repository, upstream);
  }
}

/**
 * Sees to it that no commit that would be sent holds anything private, also one that a later commit took back.
 * @param commits that the remote does not have
 * @throws SyncTrouble where one does
 */
export async function refusePrivateInCommits(
  { repository }: SyncParts,
  commits: readonly string[],
  upstream: string | undefined,
): Promise<void> {
  for (const commit of commits) {
    if (await holdsPrivate(repository, { commit })) {
      throw await privateTrouble(repository, upstream);
    }
  }
}

/**
 * Sees to it that nothing of the partner's would be put into the private folder of this machine.
 * @throws SyncTrouble where it would
 */
export function refuseIncomingPrivate(incoming: readonly string[]): void {
  if (incoming.some(isPrivatePath)) {
    throw new SyncTrouble('incoming-private');
  }
}

async function holdsPrivate(repository: GitRepository, tree: Parameters<GitRepository['holds']>[0]): Promise<boolean> {
  for (const name of PRIVATE_NAMES) {
    if (await repository.holds(tree, name)) {
      return true;
    }
  }
  return false;
}

/** What was sent already cannot be taken back by a repair on this machine alone, and that is said. */
async function privateTrouble(repository: GitRepository, upstream: string | undefined): Promise<SyncTrouble> {
  const isSent = upstream !== undefined && (await holdsPrivate(repository, { commit: upstream }));
  return new SyncTrouble(isSent ? 'private-pushed' : 'private-tracked');
}
