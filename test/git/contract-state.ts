import assert from 'node:assert/strict';
import type { Setting } from './contract';
import { git } from './git-process';
import { stopsWith } from './trouble-of';

/** Where a repository stands: its branch, its remotes, and what is under way. */
export function describeState(setting: () => Setting, { leavesOutLock }: { readonly leavesOutLock: boolean }): void {
  describe('tells where the repository stands', () => {
    it('before the first commit', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const state = await (await open(clone)).state();
      assert.deepEqual(state, {
        branch: 'main',
        head: undefined,
        upstream: undefined,
        remotes: [],
        merging: undefined,
        isRebasing: false,
        isShallow: false,
        lock: undefined,
        conflicts: [],
        staged: [],
        unstaged: [],
      });
    });

    it('before the first commit of a clone of an empty remote', async () => {
      const { repositories, open } = setting();
      const remote = await repositories.remote();
      const clone = await repositories.clone(remote);
      const repository = await open(clone);
      const state = await repository.state();
      assert.equal(state.branch, 'main');
      assert.equal(state.head, undefined);
      assert.deepEqual(state.remotes, [{ name: 'origin', fetchUrl: remote, pushUrl: remote }]);
      assert.equal(await repository.remoteCommit('origin', 'main'), undefined);
    });

    it('with a branch, a remote and where it is sent to', async () => {
      const { repositories, open } = setting();
      const remote = await repositories.remote();
      const clone = await repositories.clone(remote);
      const head = await clone.commit({ 'a.md': 'a\n' });
      const repository = await open(clone);
      assert.equal((await repository.state()).head, head);
      await clone.git('push', '--quiet', '-u', 'origin', 'main');
      const state = await repository.state();
      assert.deepEqual(state.upstream, { remote: 'origin', name: 'main' });
      assert.equal(await repository.remoteCommit('origin', 'main'), head);
      assert.equal(await repository.remoteCommit('origin', 'other'), undefined);
    });

    it('with a branch that is sent to one of another name, over another address', async () => {
      const { repositories, open } = setting();
      const [remote, other] = [await repositories.remote(), await repositories.remote()];
      const clone = await repositories.clone(remote);
      await clone.commit({ 'a.md': 'a\n' });
      await clone.git('checkout', '--quiet', '-b', 'notes/ours.v2');
      await clone.git('push', '--quiet', '-u', 'origin', 'notes/ours.v2:shared');
      await clone.git('remote', 'set-url', '--push', 'origin', other);
      const state = await (await open(clone)).state();
      assert.equal(state.branch, 'notes/ours.v2');
      assert.deepEqual(state.upstream, { remote: 'origin', name: 'shared' });
      assert.deepEqual(state.remotes, [{ name: 'origin', fetchUrl: remote, pushUrl: other }]);
    });

    it('with a branch that is sent nowhere', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.clone(await repositories.remote());
      await clone.commit({ 'a.md': 'a\n' });
      await clone.git('checkout', '--quiet', '-b', 'elsewhere');
      assert.equal((await (await open(clone)).state()).upstream, undefined);
    });

    it('with a commit checked out and no branch', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const first = await clone.commit({ 'a.md': 'a\n' });
      await clone.commit({ 'a.md': 'b\n' });
      const repository = await open(clone);
      await clone.git('checkout', '--quiet', first);
      const state = await repository.state();
      assert.equal(state.branch, undefined);
      assert.equal(state.head, first);
      assert.equal(state.upstream, undefined);
    });

    it('with a history that is cut off', async () => {
      const { repositories, open } = setting();
      const remote = await repositories.remote();
      const first = await repositories.clone(remote);
      await first.commit({ 'a.md': 'a\n' });
      await first.commit({ 'a.md': 'b\n' });
      await first.git('push', '--quiet', 'origin', 'main');
      const shallow = await repositories.clone(remote, { depth: 1 });
      assert.equal((await (await open(shallow)).state()).isShallow, true);
      assert.equal((await (await open(first)).state()).isShallow, false);
    });

    (leavesOutLock ? it.skip : it)('with a lock, and stages nothing past it', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n' });
      const repository = await open(clone);
      clone.write('.git/index.lock', '');
      clone.write('b.md', 'b\n');
      assert.equal((await repository.state()).lock, '.git/index.lock');
      await stopsWith('locked', repository.stage(['b.md']));
      assert.ok(clone.has('.git/index.lock'), 'a lock is never taken away');
      clone.remove('.git/index.lock');
      assert.equal((await repository.state()).lock, undefined);
    });

    for (const act of ['rebase', 'cherry-pick', 'revert'] as const) {
      it(`while a ${act} is under way`, async () => {
        const { repositories, open } = setting();
        const clone = await repositories.alone();
        await clone.commit({ 'a.md': 'a\n' });
        const ours = await clone.commit({ 'a.md': 'b\n' });
        await clone.commit({ 'a.md': 'c\n' });
        await clone.git('checkout', '--quiet', '-b', 'side', 'HEAD~2');
        await clone.commit({ 'a.md': 'd\n' });
        const repository = await open(clone);
        assert.equal((await repository.state()).isRebasing, false);
        const what = act === 'rebase' ? 'main' : ours;
        await assert.rejects(git(clone.folder, act, what));
        const state = await repository.state();
        assert.equal(state.isRebasing, true);
        assert.equal(state.merging, undefined);
        assert.deepEqual(state.conflicts, ['a.md']);
      });
    }

    it('with settings from whatever file, and none where nothing is set', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ settings: { 'merge.conflictStyle': 'zdiff3' } });
      const repository = await open(clone);
      assert.equal(await repository.config('merge.conflictStyle'), 'zdiff3');
      assert.equal(await repository.config('user.name'), 'Alex');
      assert.equal(await repository.config('user.signingKey'), undefined);
    });
  });
}
