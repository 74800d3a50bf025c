import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { ALEX, Clone, Repositories } from '../git/repositories';
import { notification, pressInDialog, questionBox, write } from '../ui/answers';
import { readFolder } from '../ui/disk';
import { StoryEditor } from './editor';
import type { StoryWindow } from './editor';
import { Ledger } from './ledger';
import { Machine } from './machine';
import { aside, sharedEditor } from './story';

const IN_WORKER = { 'remote.extensionKind': { 'kintsugi-notes.kintsugi': ['web'] } };

describe('a sync says why it cannot be', () => {
  aside('where no git is installed', async () => {
    const { folder, repositories } = await someNotes();
    const nothing = mkdtempSync(path.join(repositories.folder, 'empty-'));
    const editor = await StoryEditor.start({
      // A shell that can be started would set the path anew.
      environment: { PATH: nothing, SHELL: path.join(nothing, 'no-shell') },
      settings: { 'git.path': path.join(nothing, 'no-git') },
    });
    const window = await editor.open(folder);
    const alex = await sitsAt(window);
    await alex.isStoppedBy('git-missing');
    await notification(window.page, 'git is not installed here').waitFor();
    await window.close();
  });

  aside('in a host without git, as in a browser', async () => {
    const editor = await sharedEditor();
    const { folder } = await someNotes();
    editor.writeSettings(IN_WORKER);
    const window = await editor.open(folder);
    const alex = await sitsAt(window);
    await alex.isStoppedBy('no-git-here');
    await notification(window.page, 'This window has no git').waitFor();
    editor.writeSettings({});
    await window.close();
  });

  aside('where the notes lie in a larger repository, and helps to move them out of it, private ones too', async () => {
    const editor = await sharedEditor();
    const { repositories } = await someNotes();
    const outer = await repositories.alone();
    const inner = path.join(outer.folder, 'notes');
    mkdirSync(inner);
    await writeSampleNotes(inner);
    rmSync(path.join(inner, '.git'), { recursive: true });
    const window = await editor.open(inner);
    const alex = await sitsAt(window);
    await alex.isStoppedBy('not-own-repository');
    const message = notification(window.page, 'This folder lies in a larger repository');
    const { page } = window;
    const place = path.join(repositories.folder, 'ours');
    mkdirSync(place);
    const whole = readFolder(inner);
    // A place inside of the same repository is none.
    await message.getByRole('button', { name: 'Move the Notes' }).click();
    await movesTo(page, outer.folder);
    await notification(page, 'That place lies in a repository too').waitFor();
    assert.deepEqual(readFolder(inner), whole);
    const moving = alex.runs('kintsugi.moveFolder').catch(() => undefined);
    await editor.takePicture('move', window);
    await movesTo(page, place);
    await editor.waitForWindow(path.join(place, 'notes'));
    await moving;
    assert.ok(!existsSync(inner));
    assert.deepEqual(readFolder(path.join(place, 'notes')), whole);
    await window.close();
  });
});

/** Says yes, and names the place in the editor's own question for folders. */
async function movesTo(page: Page, folder: string): Promise<void> {
  await pressInDialog(page, 'Choose a Place');
  await questionBox(page).filter({ hasText: 'A folder outside of any repository' }).waitFor();
  await write(page, '', `${folder}/`);
}

async function someNotes(): Promise<{ repositories: Repositories; folder: string }> {
  const repositories = Repositories.make(temporaryFolder('stories').folder);
  const folder = path.join(repositories.folder, 'notes');
  await writeSampleNotes(folder);
  return { repositories, folder };
}

async function sitsAt(window: StoryWindow): Promise<Machine> {
  return new Machine(ALEX.name, await Clone.at(window.folder, undefined), window, new Ledger());
}
