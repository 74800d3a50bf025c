import assert from 'node:assert/strict';
import path from 'node:path';
import { notification } from '../ui/answers';
import type { Couple } from './couple';
import { untilHostIsGone } from './editor';
import { Gate, withHook } from './gate';
import type { Machine } from './machine';
import { story, sum } from './story';

const PAGE = '1-name-the-betrayal/together.md';
const MOST_LOCKS = 3;
const SWALLOW = 'cat > /dev/null';

/** The moment of a sync in which its extension host is ended. */
interface Moment {
  readonly title: string;
  /** A hook of git that runs in this moment. */
  readonly hook: string;
  /** What git has to tell the hook for this to be the moment. */
  readonly only?: string;
  /** Whose hook it is; Alex's, if nothing is said. */
  readonly at?: 'remote';
  /** What both have written before. */
  readonly before: (couple: Couple) => Promise<unknown>;
  /** Whether the git that is at it is ended too, as when a machine goes off. */
  readonly andGit?: boolean;
  readonly isTelling?: boolean;
}

const MOMENTS: readonly Moment[] = [
  { title: 'while notes are being taken in', hook: 'pre-commit', before: ({ alex }) => alex.writes(note()) },
  {
    title: 'while notes are being taken in, and git with it',
    hook: 'pre-commit',
    before: ({ alex }) => alex.writes(note()),
    andGit: true,
  },
  {
    title: 'while a commit is being put at the head of the branch, and git with it',
    hook: 'reference-transaction',
    only: 'refs/heads/main',
    before: bothWrite,
    andGit: true,
  },
  {
    title: 'while it fetches, and git with it',
    hook: 'reference-transaction',
    only: 'refs/remotes/',
    before: bothWrite,
    andGit: true,
  },
  { title: 'while both are being joined', hook: 'pre-merge-commit', before: bothWrite, isTelling: true },
  { title: 'while both are being joined, and git with it', hook: 'pre-merge-commit', before: bothWrite, andGit: true },
  {
    title: 'while two texts are being kept, and git with it',
    hook: 'prepare-commit-msg',
    before: bothWriteInOnePlace,
    andGit: true,
  },
  { title: 'while it sends, and git with it', hook: 'pre-push', before: bothWrite, andGit: true },
  { title: 'after the remote has taken everything', hook: 'post-update', at: 'remote', before: bothWrite },
];

describe('the extension host is ended, and nothing is lost and the next sync comes to its end,', () => {
  for (const { title, hook, only, at, before, andGit = false, isTelling = false } of MOMENTS) {
    story(
      title,
      async (couple) => {
        const { alex, editor, remote, repositories } = couple;
        await before(couple);
        const hooks = at === 'remote' ? path.join(remote, 'hooks') : alex.hooks;
        const gate = new Gate(repositories.folder, `killed-${String(sum.kills)}`);
        const script = only === undefined ? gate.script : `grep -q '${only}' || exit 0\n${gate.script}`;
        await withHook(hooks, hook, script, async () => {
          const sync = untilHostIsGone(alex.sync());
          const process = await gate.reached();
          await alex.window.killHost();
          if (andGit) endProcess(process);
          await sync;
          gate.open();
        });
        sum.kills += 1;
        await alex.window.comesBack();
        editor.passHalfAMinute();
        await goesOn(alex);
      },
      { isTelling },
    );
  }

  story(
    'while git holds its lock, and git with it: the lock is named, and stays until somebody removes it',
    async (couple) => {
      const { alex, editor, repositories } = couple;
      await alex.writes(note());
      const gate = new Gate(repositories.folder, 'killed-lock');
      await withHook(alex.hooks, 'slow-filter', `${gate.script}\ncat`, async () => {
        await alex.clone.set({ 'filter.slow.clean': path.join(alex.hooks, 'slow-filter') });
        alex.clone.write('.git/info/attributes', '*.md filter=slow\n');
        const sync = untilHostIsGone(alex.sync());
        const process = await gate.reached();
        await alex.window.killHost();
        endProcess(process);
        await sync;
        gate.open();
      });
      alex.clone.remove('.git/info/attributes');
      sum.kills += 1;
      await alex.window.comesBack();
      editor.passHalfAMinute();
      const { paths } = await alex.isStoppedBy('locked');
      assert.deepEqual(paths, ['.git/index.lock']);
      await notification(alex.window.page, '.git/index.lock').waitFor();
      assert.ok(alex.clone.has('.git/index.lock'));
      alex.clone.remove('.git/index.lock');
    },
  );

  story('with words that were typed and not saved, which stay in the window', async ({ alex, sam, repositories }) => {
    const kept = note();
    await alex.writes(kept);
    const gate = new Gate(repositories.folder, 'killed-typing');
    let line = '';
    await withHook(alex.hooks, 'pre-push', `${SWALLOW}\n${gate.script}`, async () => {
      const sync = untilHostIsGone(alex.sync());
      await gate.reached();
      line = await alex.writes(kept, { save: false });
      await alex.window.killHost();
      await sync;
      gate.open();
    });
    sum.kills += 1;
    await alex.window.comesBack();
    const first = await alex.sync();
    if (first.kind === 'stopped') {
      // The window that was ended is taken for one that is still at it, for half a minute.
      assert.deepEqual(first, { kind: 'stopped', code: 'already-syncing', paths: [] });
      await new Promise((resolve) => setTimeout(resolve, 31_000));
      await alex.syncs();
    }
    await sam.syncs();
    assert.ok(sam.reads(kept).includes(line));
  });
});

/** The next sync comes to its end, or names a lock that git has left, and the one after that the next. */
async function goesOn(me: Machine): Promise<void> {
  for (let locks = 0; ; locks += 1) {
    const report = await me.sync();
    if (report.kind === 'synced') return;
    assert.ok(report.code === 'locked' && locks < MOST_LOCKS, JSON.stringify(report));
    const [lock = ''] = report.paths;
    assert.ok(lock !== '' && me.clone.has(lock), 'nobody but the person deletes a lock');
    me.clone.remove(lock);
  }
}

let count = 0;

/** @returns a name that no other note has */
function note(): string {
  count += 1;
  return `6-kindness/2026-05-${String(count).padStart(2, '0')}-alex.md`;
}

async function bothWrite({ alex, sam }: Couple): Promise<void> {
  const hers = note();
  await sam.writes(hers.replace('alex', 'sam'));
  await sam.syncs();
  await alex.writes(hers);
}

async function bothWriteInOnePlace({ alex, sam }: Couple): Promise<void> {
  const before = await alex.writes(PAGE);
  await alex.syncs();
  await sam.syncs();
  await sam.writesInstead(PAGE, before);
  await sam.syncs();
  await alex.writesInstead(PAGE, before);
  // Its own commit is made here, so that the one that waits is the one that joins.
  await alex.clone.git('commit', '--quiet', '-a', '-m', 'Update notes');
}

/** Ends one process, if it has not ended with those that started it. */
function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has.
  }
}
