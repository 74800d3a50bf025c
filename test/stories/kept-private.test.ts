import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git/git-process';
import { choose, dialog, notification, pressInDialog } from '../ui/answers';
import { CANARY, canaryNote } from './canary';
import { story } from './story';

const NIGHT = '9-path/2026-02-20-hopeful-alex.md';

describe('what is private stays on its machine, where', () => {
  story(
    'git was made to track a private note: nothing is sent, and it is said how to repair it',
    async ({ alex, remote }) => {
      const before = await git(remote, 'rev-parse', 'main');
      await alex.writes('4-honesty/alex.md');
      await alex.clone.git('add', '-f', '--', canaryNote('alex'));
      await alex.isStoppedBy('private-tracked');
      const message = notification(alex.window.page, 'git has a private note in its keeping');
      await message.getByRole('button', { name: 'How to Repair It' }).waitFor();
      assert.equal(await git(remote, 'rev-parse', 'main'), before);
      await alex.clone.git('commit', '--quiet', '-m', 'Update notes');
      await alex.isStoppedBy('private-tracked');
      // Taking it out in a later commit is not enough: the commit before would be sent along.
      await alex.clone.git('rm', '--quiet', '--cached', '--', canaryNote('alex'));
      await alex.clone.git('commit', '--quiet', '-m', 'Update notes');
      await alex.isStoppedBy('private-tracked');
      assert.equal(await git(remote, 'rev-parse', 'main'), before);
      await alex.clone.git('reset', '--quiet', '--soft', 'origin/main');
      assert.ok(alex.clone.has(canaryNote('alex')));
    },
    { isTelling: true },
  );

  story('somebody sends a private folder: nothing is taken over', async ({ alex, remote, repositories }) => {
    const before = await git(remote, 'rev-parse', 'main');
    const other = await repositories.clone(remote);
    other.write('private/8-forgiveness/2026-02-21-sam.md', 'Not for anybody.\n');
    await other.git('add', '-f', '--', 'private');
    await other.git('commit', '--quiet', '-m', 'Update notes');
    await other.git('push', '--quiet');
    await alex.writes('4-honesty/alex.md');
    await alex.isStoppedBy('incoming-private');
    await notification(alex.window.page, 'which must never be shared').waitFor();
    assert.ok(!alex.clone.has('private/8-forgiveness/2026-02-21-sam.md'));
    // They set the remote back by hand, as the help page tells.
    await git(remote, 'update-ref', 'refs/heads/main', before);
    await alex.clone.git('fetch', '--quiet');
  });

  story(
    'one shares a note of theirs, sees it first, and the other gets it; then it is taken back',
    async ({ alex, sam }) => {
      const { page } = alex.window;
      const line = 'I was glad today.';
      alex.clone.write(`private/${NIGHT}`, `---\ntemplate: hopeful\npartner: alex\n---\n\n${line}\n`);
      await alex.runs('kintsugi.refresh');
      const sharing = alex.runsOn(`private/${NIGHT}`, 'kintsugi.shareNote');
      await choose(page, 'Heavy');
      await page.getByRole('tab', { name: 'What Sam will see' }).waitFor();
      await pressInDialog(page, 'Share');
      await sharing;
      await alex.syncs();
      await sam.syncs();
      assert.ok(sam.reads(NIGHT).includes(line));
      assert.match(sam.reads(NIGHT), /^word-ahead: heavy$/m);
      const takingBack = alex.runsOn(NIGHT, 'kintsugi.takeBack');
      await dialog(page).getByText('Sam may have read it already').waitFor();
      await pressInDialog(page, 'Take Back');
      await takingBack;
      await alex.syncs();
      await sam.syncs();
      assert.ok(!existsSync(path.join(sam.folder, NIGHT)));
      assert.ok(alex.reads(`private/${NIGHT}`).includes(line));
    },
  );

  story('a private note is open and being typed in while a sync runs', async ({ alex }) => {
    await alex.window.ask({ act: 'write', path: canaryNote('alex'), text: `More of ${CANARY}.\n`, save: false });
    await alex.writes('4-honesty/alex.md');
    await alex.syncs();
    assert.deepEqual(await alex.window.ask({ act: 'unsaved' }), [canaryNote('alex')]);
    await alex.runs('workbench.action.files.saveAll');
  });
});
