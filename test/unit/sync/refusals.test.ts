import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { TroubleCode } from '../../../src/sync/trouble';
import { git } from '../../git/git-process';
import { putHook } from '../../git/repositories';
import { ALEX_PAGE, append, textOf, twoForEach } from '../../sync/two';
import type { Two } from '../../sync/two';

type Arrange = (two: Two) => Promise<unknown>;

/** Makes a side branch whose line meets Alex's own, and an act of git that stops at the conflict. */
async function stopHalfWay({ alex: { clone } }: Two, ...words: readonly string[]): Promise<void> {
  await clone.git('checkout', '--quiet', '-b', 'side');
  await clone.commit({ [ALEX_PAGE]: 'one\n' });
  await clone.git('checkout', '--quiet', 'main');
  await clone.commit({ [ALEX_PAGE]: 'two\n' });
  await assert.rejects(clone.git(...words));
}

const BEFORE_ANYTHING: readonly (readonly [title: string, code: TroubleCode, arrange: Arrange])[] = [
  ['there is no remote', 'no-remote', async ({ alex }) => await alex.clone.git('remote', 'remove', 'origin')],
  ['the branch is sent nowhere', 'no-upstream', async ({ alex }) => await alex.clone.git('branch', '--unset-upstream')],
  [
    'another branch without a destination is open',
    'no-upstream',
    async ({ alex }) => await alex.clone.git('checkout', '--quiet', '-b', 'side'),
  ],
  ['HEAD is detached', 'detached', async ({ alex }) => await alex.clone.git('checkout', '--quiet', '--detach')],
  ['a rebase is under way', 'rebase-under-way', (two) => stopHalfWay(two, 'rebase', 'side')],
  ['a cherry-pick is under way', 'rebase-under-way', (two) => stopHalfWay(two, 'cherry-pick', 'side')],
  ['a merge of something else is under way', 'merge-under-way', (two) => stopHalfWay(two, 'merge', 'side')],
  [
    'a merge of something else is resolved and not committed',
    'merge-under-way',
    async (two) => {
      await stopHalfWay(two, 'merge', 'side');
      two.alex.clone.write(ALEX_PAGE, 'both\n');
      await two.alex.clone.git('add', ALEX_PAGE);
    },
  ],
  [
    'a stash left a conflict',
    'merge-under-way',
    async ({ alex: { clone } }) => {
      append(clone, ALEX_PAGE, 'stashed');
      await clone.git('stash', '--quiet');
      append(clone, ALEX_PAGE, 'committed');
      await clone.git('commit', '--quiet', '-am', 'Notes');
      await assert.rejects(clone.git('stash', 'pop'));
    },
  ],
  [
    'the clone is shallow',
    'shallow',
    async ({ alex, folder }) => {
      const { clone } = alex;
      await clone.git('commit', '--quiet', '--allow-empty', '-m', 'Second');
      await clone.git('push', '--quiet');
      const shallow = path.join(folder, 'shallow');
      await git(folder, 'clone', '--quiet', '--depth=1', `file://${path.join(folder, 'remote')}`, shallow);
      fs.renameSync(path.join(shallow, '.git', 'shallow'), path.join(clone.folder, '.git', 'shallow'));
    },
  ],
  [
    'something that is no note is staged',
    'staged-elsewhere',
    async ({ alex: { clone } }) => {
      clone.write('holiday.txt', 'x\n');
      await clone.git('add', 'holiday.txt');
    },
  ],
  [
    'a note is staged as a file of another kind',
    'staged-elsewhere',
    async ({ alex }) => await alex.clone.git('mv', ALEX_PAGE, 'page.txt'),
  ],
  [
    'a private note is in the index',
    'private-tracked',
    async ({ alex }) => await alex.clone.git('add', '-f', 'private'),
  ],
  [
    'a private note lies in the index under another spelling',
    'private-tracked',
    async ({ alex: { clone } }) => {
      clone.write('Private/a.md', 'a\n');
      await clone.git('add', '-f', 'Private');
    },
  ],
  [
    'a private note was sent already',
    'private-pushed',
    async ({ alex: { clone } }) => {
      clone.write('private/told.md', 'told\n');
      await clone.git('add', '-f', 'private/told.md');
      await clone.git('commit', '--quiet', '-m', 'Notes');
      await clone.git('push', '--quiet');
    },
  ],
  [
    'a note holds conflict markers that nobody merged',
    'conflict-markers',
    ({ alex: { clone } }) => {
      append(clone, ALEX_PAGE, '<<<<<<< mine\na\n=======\nb\n>>>>>>> yours');
      return Promise.resolve();
    },
  ],
  [
    'a note holds half a conflict',
    'conflict-markers',
    ({ alex: { clone } }) => {
      append(clone, ALEX_PAGE, '>>>>>>> yours');
      return Promise.resolve();
    },
  ],
  [
    'a note holds nothing any more',
    'emptied',
    ({ alex: { clone } }) => {
      clone.write(ALEX_PAGE, '');
      return Promise.resolve();
    },
  ],
];

