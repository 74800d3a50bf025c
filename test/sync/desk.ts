import { mergeNote } from '../../src/core/merge/merge-note';
import type { SyncOutcome, SyncParts, Writer } from '../../src/sync/parts';
import type { CommitAuthor } from '../../src/sync/port';
import { syncNotes } from '../../src/sync/sync-notes';
import { DiskNotes } from '../git/disk-notes';
import { CommandLineRepository } from '../git/git-command-line';
import { Clone } from '../git/repositories';

/** What a test lets happen around each git process of a desk. */
interface Interruptions {
  before?: ((step: string, count: number) => void | Promise<void>) | undefined;
  after?: ((step: string, count: number) => void | Promise<void>) | undefined;
}

/** The parts of a sync that a test may replace. */
export type Replaced = Partial<
  Pick<SyncParts, 'mergeNote' | 'acceptsRewritten' | 'acceptsEmptied' | 'onStep' | 'isCancelled' | 'memory'>
>;

/** One machine at which one of the two writes and syncs, with the real git and without an editor. */
export class Desk {
  readonly disk: DiskNotes;
  readonly repository: CommandLineRepository;
  /** Set by a test to let something happen around the git processes of a sync. */
  readonly interruptions: Interruptions = {};
  /** The words of every git process that a sync has run here. */
  readonly words: (readonly string[])[] = [];
  /** The partner's side of the history as it was last seen. */
  seen: string | undefined;

  constructor(
    readonly clone: Clone,
    environment: NodeJS.ProcessEnv = {},
  ) {
    this.disk = new DiskNotes(clone.folder);
    this.repository = new CommandLineRepository(clone.folder, {
      environment,
      before: (step, words) => {
        this.words.push(words);
        return this.interruptions.before?.(step, this.words.length);
      },
      after: (step) => this.interruptions.after?.(step, this.words.length),
    });
  }

  static async at(folder: string, environment?: NodeJS.ProcessEnv): Promise<Desk> {
    return new Desk(await Clone.at(folder, undefined), environment);
  }

  /** Syncs once. @throws SyncTrouble where it stops */
  async sync(replaced: Replaced = {}): Promise<SyncOutcome> {
    return await syncNotes({
      repository: this.repository,
      disk: this.disk,
      mergeNote,
      writerOf,
      commitMessage: (paths) => `Share ${String(paths.length)} notes`,
      memory: {
        lastSeen: () => this.seen,
        remember: (commit) => {
          this.seen = commit;
          return Promise.resolve();
        },
      },
      acceptsRewritten: false,
      acceptsEmptied: false,
      onStep: () => undefined,
      isCancelled: () => false,
      ...replaced,
    });
  }
}

function writerOf({ email }: CommitAuthor): Writer {
  switch (email) {
    case 'alex@example.org':
      return { author: 'Alex', rank: 0 };
    case 'sam@example.org':
      return { author: 'Sam', rank: 1 };
    default:
      return { author: undefined, rank: 2 };
  }
}
