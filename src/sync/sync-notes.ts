import { commitNotes } from './commit-notes';
import { mergeIncoming } from './merge-incoming';
import type { SyncOutcome, SyncParts } from './parts';
import { checkPreconditions } from './preconditions';
import type { Destination } from './preconditions';
import { refusePrivateInCommits } from './private-guard';
import { resolveConflicts } from './resolve-conflicts';
import { isShared } from './shared-paths';
import { beginStep } from './steps';
import { isTrouble, SyncTrouble } from './trouble';

/** How often a sync that the partner's own overtakes is tried. */
const MOST_ATTEMPTS = 3;

/**
 * Shares notes with the partner: commits what changed here, fetches, merges, sends. Never pulls, rebases, resets,
 * stashes or forces, and never writes over what anybody wrote.
 * @throws SyncTrouble where it stops; what was written is all there, and a later sync goes on from where this one was
 */
export async function syncNotes(parts: SyncParts): Promise<SyncOutcome> {
  const { repository } = parts;
  beginStep(parts, 'looking');
  const state = await repository.state();
  const destination = await checkPreconditions(parts, state);
  const received = new Set<string>();
  const keptBoth = new Set<string>();
  const keep = (paths: readonly string[], kept: readonly string[]): void => {
    paths.forEach((path) => received.add(path));
    kept.forEach((path) => keptBoth.add(path));
  };
  if (state.merging !== undefined) {
    beginStep(parts, 'merging');
    keep([], await resolveConflicts(parts));
  }
  for (let attempt = 1; ; attempt += 1) {
    await commitNotes(parts);
    beginStep(parts, 'fetching');
    await repository.fetch(destination.remote);
    const incoming = await mergeIncoming(parts, destination);
    keep(incoming.received, incoming.keptBoth);
    try {
      const sent = await send(parts, destination);
      return { sent, received: received.size, keptBoth: [...keptBoth] };
    } catch (error) {
      if (!isTrouble(error) || error.code !== 'race-lost' || attempt >= MOST_ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** @returns how many shared files were sent */
async function send(parts: SyncParts, { branch, remote, name }: Destination): Promise<number> {
  const { repository, memory } = parts;
  const upstream = await repository.remoteCommit(remote, name);
  const { head, conflicts, merging } = await repository.state();
  if (conflicts.length > 0 || merging !== undefined) {
    throw new SyncTrouble('to-choose', conflicts);
  }
  if (head === undefined || head === upstream) {
    return 0;
  }
  const commits = await repository.commitsSince(upstream, head);
  if (commits.length === 0) {
    return 0;
  }
  await refusePrivateInCommits(
    parts,
    commits.map(({ commit }) => commit),
    upstream,
  );
  const changes = upstream === undefined ? [] : await repository.changesSince(upstream, head);
  beginStep(parts, 'sending');
  await repository.push(remote, branch, name, { setUpstream: false });
  await memory.remember(head);
  return changes.filter(({ path }) => isShared(path)).length;
}
