import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git/git-process';
import { notification } from '../ui/answers';
import { eventually } from '../ui/conditions';
import { Couple } from './couple';
import { StoryEditor } from './editor';
import type { StoryWindow } from './editor';
import type { Machine } from './machine';
import { aside } from './story';

const OFFER = 'Would you like these notes to sync by themselves?';
const PATIENCE_MILLISECONDS = 40_000;

describe('as each person has set it', () => {
  aside('the notes sync after a pause and when the window opens, once that was offered and taken', async () => {
    const editor = await StoryEditor.start();
    const couple = await Couple.meet(editor);
    const { alex, sam, remote } = couple;
    const first = await alex.writes('6-kindness/2026-07-01-alex.md');
    await alex.syncs();
    await sam.syncs();
    assert.ok(sam.reads('6-kindness/2026-07-01-alex.md').includes(first));
    const offer = notification(alex.window.page, OFFER);
    await editor.takePicture('offer', alex.window);
    await offer.getByRole('button', { name: 'Then and When I Pause' }).click();
    await eventually(() => {
      const set = settingsOf(editor);
      assert.deepEqual([set['kintsugi.sync.whenOpened'], set['kintsugi.sync.afterIdleMinutes']], [true, 10]);
      return Promise.resolve();
    });

    const soon = { 'kintsugi.sync.whenOpened': true, 'kintsugi.sync.afterIdleMinutes': 0.05 };
    editor.writeSettings(soon);
    await hasSetting(alex, 'kintsugi.sync.afterIdleMinutes', 0.05);
    const afterPause = await alex.writes('6-kindness/2026-07-02-alex.md', { save: false });
    await eventually(async () => {
      assert.match(await git(remote, 'grep', afterPause, 'main'), /2026-07-02-alex/);
    }, PATIENCE_MILLISECONDS);

    editor.writeSettings({ 'kintsugi.sync.whenOpened': true });
    await alex.window.close();
    // Where it was closed in the midst of a sync, that is taken for one that goes on, for half a minute.
    editor.passHalfAMinute();
    const meanwhile = await sam.writes('6-kindness/2026-07-03-sam.md');
    await sam.syncs();
    const again = await editor.open(alex.folder);
    await eventually(() => {
      assert.ok(alex.reads('6-kindness/2026-07-03-sam.md').includes(meanwhile));
      return Promise.resolve();
    }, PATIENCE_MILLISECONDS);
    // Nobody asked, so nothing is told; and what was offered once is not offered again.
    assert.equal(await notification(again.page, 'Synced').count(), 0);
    assert.equal(await notification(sam.window.page, OFFER).count(), 0);
    await again.close();
    await sam.window.close();
  });

  aside('a commit names its stages where that was wanted, and never a word of a note', async () => {
    const editor = await StoryEditor.start({ settings: { 'kintsugi.sync.commitMessages': 'telling' } });
    const { alex, sam, remote } = await Couple.meet(editor);
    await alex.writes('6-kindness/2026-07-04-alex.md');
    await alex.syncs();
    assert.equal(await git(remote, 'log', '-1', '--format=%s', 'main'), 'Update notes: Kindness');
    await alex.window.close();
    await sam.window.close();
  });

  aside('the tree tells what is new as soon as the person’s own autofetch has fetched it, and not before', async () => {
    const editor = await StoryEditor.start({ settings: { 'git.autofetch': false } });
    const { alex, sam } = await Couple.meet(editor);
    const heads = (): Promise<string> => alex.clone.git('rev-parse', 'HEAD', 'refs/remotes/origin/main');
    await alex.syncs();
    await alex.runs('kintsugi.open');
    const before = await heads();
    await sam.writes('6-kindness/2026-07-05-sam.md');
    await sam.syncs();
    await alex.window.page.waitForTimeout(3_000);
    assert.equal(await heads(), before);
    assert.equal(await newsIn(alex.window).count(), 0);
    await alex.window.ask({ act: 'set', key: 'git.autofetch', value: true });
    // git's extension fetches in a window that has the focus.
    await alex.window.page.bringToFront();
    await row(alex.window).first().click();
    await newsIn(alex.window).waitFor({ timeout: PATIENCE_MILLISECONDS });
    await editor.takePicture('autofetched', alex.window);
    assert.ok(!alex.clone.has('6-kindness/2026-07-05-sam.md'), 'what was fetched is joined by a sync only');
    await alex.window.close();
    await sam.window.close();
  });
});

function row({ page }: StoryWindow) {
  return page.getByRole('treeitem');
}

function newsIn(window: StoryWindow) {
  return row(window).filter({ hasText: 'one new' });
}

function settingsOf({ dataFolder }: StoryEditor): Record<string, unknown> {
  const file = path.join(dataFolder, 'data', 'User', 'settings.json');
  const machine = path.join(dataFolder, 'data', 'Machine', 'settings.json');
  return { ...read(machine), ...read(file) };
}

function read(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Waits until a window knows of a setting. */
async function hasSetting(machine: Machine, key: string, value: unknown): Promise<void> {
  await eventually(async () => {
    assert.equal(await machine.window.ask({ act: 'setting', key }), value);
  });
}
