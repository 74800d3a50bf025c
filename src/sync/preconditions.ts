import type { SyncParts } from './parts';
import type { RepositoryState } from './port';
import { refusePrivateInIndex } from './private-guard';
import { SyncTrouble } from './trouble';

/** Where the branch that is open is sent to. */
export interface Destination {
  readonly branch: string;
  readonly remote: string;
  /** The branch's name at the remote. */
  readonly name: string;
}

/**
 * Looks whether this repository can be synced as it stands.
 * @throws SyncTrouble where it cannot; nothing was changed
 */
export async function checkPreconditions(parts: SyncParts, state: RepositoryState): Promise<Destination> {
  if (state.lock !== undefined) {
    throw new SyncTrouble('locked', [state.lock]);
  }
  if (state.isRebasing) {
    throw new SyncTrouble('rebase-under-way');
  }
  if (state.branch === undefined) {
    throw new SyncTrouble('detached');
  }
  if (state.isShallow) {
    throw new SyncTrouble('shallow');
  }
  if (state.remotes.length === 0) {
    throw new SyncTrouble('no-remote');
  }
  if (state.upstream === undefined) {
    throw new SyncTrouble('no-upstream');
  }
  const { remote, name } = state.upstream;
  const seen = await parts.repository.remoteCommit(remote, name);
  await refuseForeignMerge(parts, state, seen);
  await refusePrivateInIndex(parts, seen);
  return { branch: state.branch, remote, name };
}

/** A merge of the partner's side is gone on with; any other is the person's own, and is left alone. */
async function refuseForeignMerge(
  { repository }: SyncParts,
  { merging, conflicts }: RepositoryState,
  seen: string | undefined,
): Promise<void> {
  if (merging === undefined) {
    if (conflicts.length > 0) {
      throw new SyncTrouble('merge-under-way', conflicts);
    }
    return;
  }
  const isOfPartner = seen !== undefined && (await repository.mergeBase(merging, seen)) === merging;
  if (!isOfPartner) {
    throw new SyncTrouble('merge-under-way');
  }
}

/**
 * Looks whether the person's git may make the merge commit that is needed now.
 * @throws SyncTrouble where a setting forbids it, or would do more than merge
 */
export async function refuseForbiddenMerge({ repository }: SyncParts, branch: string): Promise<void> {
  const options = (await repository.config(`branch.${branch}.mergeoptions`)) ?? '';
  const onlyForward = (await repository.config('merge.ff')) === 'only';
  const stashes = isYes(await repository.config('merge.autostash'));
  if (
    onlyForward ||
    stashes ||
    /--(?:ff-only|squash|no-commit|autostash|strategy|strategy-option)|-[sX]/.test(options)
  ) {
    throw new SyncTrouble('merges-forbidden');
  }
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|yes|on|1|)$/i.test(value);
}
