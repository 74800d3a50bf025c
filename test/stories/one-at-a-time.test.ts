import assert from 'node:assert/strict';
import { notification } from '../ui/answers';
import { git } from '../git/git-process';
import { Gate, withHook } from './gate';
import { story } from './story';

describe('one sync at a time', () => {
  story('a second window on the same folder says that the notes are being synced already', async (couple) => {
    const { alex, editor, repositories } = couple;
    const line = await alex.writes('6-kindness/2026-08-01-alex.md');
    const gate = new Gate(repositories.folder, 'two-windows');
    await withHook(alex.hooks, 'pre-commit', gate.script, async () => {
      const sync = alex.syncs();
      await gate.reached();
      const beside = await editor.openBeside(alex.folder);
      await beside.runCommand('Kintsugi: Sync with Partner');
      await notification(beside.page, 'These notes are being synced already').waitFor();
      gate.open();
      await sync;
      await beside.runCommand('Kintsugi: Sync with Partner');
      await notification(beside.page, 'Synced. Neither side had anything new.').waitFor();
      await beside.close();
    });
    assert.match(await git(couple.remote, 'grep', line, 'main'), /2026-08-01/);
  });

  story('a sync is stopped by its own button, and the next one goes on from there', async (couple) => {
    const { alex, remote, repositories } = couple;
    const { page } = alex.window;
    const line = await alex.writes('6-kindness/2026-08-02-alex.md');
    const before = await git(remote, 'rev-parse', 'main');
    const gate = new Gate(repositories.folder, 'cancelled');
    await withHook(alex.hooks, 'pre-commit', gate.script, async () => {
      const sync = alex.isStoppedBy('cancelled');
      await gate.reached();
      const progress = notification(page, 'Syncing with Sam');
      await progress.getByRole('button', { name: 'Cancel' }).click();
      gate.open();
      await sync;
    });
    await notification(page, 'Stopped. What was done so far stays').waitFor();
    assert.equal(await git(remote, 'rev-parse', 'main'), before);
    assert.equal(await alex.clone.git('status', '--porcelain'), '');
    await alex.syncs();
    assert.match(await git(remote, 'grep', line, 'main'), /2026-08-02/);
  });
});
