import assert from 'node:assert/strict';
import type { Setting } from './contract';
import { SAM } from './repositories';
import type { Clone } from './repositories';
import { stopsWith } from './trouble-of';

/** Makes main and side, which part at the first commit, and merges side into main. */
async function mergedSide(clone: Clone): Promise<{ first: string; ours: string; side: string; merge: string }> {
  const first = await clone.commit({ 'a.md': 'a\n' }, 'First');
  await clone.git('checkout', '--quiet', '-b', 'side');
  await clone.set({ 'user.name': SAM.name, 'user.email': SAM.email });
  const side = await clone.commit({ 'side.md': 's\n' }, 'Side');
  await clone.git('checkout', '--quiet', 'main');
  await clone.set({ 'user.name': 'Alex', 'user.email': 'alex@example.org' });
  const ours = await clone.commit({ 'a.md': 'A\n' }, 'Ours');
  await clone.git('merge', '--quiet', '--no-edit', 'side');
  return { first, ours, side, merge: await clone.head() };
}

/** Commits, where they part, and what they hold. */
export function describeHistory(setting: () => Setting): void {
  describe('tells commits', () => {
    it('that one holds and another does not, those of merged side branches too', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const { first, ours, side, merge } = await mergedSide(clone);
      const repository = await open(clone);
      const commits = await repository.commitsSince(first, merge);
      assert.equal(commits[0]?.commit, merge);
      assert.deepEqual(commits.map(({ commit }) => commit).sort(), [ours, side, merge].sort());
      assert.deepEqual(
        commits.find(({ commit }) => commit === side),
        { commit: side, name: 'Sam', email: 'sam@example.org' },
      );
      assert.deepEqual(await repository.commitsSince(merge, merge), []);
      assert.deepEqual(await repository.commitsSince(merge, first), []);
    });

    it('from the very first one, however many', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      for (let number = 0; number < 40; number += 1) {
        await clone.git('commit', '--quiet', '--allow-empty', '-m', String(number));
      }
      const repository = await open(clone);
      assert.equal((await repository.commitsSince(undefined, await clone.head())).length, 40);
      const ago = await clone.git('rev-parse', 'HEAD~37');
      assert.equal((await repository.commitsSince(ago, await clone.head())).length, 37);
    });

    it('that touch one file, newest first', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const first = await clone.commit({ '[ab].md': '1\n', 'a.md': '1\n' });
      const second = await clone.commit({ 'a.md': '2\n' });
      const third = await clone.commit({ '[ab].md': '3\n' });
      const repository = await open(clone);
      const ofFile = async (from: string | undefined): Promise<readonly string[]> =>
        (await repository.commitsSince(from, third, '[ab].md')).map(({ commit }) => commit);
      assert.deepEqual(await ofFile(undefined), [third, first]);
      assert.deepEqual(await ofFile(first), [third]);
      assert.deepEqual(await repository.commitsSince(second, third, 'a.md'), []);
      clone.remove('a.md');
      const fourth = await clone.commit({ 'c.md': 'c\n' });
      await clone.git('rm', '--quiet', 'a.md');
      await clone.git('commit', '--quiet', '-m', 'Gone');
      const gone = await clone.head();
      assert.deepEqual(
        (await repository.commitsSince(fourth, gone, 'a.md')).map(({ commit }) => commit),
        [gone],
        'also one that is gone',
      );
    });

    it('by authors with odd names', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ person: { name: 'Zoë "Z" <ß> $x', email: 'zoë@example.org' } });
      await clone.commit({ 'a.md': 'a\n' }, 'Subject\n\nname: body\n\nlast line');
      const [commit] = await (await open(clone)).commitsSince(undefined, 'HEAD');
      assert.deepEqual([commit?.name, commit?.email], ['Zoë "Z" ß $x', 'zoë@example.org']);
    });
  });

  describe('tells where two commits part', () => {
    it('and that they never met', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const { first, ours, side, merge } = await mergedSide(clone);
      await clone.git('checkout', '--quiet', '--orphan', 'other');
      const other = await clone.commit({ 'o.md': 'o\n' });
      const repository = await open(clone);
      assert.equal(await repository.mergeBase(ours, side), first);
      assert.equal(await repository.mergeBase(merge, side), side);
      assert.equal(await repository.mergeBase(other, merge), undefined);
      await stopsWith('unrelated', repository.changesSince(other, merge));
    });

    it('and what changed since', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const long = 'line\n'.repeat(50);
      await clone.commit({ 'a.md': 'a\n', 'gone ü.md': 'b\n', 'old.md': long, 'same.md': 's\n' });
      await clone.git('checkout', '--quiet', '-b', 'side');
      await clone.git('mv', 'old.md', 'new name.md');
      await clone.git('rm', '--quiet', 'gone ü.md');
      const side = await clone.commit({ 'a.md': 'A\n', 'folder/added.md': 'n\n' });
      await clone.git('checkout', '--quiet', 'main');
      const ours = await clone.commit({ 'same.md': 'mine alone\n' });
      const changes = [...(await (await open(clone)).changesSince(ours, side))];
      assert.deepEqual(
        changes.sort((one, other) => (one.path < other.path ? -1 : 1)),
        [
          { path: 'a.md', kind: 'changed' },
          { path: 'folder/added.md', kind: 'added' },
          { path: 'gone ü.md', kind: 'deleted' },
          { path: 'new name.md', from: 'old.md', kind: 'renamed' },
        ],
      );
    });

    it('and a file that became a link since', async function () {
      if (process.platform === 'win32') this.skip();
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const before = await clone.commit({ 'a.md': 'a\n', 'b.md': 'b\n' });
      const link = await clone.git('hash-object', '-w', 'b.md');
      await clone.git('update-index', '--cacheinfo', `120000,${link},a.md`);
      await clone.git('commit', '--quiet', '-m', 'Link');
      const changes = await (await open(clone)).changesSince(before, await clone.head());
      assert.deepEqual(changes, [{ path: 'a.md', kind: 'changed' }]);
    });
  });

  describe('tells what is held', () => {
    it('by the index and by commits: files and folders', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const without = await clone.commit({ 'a.md': 'a\n', 'privateer/a.md': 'a\n' });
      const repository = await open(clone);
      clone.write('private/deep/secret.md', 'x\n');
      assert.equal(await repository.holds('index', 'private'), false, 'a file that git does not know');
      await clone.git('add', '-f', 'private/deep/secret.md');
      assert.equal(await repository.holds('index', 'private'), true);
      assert.equal(await repository.holds('index', 'private/deep'), true);
      assert.equal(await repository.holds('index', 'private/deep/secret.md'), true);
      assert.equal(await repository.holds({ commit: without }, 'private'), false);
      await clone.git('commit', '--quiet', '-m', 'Leak');
      const leak = await clone.head();
      assert.equal(await repository.holds({ commit: leak }, 'private'), true);
      assert.equal(await repository.holds({ commit: leak }, 'private/deep/secret.md'), true);
      assert.equal(await repository.holds({ commit: leak }, 'private/deep/none.md'), false);
      await clone.git('rm', '--quiet', '-r', '--cached', 'private');
      assert.equal(await repository.holds('index', 'private'), false, 'a file that git shall forget');
    });

    it('before anything was ever staged', async () => {
      const { repositories, open } = setting();
      const repository = await open(await repositories.alone());
      assert.equal(await repository.holds('index', 'private'), false);
    });

    it('and fails where there is no such commit, rather than saying no', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n' });
      const repository = await open(clone);
      await assert.rejects(repository.holds({ commit: 'f'.repeat(40) }, 'private'));
      await assert.rejects(repository.commitsSince(undefined, 'f'.repeat(40)));
    });
  });
}
