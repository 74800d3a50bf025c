import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import path from 'node:path';
import type { TroubleCode } from '../../src/sync/trouble';
import { startRefusingServer } from '../git/refusing-server';
import { git } from '../git/git-process';
import { putHook } from '../git/repositories';
import { notification, questionBox } from '../ui/answers';
import { press } from '../ui/keyboard';
import type { Couple } from './couple';
import { story } from './story';

/** Takes an obstacle away again, as the person would. */
type Undo = () => unknown;

/** Something that a sync must not go past. */
interface Obstacle {
  readonly title: string;
  readonly code: TroubleCode;
  /** Words of the sentence on the screen. */
  readonly says: string;
  readonly paths?: readonly string[];
  readonly put: (couple: Couple) => Promise<Undo>;
}

const NOTE = '4-honesty/alex.md';
const LOCK = '.git/index.lock';
const SOMEBODY = 12_345;

const OBSTACLES: readonly Obstacle[] = [
  {
    title: 'there is no remote',
    code: 'no-remote',
    says: 'no place to share them is set yet',
    put: async ({ alex: { clone }, remote }) => {
      await clone.git('remote', 'remove', 'origin');
      return async () => {
        await clone.git('remote', 'add', 'origin', remote);
        await clone.git('fetch', '--quiet', 'origin');
        await clone.git('branch', '--set-upstream-to=origin/main');
      };
    },
  },
  {
    title: 'the branch was never shared',
    code: 'no-upstream',
    says: 'has never been shared',
    put: async ({ alex: { clone } }) => {
      await clone.git('branch', '--unset-upstream');
      return () => clone.git('branch', '--set-upstream-to=origin/main');
    },
  },
  {
    title: 'git looks at an older moment',
    code: 'detached',
    says: 'an older moment',
    put: async ({ alex: { clone } }) => {
      await clone.git('checkout', '--quiet', '--detach');
      return () => clone.git('checkout', '--quiet', 'main');
    },
  },
  {
    title: 'the person’s own merge is under way',
    code: 'merge-under-way',
    says: 'did not begin is under way',
    put: async ({ alex: { clone } }) => {
      const own = await clone.git('commit-tree', '-p', 'HEAD', '-m', 'Own', 'HEAD^{tree}');
      const head = await clone.head();
      clone.write('.git/MERGE_HEAD', `${own}\n`);
      return async () => {
        clone.remove('.git/MERGE_HEAD');
        assert.equal(await clone.head(), head);
      };
    },
  },
  {
    title: 'a rebase is under way',
    code: 'rebase-under-way',
    says: 'A rebase or something like it',
    put: async ({ alex: { clone } }) => {
      await clone.git('commit', '--quiet', '-a', '-m', 'Update notes');
      await clone.git('-c', 'sequence.editor=echo break >>', 'rebase', '--quiet', '-i', 'HEAD~1');
      return () => clone.git('rebase', '--abort');
    },
  },
  {
    title: 'git’s lock lies there, which is named and stays',
    code: 'locked',
    says: LOCK,
    paths: [LOCK],
    put: ({ alex: { clone } }) => {
      clone.write(LOCK, '');
      return Promise.resolve(() => {
        assert.ok(clone.has(LOCK), 'nobody but the person deletes a lock');
        clone.remove(LOCK);
      });
    },
  },
  {
    title: 'only the newest part of the history is there',
    code: 'shallow',
    says: 'git fetch --unshallow',
    put: async ({ alex: { clone }, remote }) => {
      await clone.git('fetch', '--quiet', '--depth=2', `file://${remote}`, 'main');
      return () => clone.git('fetch', '--quiet', '--unshallow', `file://${remote}`, 'main');
    },
  },
  {
    title: 'git knows no name',
    code: 'no-user-name',
    says: 'under which name you write',
    put: async ({ alex: { clone } }) => {
      await clone.git('config', '--unset', 'user.name');
      await clone.git('config', '--unset', 'user.email');
      return () => clone.set({ 'user.name': 'Alex', 'user.email': 'alex@example.org' });
    },
  },
  {
    title: 'the remote lets nobody in',
    code: 'refused-credentials',
    says: 'did not let you in',
    put: async (couple) => {
      const server = await startRefusingServer(403);
      const back = await moveRemote(couple, server.address);
      return async () => {
        await back();
        await server.stop();
      };
    },
  },
  {
    title: 'the remote is not there',
    code: 'unreachable',
    says: 'cannot be reached just now',
    put: (couple) => moveRemote(couple, 'http://127.0.0.1:9/notes.git'),
  },
  {
    title: 'the remote protects its branch',
    code: 'protected-branch',
    says: 'protected, or has rules of its own',
    put: ({ remote }) => {
      putHook(path.join(remote, 'hooks'), 'pre-receive', 'cat > /dev/null; exit 1');
      return Promise.resolve(() => {
        rmSync(path.join(remote, 'hooks', 'pre-receive'));
      });
    },
  },
  {
    title: 'a hook of the repository’s own says no',
    code: 'hook-refused',
    says: 'a program of this repository’s own, said no',
    put: ({ alex }) => {
      putHook(alex.hooks, 'pre-commit', 'exit 1');
      return Promise.resolve(() => {
        rmSync(path.join(alex.hooks, 'pre-commit'));
      });
    },
  },
  {
    title: 'a hook says no to what would be sent',
    code: 'hook-refused',
    says: 'a program of this repository’s own, said no',
    put: ({ alex }) => {
      putHook(alex.hooks, 'pre-push', 'cat > /dev/null; exit 1');
      return Promise.resolve(() => {
        rmSync(path.join(alex.hooks, 'pre-push'));
      });
    },
  },
  {
    title: 'commits are to be signed and cannot be',
    code: 'signature-impossible',
    says: 'the signature could not be made',
    put: async ({ alex: { clone } }) => {
      await clone.set({ 'commit.gpgsign': 'true', 'gpg.program': '/nowhere/gpg' });
      return async () => {
        await clone.git('config', '--unset', 'commit.gpgsign');
        await clone.git('config', '--unset', 'gpg.program');
      };
    },
  },
  {
    title: 'something that is no note is staged',
    code: 'staged-elsewhere',
    says: 'no note is staged here: budget.csv',
    paths: ['budget.csv'],
    put: async ({ alex: { clone } }) => {
      clone.write('budget.csv', '1;2\n');
      await clone.git('add', '--', 'budget.csv');
      return async () => {
        await clone.git('rm', '--quiet', '--cached', '--', 'budget.csv');
        clone.remove('budget.csv');
      };
    },
  },
  {
    title: 'git is turned off in the editor',
    code: 'git-off',
    says: 'git is turned off',
    put: async ({ alex: { window } }) => {
      await window.ask({ act: 'set', key: 'git.enabled', value: false });
      return () => window.ask({ act: 'set', key: 'git.enabled', value: true });
    },
  },
  {
    title: 'a note holds conflict markers',
    code: 'conflict-markers',
    says: 'Two versions that git could not join stand in',
    paths: ['6-kindness/2026-04-01-alex.md'],
    put: ({ alex: { clone } }) => {
      clone.write('6-kindness/2026-04-01-alex.md', '<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n');
      return Promise.resolve(() => {
        clone.remove('6-kindness/2026-04-01-alex.md');
      });
    },
  },
  {
    title: 'a note that held words is empty now',
    code: 'emptied',
    says: 'held words and is empty now',
    paths: ['4-honesty/distance-sam.md'],
    put: ({ alex: { clone } }) => {
      const before = clone.read('4-honesty/distance-sam.md');
      clone.write('4-honesty/distance-sam.md', '');
      return Promise.resolve(() => {
        clone.write('4-honesty/distance-sam.md', before);
      });
    },
  },
  {
    title: 'the folder belongs to another user',
    code: 'unsafe-folder',
    says: 'belongs to another user',
    put: async ({ alex: { clone } }) => {
      const places = [clone.folder, path.join(clone.folder, '.git')];
      for (const place of places) await chown(place, SOMEBODY, SOMEBODY);
      return async () => {
        for (const place of places) await chown(place, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
      };
    },
  },
];

describe('a sync stops and says why, nothing is sent, and it goes on afterwards, where', () => {
  // Only root can give a folder away.
  const possible = OBSTACLES.filter(({ code }) => code !== 'unsafe-folder' || process.getuid?.() === 0);
  for (const { title, code, says, paths, put } of possible) {
    story(title, async (couple) => {
      const { alex, remote } = couple;
      const line = await alex.writes(NOTE);
      const before = await git(remote, 'rev-parse', 'main');
      const undo = await put(couple);
      try {
        const report = await alex.isStoppedBy(code);
        if (paths) assert.deepEqual(report.paths, paths);
        await notification(alex.window.page, says).waitFor();
        assert.equal(await git(remote, 'rev-parse', 'main'), before);
        assert.ok(alex.reads(NOTE).includes(line));
      } finally {
        await undo();
      }
    });
  }

  story('the remote asks for a name and a password that nobody gives', async (couple) => {
    const { alex } = couple;
    const server = await startRefusingServer();
    const back = await moveRemote(couple, server.address);
    await alex.writes(NOTE);
    const sync = alex.isStoppedBy('refused-credentials');
    const { page } = alex.window;
    for (const word of ['Username', 'Password']) {
      const question = questionBox(page).filter({ has: page.getByPlaceholder(word) });
      await question.waitFor({ timeout: 60_000 });
      await press(question, 'Escape');
      await question.waitFor({ state: 'hidden' });
    }
    await sync;
    await back();
    await server.stop();
  });
});

async function moveRemote({ alex: { clone }, remote }: Couple, address: string): Promise<Undo> {
  await clone.git('remote', 'set-url', 'origin', address);
  return () => clone.git('remote', 'set-url', 'origin', remote);
}