describe('a sync does nothing at all', () => {
  const two = twoForEach();

  for (const [title, code, arrange] of BEFORE_ANYTHING) {
    it(`where ${title}`, async () => {
      await arrange(two());
      append(two().alex.clone, '6-kindness/2026-11-16-alex.md', 'Not committed yet.');
      await two().stopsAtOnce(code);
    });
  }

  for (const name of ['index.lock', 'HEAD.lock', 'refs/heads/main.lock']) {
    it(`where ${name} lies there, which it names and leaves`, async () => {
      const { clone } = two().alex;
      clone.write(`.git/${name}`, '');
      append(clone, ALEX_PAGE, 'Not committed yet.');
      assert.deepEqual(await two().stopsAtOnce('locked'), [`.git/${name}`]);
      assert.ok(clone.has(`.git/${name}`));
    });
  }
});

const SETTINGS: readonly (readonly [title: string, code: TroubleCode, settings: Readonly<Record<string, string>>])[] = [
  ['merges are forbidden', 'merges-forbidden', { 'merge.ff': 'only' }],
  ['a merge would stash', 'merges-forbidden', { 'merge.autoStash': 'true' }],
  ['a merge would squash', 'merges-forbidden', { 'branch.main.mergeOptions': '--squash' }],
  ['a merge would take one side', 'merges-forbidden', { 'branch.main.mergeOptions': '-X ours' }],
];

