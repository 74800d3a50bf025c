import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cancel, choose, dialog, notification, pressInDialog, waitForNote } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { clickRow, expand, openGuide, row, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const MINE = '9-path/2020-03-09-hopeful-alex.md';
const PRIVATE = `private/${MINE}`;
const THEIRS = '9-path/2020-03-10-hard-sam.md';
const TEXT = '---\npartner: alex\n---\n\nWords of my own.\n';

describe('sharing a note', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: TALL }));
  const file = (name: string): string => path.join(workbench().folder, ...name.split('/'));
  const tab = (name: string) => workbench().page.getByRole('tab', { name });

  before(async () => {
    mkdirSync(path.dirname(file(PRIVATE)), { recursive: true });
    writeFileSync(file(PRIVATE), TEXT);
    await openGuide(workbench());
    await expand(stage(workbench(), 9));
    await expand(row(workbench(), 'March 2020'));
  });

  it('writes nothing where the word ahead or the consent is turned down', async () => {
    const { page, folder } = workbench();
    const before = readFolder(folder);
    await clickRow(workbench(), 'Mar 9, 2020');
    await waitForNote(page, PRIVATE);
    await workbench().runCommand('Kintsugi: Share This Note');
    await cancel(page);
    await workbench().runCommand('Kintsugi: Share This Note');
    await choose(page, 'Heavy');
    await tab('What Sam will see').waitFor();
    await page.locator('.monaco-editor').getByText('word-ahead').waitFor();
    await pressInDialog(page, 'Cancel');
    await tab('What Sam will see').waitFor({ state: 'detached' });
    assert.deepEqual(readFolder(folder), before);
  });

  it('moves it with the word ahead, after showing what will be seen', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Share This Note');
    await choose(page, 'Both');
    await dialog(page).getByText('cannot be unread').waitFor();
    await dialog(page).getByText('This is heavy to read, and good to read together.').waitFor();
    await pressInDialog(page, 'Share');
    await notification(page, 'The note lies with the shared notes now.').waitFor();
    assert.equal(readFileSync(file(MINE), 'utf8'), TEXT.replace('alex\n', 'alex\nword-ahead: heavy, together\n'));
    assert.ok(!existsSync(file(PRIVATE)));
    await waitForNote(page, MINE);
  });

  it('can be taken back, and says honestly what that does not undo', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Take Back into Private');
    await dialog(page)
      .getByText(/Sam may have read it already/)
      .waitFor();
    await pressInDialog(page, 'Take Back');
    await notification(page, 'The note lies in your private folder now.').waitFor();
    assert.ok(existsSync(file(PRIVATE)) && !existsSync(file(MINE)));
    await waitForNote(page, PRIVATE);
  });

  it('shows the partner’s word ahead in the tree, and asks before the note opens, once', async () => {
    const { page } = workbench();
    writeFileSync(file(THEIRS), '---\npartner: sam\nword-ahead: heavy\n---\n\nWords of Sam.\n');
    await row(workbench(), 'March 2020, 2 notes').waitFor();
    await expand(row(workbench(), 'March 2020'));
    const theirs = row(workbench(), 'Mar 10, 2020').and(page.locator('[aria-label*="a word ahead: heavy"]'));
    await theirs.waitFor();
    await clickRow(workbench(), 'Mar 10, 2020');
    await dialog(page).getByText('A word ahead from Sam').waitFor();
    await dialog(page).getByText('This is heavy to read.').waitFor();
    await pressInDialog(page, 'Not Now');
    assert.equal(await tab('2020-03-10-hard-sam.md').count(), 0);
    await clickRow(workbench(), 'Mar 10, 2020');
    await pressInDialog(page, 'Open Now');
    await waitForNote(page, THEIRS);
    await row(workbench(), 'Mar 10, 2020').and(page.locator('[aria-label$="new"]')).waitFor({ state: 'detached' });
    await workbench().runCommand('View: Close All Editors');
    await tab('2020-03-10-hard-sam.md').waitFor({ state: 'detached' });
    await clickRow(workbench(), 'Mar 10, 2020');
    await waitForNote(page, THEIRS);
    await eventually(async () => {
      assert.equal(await dialog(page).count(), 0);
    });
  });
});
