import { commitNotes } from './commit-notes';
import type { SyncParts } from './parts';
import type { FileChange } from './port';
import { refuseForbiddenMerge } from './preconditions';
import type { Destination } from './preconditions';
import { refuseIncomingPrivate } from './private-guard';
import { resolveConflicts } from './resolve-conflicts';
import { isShared } from './shared-paths';
import { beginStep } from './steps';
import { isTrouble, SyncTrouble } from './trouble';

/** How often what is being written in this very moment is saved and committed before the sync gives up. */
const MOST_ATTEMPTS = 3;

/** What came of a merge. */
export interface Incoming {
  /** The shared files that came. */
  readonly received: readonly string[];
  readonly keptBoth: readonly string[];
}

const NOTHING: Incoming = { received: [], keptBoth: [] };

/**
 * Merges what the remote's branch holds, as it was last fetched.
 * @throws SyncTrouble where that is not safe; the notes are as they were, or git's merge is under way
 */
export async function mergeIncoming(parts: SyncParts, { branch, remote, name }: Destination): Promise<Incoming> {
  const { repository, memory } = parts;
  const upstream = await repository.remoteCommit(remote, name);
  if (upstream === undefined) {
    return NOTHING;
  }
  await refuseRewritten(parts, upstream);
  for (let attempt = 1; ; attempt += 1) {
    const { head } = await repository.state();
    if (head === undefined) {
      throw new SyncTrouble('unrelated');
    }
    const base = await repository.mergeBase(head, upstream);
    if (base === undefined) {
      throw new SyncTrouble('unrelated');
    }
    if (base === upstream) {
      await memory.remember(upstream);
      return NOTHING;
    }
    beginStep(parts, 'merging');
    const incoming = await repository.changesSince(head, upstream);
    refuseIncomingPrivate(incoming.flatMap(({ path, kind }) => (kind === 'deleted' ? [] : [path])));
    await refuseOverwriting(parts, head, incoming);
    if (base !== head) {
      await refuseForbiddenMerge(parts, branch);
    }
    const paths = new Set(incoming.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])));
    // The last look before git writes: a note that is being written now would meet other bytes on the disk.
    if (parts.disk.unsaved().some((path) => paths.has(path))) {
      await commitAgain(parts, attempt);
      continue;
    }
    try {
      const keptBoth = (await repository.merge(upstream)) === 'conflicts' ? await resolveConflicts(parts) : [];
      await memory.remember(upstream);
      return { received: [...paths].filter(isShared), keptBoth };
    } catch (error) {
      if (!isTrouble(error) || error.code !== 'still-writing') {
        throw error;
      }
      await commitAgain(parts, attempt);
    }
  }
}

async function commitAgain(parts: SyncParts, attempt: number): Promise<void> {
  if (attempt >= MOST_ATTEMPTS) {
    throw new SyncTrouble('still-writing');
  }
  await commitNotes(parts);
}

/** A history that was rewritten may have been so to take something back; joining it would bring that back. */
async function refuseRewritten({ repository, memory, acceptsRewritten }: SyncParts, upstream: string): Promise<void> {
  const known = memory.lastSeen();
  if (known === undefined || known === upstream || acceptsRewritten) {
    return;
  }
  if ((await repository.mergeBase(known, upstream)) !== known) {
    throw new SyncTrouble('rewritten');
  }
}

/** git takes a file that it ignores for one that may be written over. */
async function refuseOverwriting(
  { repository, disk }: SyncParts,
  head: string,
  incoming: readonly FileChange[],
): Promise<void> {
  const endangered: string[] = [];
  for (const { path, from, kind } of incoming) {
    const isNew = kind === 'added' || (kind === 'renamed' && from?.toLowerCase() !== path.toLowerCase());
    if (isNew && (await disk.kindOf(path)) !== 'missing' && !(await repository.holds({ commit: head }, path))) {
      endangered.push(path);
    }
  }
  if (endangered.length > 0) {
    throw new SyncTrouble('would-overwrite', endangered);
  }
}
