/** Why a sync stopped. Each has one plain sentence and, where the editor has one, a next step. */
export type TroubleCode =
  | 'already-syncing'
  | 'cancelled'
  | 'commit-refused'
  | 'conflict-markers'
  | 'detached'
  | 'emptied'
  | 'git-missing'
  | 'git-off'
  | 'hook-refused'
  | 'incoming-private'
  | 'locked'
  | 'merge-under-way'
  | 'merges-forbidden'
  | 'no-git-here'
  | 'no-remote'
  | 'no-repository'
  | 'no-upstream'
  | 'no-user-name'
  | 'not-own-repository'
  | 'private-tracked'
  | 'private-pushed'
  | 'protected-branch'
  | 'race-lost'
  | 'rebase-under-way'
  | 'refused-credentials'
  | 'rewritten'
  | 'shallow'
  | 'signature-impossible'
  | 'staged-elsewhere'
  | 'still-writing'
  | 'to-choose'
  | 'unreachable'
  | 'unrelated'
  | 'unsafe-folder'
  | 'would-overwrite'
  | 'unknown';

const NAME = 'SyncTrouble';

/** What stopped a sync. Nothing was lost, whatever it is. */
export class SyncTrouble extends Error {
  override readonly name = NAME;

  /**
   * @param code why
   * @param paths the files that it is about, relative to the notes folder; for the person's eyes, never for a log
   */
  constructor(
    readonly code: TroubleCode,
    readonly paths: readonly string[] = [],
  ) {
    super(code);
  }
}

/** Whether an error is a trouble, also one that another of our bundles threw. */
export function isTrouble(error: unknown): error is SyncTrouble {
  return error instanceof Error && error.name === NAME;
}
