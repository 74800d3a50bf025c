import type { MergeResult, MergeSide } from '../core/merge/merge-note';
import type { CommitAuthor, GitRepository, NotesOnDisk } from './port';

/** What a sync is doing, in the order in which it does it. */
export type SyncStep = 'looking' | 'saving' | 'committing' | 'fetching' | 'merging' | 'sending';

/** Whose text a side of a merge is. */
export type Writer = Pick<MergeSide, 'author' | 'rank'>;

/** Everything that one sync works with. */
export interface SyncParts {
  readonly repository: GitRepository;
  readonly disk: NotesOnDisk;
  /** The merge of notes. */
  readonly mergeNote: (path: string, base: Uint8Array | undefined, ours: MergeSide, theirs: MergeSide) => MergeResult;
  /** Tells which partner a commit's author is. */
  readonly writerOf: (author: CommitAuthor) => Writer;
  /** @returns what the commit says; never a word of a note */
  readonly commitMessage: (paths: readonly string[]) => string;
  /** Remembers, on this machine, the partner's side of the history as it was last seen. */
  readonly memory: {
    readonly lastSeen: () => string | undefined;
    readonly remember: (commit: string) => PromiseLike<void>;
  };
  /** Whether the person has said that a remote whose history was rewritten is to be joined all the same. */
  readonly acceptsRewritten: boolean;
  /** Whether the person has said that notes which hold nothing any more are meant so. */
  readonly acceptsEmptied: boolean;
  /** Told before each step. */
  readonly onStep: (step: SyncStep) => void;
  /** Asked between steps. */
  readonly isCancelled: () => boolean;
}

/** What a sync has done. */
export interface SyncOutcome {
  /** How many shared files went to the partner's side. */
  readonly sent: number;
  /** How many shared files came from there. */
  readonly received: number;
  /** The notes in which both texts stand until someone chooses. */
  readonly keptBoth: readonly string[];
}
