import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git/git-process';
import { notification } from '../ui/answers';
import { eventually } from '../ui/conditions';
import { story } from './story';

const NOTE = '4-honesty/alex.md';
const WHO = ['-c', 'user.name=Sam', '-c', 'user.email=sam@example.org'] as const;

describe('a sync stops until a person has seen to it, where', () => {
  story('the history at the remote was rewritten, until the person says that both are to be joined', async (couple) => {
    const { alex, sam, remote } = couple;
    const taken = await alex.writes('6-kindness/2026-04-02-alex.md');
    await alex.syncs();
    await sam.syncs();
    const before = await git(remote, 'rev-parse', 'main');
    // Somebody sets the remote back by hand, and goes on from there.
    const parent = await git(remote, 'rev-parse', 'main~1');
    const other = await git(remote, ...WHO, 'commit-tree', '-p', parent, '-m', 'Update notes', `${parent}^{tree}`);
    await git(remote, 'update-ref', 'refs/heads/main', other);
    await sam.tidies();
    await sam.writes(NOTE);
    await sam.isStoppedBy('rewritten');
    const message = notification(sam.window.page, 'was rewritten since the last sync');
    await message.getByRole('button', { name: 'Join Both All the Same' }).click();
    await notification(sam.window.page, 'Synced.').waitFor();
    assert.equal(await git(remote, 'merge-base', before, 'main'), before);
    assert.ok(sam.reads('6-kindness/2026-04-02-alex.md').includes(taken));
  });

  story('a note is empty now, until the person says that it is meant so', async ({ alex, sam, remote }) => {
    const note = '6-kindness/2026-04-05-alex.md';
    alex.clone.write(note, 'Words that are not wanted any more.\n');
    await alex.syncs();
    await sam.syncs();
    alex.clone.write(note, '');
    await alex.isStoppedBy('emptied');
    const message = notification(alex.window.page, 'held words and is empty now');
    await message.getByRole('button', { name: 'It Is Meant So' }).click();
    await eventually(async () => {
      assert.equal(await git(remote, 'show', `main:${note}`), '');
    });
  });

  story('a git setting forbids the merge that is needed', async ({ alex, sam }) => {
    await sam.writes('6-kindness/2026-04-03-sam.md');
    await sam.syncs();
    await alex.writes('6-kindness/2026-04-03-alex.md');
    await alex.clone.set({ 'merge.ff': 'only' });
    await alex.isStoppedBy('merges-forbidden');
    await notification(alex.window.page, 'a git setting forbids').waitFor();
    await alex.clone.git('config', '--unset', 'merge.ff');
  });

  story('a file of the same name would come in, which git was told to leave out', async ({ alex, sam }) => {
    const note = '6-kindness/2026-04-04-sam.md';
    alex.clone.write('.git/info/exclude', `${note}\n`);
    alex.clone.write(note, 'Only here.\n');
    await sam.writes(note);
    await sam.syncs();
    await alex.isStoppedBy('would-overwrite');
    assert.equal(alex.reads(note), 'Only here.\n');
    renameSync(path.join(alex.folder, note), path.join(alex.folder, 'private', 'mine.md'));
  });

  story('what is at the remote has nothing to do with these notes', async ({ alex, remote, repositories }) => {
    const other = await repositories.alone();
    await other.commit({ 'README.md': 'Something else\n' });
    const foreign = await repositories.remote();
    await other.git('push', '--quiet', foreign, 'main');
    await alex.clone.git('remote', 'set-url', 'origin', foreign);
    await alex.writes(NOTE);
    const { code } = (await alex.sync()) as { code?: string };
    assert.ok(code === 'rewritten' || code === 'unrelated', String(code));
    await alex.clone.git('remote', 'set-url', 'origin', remote);
    await alex.clone.git('fetch', '--quiet');
  });
});