describe('a sync keeps every file and sends nothing', () => {
  const two = twoForEach();

  for (const [title, code, settings] of SETTINGS) {
    it(`where ${title}`, async () => {
      const { alex, sam } = two();
      append(sam.clone, ALEX_PAGE, 'From Sam.');
      await sam.sync();
      append(alex.clone, ALEX_PAGE, 'From Alex.');
      await alex.clone.set(settings);
      await two().stopsSafely(code);
    });
  }

  for (const key of ['user.name', 'user.email']) {
    it(`where git knows no ${key}`, async () => {
      const { alex } = two();
      append(alex.clone, ALEX_PAGE, 'From Alex.');
      await alex.clone.git('config', '--unset', key);
      await two().stopsSafely('no-user-name');
    });
  }

  it('where nobody can sign', async () => {
    const { alex } = two();
    append(alex.clone, ALEX_PAGE, 'From Alex.');
    await alex.clone.set({ 'commit.gpgSign': 'true', 'gpg.program': '/nonexistent/gpg' });
    await two().stopsSafely('signature-impossible');
  });

  for (const hook of ['pre-commit', 'commit-msg', 'pre-push']) {
    it(`where a ${hook} hook refuses`, async () => {
      append(two().alex.clone, ALEX_PAGE, 'From Alex.');
      two().alex.clone.hook(hook, 'exit 1');
      await two().stopsSafely('hook-refused');
    });
  }

  it('where the remote has gone', async () => {
    append(two().alex.clone, ALEX_PAGE, 'From Alex.');
    fs.renameSync(two().remote, `${two().remote} away`);
    await two().stopsSafely('unreachable');
  });

  it('where the branch is protected', async () => {
    append(two().alex.clone, ALEX_PAGE, 'From Alex.');
    putHook(path.join(two().remote, 'hooks'), 'pre-receive', 'echo "protected branch" >&2; exit 1');
    await two().stopsSafely('protected-branch');
  });

  it('where the histories never met', async () => {
    const { alex, remote, folder } = two();
    const other = path.join(folder, 'other');
    await git(folder, 'init', '--quiet', '--initial-branch=main', other);
    await git(
      other,
      '-c',
      'user.name=X',
      '-c',
      'user.email=x@example.org',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'Other',
    );
    await git(remote, 'fetch', '--quiet', '--force', other, 'main:main');
    await alex.clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    append(alex.clone, ALEX_PAGE, 'From Alex.');
    await two().stopsSafely('unrelated');
  });

  it('where the history at the remote was rewritten, unless that is accepted', async () => {
    const { alex, remote } = two();
    append(alex.clone, ALEX_PAGE, 'Sent, and then taken back.');
    await alex.sync();
    const first = await git(remote, 'rev-parse', 'main~1');
    await git(remote, 'update-ref', 'refs/heads/main', first);
    append(alex.clone, ALEX_PAGE, 'Written later.');
    await two().stopsSafely('rewritten');
    await alex.sync({ acceptsRewritten: true });
    assert.match(await git(remote, 'show', `main:${ALEX_PAGE}`), /Sent, and then taken back\.\nWritten later\./);
  });

  for (const [title, arrange] of [
    [
      'in a commit that a later one took back',
      async ({ alex: { clone } }: Two) => {
        await clone.git('add', '-f', 'private');
        await clone.git('commit', '--quiet', '-m', 'Oh');
        await clone.git('rm', '-r', '--quiet', '--cached', 'private');
        await clone.git('commit', '--quiet', '-m', 'Took it back');
      },
    ],
    [
      'on a side branch that was merged',
      async ({ alex: { clone } }: Two) => {
        await clone.git('checkout', '--quiet', '-b', 'side');
        await clone.git('add', '-f', 'private');
        await clone.git('commit', '--quiet', '-m', 'Oh');
        await clone.git('rm', '-r', '--quiet', '--cached', 'private');
        await clone.git('commit', '--quiet', '-m', 'Took it back');
        await clone.git('checkout', '--quiet', 'main');
        await clone.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
      },
    ],
  ] as const) {
    it(`where a private note is ${title}`, async () => {
      await arrange(two());
      append(two().alex.clone, ALEX_PAGE, 'From Alex.');
      await two().stopsSafely('private-tracked');
    });
  }

  it('where the partner sent a private folder', async () => {
    const { sam } = two();
    sam.clone.write('private/from-sam.md', 'From Sam.\n');
    await sam.clone.git('add', '-f', 'private/from-sam.md');
    await sam.clone.git('commit', '--quiet', '-m', 'Oh');
    await sam.clone.git('push', '--quiet', 'origin', 'main');
    two().alex.clone.write('private/from-sam.md', 'My own.\n');
    append(two().alex.clone, ALEX_PAGE, 'From Alex.');
    await two().stopsSafely('incoming-private');
    assert.equal(textOf(two().alex.clone, 'private/from-sam.md'), 'My own.\n');
  });

  for (const [title, prepare] of [
    ['that git leaves out', '/private/\n/mine.txt\n'],
    ['that git does not know', '/private/\n'],
  ] as const) {
    it(`where something that came would lie on a file of mine ${title}`, async () => {
      const { alex, sam } = two();
      await sam.clone.commit({ 'mine.txt': 'From Sam.\n' });
      await sam.clone.git('push', '--quiet', 'origin', 'main');
      alex.clone.write('.gitignore', prepare);
      alex.clone.write('mine.txt', 'My own.\n');
      assert.deepEqual(await two().stopsSafely('would-overwrite'), ['mine.txt']);
      assert.equal(textOf(alex.clone, 'mine.txt'), 'My own.\n');
    });
  }

  it('where a note is emptied, unless that is accepted', async () => {
    const { alex, remote } = two();
    alex.clone.write(ALEX_PAGE, '');
    assert.deepEqual(await two().stopsSafely('emptied'), [ALEX_PAGE]);
    await alex.sync({ acceptsEmptied: true });
    assert.equal(await git(remote, 'show', `main:${ALEX_PAGE}`), '');
  });

  it('where somebody else is asked for a name and a password', async () => {
    const { startRefusingServer } = await import('../../git/refusing-server');
    const server = await startRefusingServer();
    try {
      append(two().alex.clone, ALEX_PAGE, 'From Alex.');
      await two().alex.clone.set({ 'remote.origin.url': server.address });
      await two().stopsSafely('refused-credentials');
    } finally {
      await server.stop();
    }
  });

  for (const count of [1, 2, 3, 4, 5, 6]) {
    it(`where it is cancelled before step ${String(count)}`, async () => {
      const { alex, sam } = two();
      append(sam.clone, ALEX_PAGE, 'From Sam.');
      await sam.sync();
      append(alex.clone, '6-kindness/2026-11-16-alex.md', 'From Alex.');
      let asked = 0;
      const { after, before } = await two().stops('cancelled', { isCancelled: () => (asked += 1) >= count });
      assert.equal(after.remote, before.remote);
      assert.equal(after.repository.MERGE_HEAD, 'missing');
      await two().agree();
      assert.match(textOf(sam.clone, '6-kindness/2026-11-16-alex.md'), /From Alex\./);
    });
  }
});
