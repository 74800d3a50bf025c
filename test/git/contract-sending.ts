import assert from 'node:assert/strict';
import * as path from 'node:path';
import { startRefusingServer } from './refusing-server';
import type { Setting } from './contract';
import { git } from './git-process';
import { putHook, SAM } from './repositories';
import type { Clone } from './repositories';
import { stopsWith } from './trouble-of';

const KEEP = { setUpstream: false };

/** A remote with one commit and two clones of it. */
async function twoClones({ repositories }: Setting): Promise<{ remote: string; alex: Clone; sam: Clone }> {
  const remote = await repositories.remote();
  const alex = await repositories.clone(remote);
  await alex.commit({ 'a.md': 'a\n' });
  await alex.git('push', '--quiet', '-u', 'origin', 'main');
  return { remote, alex, sam: await repositories.clone(remote, { person: SAM }) };
}

/** Fetching and sending. */
export function describeSending(setting: () => Setting): void {
  describe('fetches', () => {
    it('what the other one sent, and touches no file', async () => {
      const { alex, sam } = await twoClones(setting());
      const repository = await setting().open(alex);
      const sent = await sam.commit({ 'a.md': 'S\n' });
      await sam.git('push', '--quiet');
      await repository.fetch('origin');
      assert.equal(await repository.remoteCommit('origin', 'main'), sent);
      assert.notEqual((await repository.state()).head, sent);
      assert.equal(new TextDecoder().decode(alex.read('a.md')), 'a\n');
    });

    it('nothing past a lock that a git which was ended has left, and names it', async () => {
      const { alex, sam } = await twoClones(setting());
      const repository = await setting().open(alex);
      await sam.commit({ 'a.md': 'S\n' });
      await sam.git('push', '--quiet');
      const lock = '.git/refs/remotes/origin/main.lock';
      alex.write(lock, '');
      assert.deepEqual(await stopsWith('locked', repository.fetch('origin')), [lock]);
      assert.ok(alex.has(lock), 'a lock is never taken away');
      alex.remove(lock);
      await repository.fetch('origin');
    });

    it('nothing from where nobody answers', async () => {
      const { alex } = await twoClones(setting());
      const repository = await setting().open(alex);
      await alex.git('remote', 'set-url', 'origin', path.join(setting().repositories.folder, 'nowhere'));
      await stopsWith('unreachable', repository.fetch('origin'));
      await stopsWith('unreachable', repository.push('origin', 'main', 'main', KEEP));
      await alex.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/notes.git');
      await stopsWith('unreachable', repository.fetch('origin'));
      await alex.git('remote', 'set-url', 'origin', 'https://notes.invalid/notes.git');
      await stopsWith('unreachable', repository.fetch('origin'));
    });
  });

  describe('sends', () => {
    it('a branch for the first time, and remembers where to', async () => {
      const { repositories, open } = setting();
      const remote = await repositories.remote();
      const clone = await repositories.clone(remote);
      const head = await clone.commit({ 'a.md': 'a\n' });
      await clone.git('config', '--unset', 'branch.main.remote').catch(() => '');
      await clone.git('config', '--unset', 'branch.main.merge').catch(() => '');
      const repository = await open(clone);
      assert.equal((await repository.state()).upstream, undefined);
      await repository.push('origin', 'main', 'main', { setUpstream: true });
      assert.equal(await git(remote, 'rev-parse', 'main'), head);
      assert.deepEqual((await repository.state()).upstream, { remote: 'origin', name: 'main' });
      assert.equal(await repository.remoteCommit('origin', 'main'), head);
    });

    it('a branch to one of another name, and nothing else', async () => {
      const { remote, alex } = await twoClones(setting());
      await alex.git('tag', 'main');
      await alex.git('checkout', '--quiet', '-b', 'side');
      const side = await alex.commit({ 's.md': 's\n' });
      const repository = await setting().open(alex);
      await repository.push('origin', 'side', 'shared', KEEP);
      assert.equal(await git(remote, 'rev-parse', 'refs/heads/shared'), side);
      assert.equal((await repository.state()).upstream, undefined);
      await repository.push('origin', 'main', 'main', KEEP);
      const refs = (await git(remote, 'for-each-ref', '--format=%(refname)')).split('\n');
      assert.deepEqual(refs, ['refs/heads/main', 'refs/heads/shared']);
    });

    it('nothing over what the other one sent first', async () => {
      const { remote, alex, sam } = await twoClones(setting());
      const repository = await setting().open(alex);
      const sent = await sam.commit({ 's.md': 's\n' });
      await sam.git('push', '--quiet');
      await alex.commit({ 'b.md': 'b\n' });
      await stopsWith('race-lost', repository.push('origin', 'main', 'main', KEEP));
      await repository.fetch('origin');
      await stopsWith('race-lost', repository.push('origin', 'main', 'main', KEEP));
      assert.equal(await git(remote, 'rev-parse', 'main'), sent);
    });

    it('nothing over what the other one sends in the same moment', async () => {
      const { remote, alex, sam } = await twoClones(setting());
      const sent = await sam.commit({ 's.md': 's\n' });
      await sam.git('push', '--quiet', 'origin', 'main:waiting');
      await alex.commit({ 'b.md': 'b\n' });
      putHook(
        path.join(remote, 'hooks'),
        'pre-receive',
        `unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main ${sent}`,
      );
      const repository = await setting().open(alex);
      await stopsWith('race-lost', repository.push('origin', 'main', 'main', KEEP));
      assert.equal(await git(remote, 'rev-parse', 'main'), sent);
    });

    for (const hook of ['pre-receive', 'update']) {
      it(`nothing that the other side's ${hook} hook refuses`, async () => {
        const { remote, alex } = await twoClones(setting());
        putHook(path.join(remote, 'hooks'), hook, 'echo "main is closed" >&2; exit 1');
        await alex.commit({ 'b.md': 'b\n' });
        const repository = await setting().open(alex);
        await stopsWith('protected-branch', repository.push('origin', 'main', 'main', KEEP));
      });
    }

    it('nothing past a pre-push hook', async () => {
      const { remote, alex } = await twoClones(setting());
      const before = await git(remote, 'rev-parse', 'main');
      alex.hook('pre-push', 'echo "not today" >&2; exit 1');
      await alex.commit({ 'b.md': 'b\n' });
      const repository = await setting().open(alex);
      await stopsWith('hook-refused', repository.push('origin', 'main', 'main', KEEP));
      assert.equal(await git(remote, 'rev-parse', 'main'), before);
    });

    it('nothing to where this person may not write', async () => {
      const { alex } = await twoClones(setting());
      const server = await startRefusingServer(403);
      try {
        await alex.git('remote', 'set-url', 'origin', server.address);
        const repository = await setting().open(alex);
        await stopsWith('refused-credentials', repository.fetch('origin'));
        await stopsWith('refused-credentials', repository.push('origin', 'main', 'main', KEEP));
      } finally {
        await server.stop();
      }
    });
  });
}
