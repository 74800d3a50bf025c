import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { choose, dialog, notification, pressInDialog, waitForHelp, waitForNote } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { expand, openGuide, row, stage, TALL } from './guide-view';
import { press } from './keyboard';
import { sharedWorkbench } from './shared-workbench';

const TODAY = new Date().toLocaleDateString('sv-SE');
const WITHDRAWAL = `3-commitment/${TODAY}-commitment-alex.md`;
const SIGNATURE = `3-commitment/${TODAY}-commitment-alex-2.md`;

describe('the commitment', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: TALL }));
  let original: Record<string, string>;

  before(async () => {
    original = readFolder(workbench().folder);
    await openGuide(workbench());
    await expand(stage(workbench(), 3));
  });

  it('is not signed twice in one wording', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Sign the Commitment');
    await notification(page, 'You have signed this wording.').waitFor();
    await waitForNote(page, '3-commitment/together.md');
    assert.deepEqual(readFolder(folder), original);
  });

  it('says before a withdrawal when the other learns of it, and where help is', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Withdraw from the Commitment');
    await dialog(page)
      .getByText(/Sam would learn of it with the next sync/)
      .waitFor();
    await pressInDialog(page, 'Help and Safety');
    await waitForHelp(page);
    assert.deepEqual(readFolder(folder), original);
    await workbench().runCommand('Kintsugi: Withdraw from the Commitment');
    await dialog(page).waitFor();
    // The help page may take the focus again: it comes to it a moment after it is shown.
    await press(dialog(page), 'Escape', { focus: dialog(page).getByRole('button', { name: 'Cancel' }) });
    await dialog(page).waitFor({ state: 'hidden' });
    assert.deepEqual(readFolder(folder), original);
  });

  it('is withdrawn in a new note, which deletes nothing, and is no longer done', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Withdraw from the Commitment');
    await pressInDialog(page, 'Withdraw');
    await notification(page, 'Withdrawn, in a note of your own.').waitFor();
    const { [WITHDRAWAL]: written, ...rest } = readFolder(folder);
    assert.match(written ?? '', /^act: withdrawn$/m);
    assert.deepEqual(rest, original);
    await row(workbench(), 'Signed by both, done by Sam').waitFor();
    await stage(workbench(), 3).and(page.locator('[aria-label$="done by both"]')).waitFor({ state: 'detached' });
  });

  it('can be signed again, and then is done by both', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Sign the Commitment');
    await dialog(page).getByText('Do you sign the wording as it stands now?').waitFor();
    await pressInDialog(page, 'Sign');
    await notification(page, 'Signed, in a note of your own.').waitFor();
    assert.match(readFolder(folder)[SIGNATURE] ?? '', /^act: signed$/m);
    await row(workbench(), 'Signed by both, done by both').waitFor();
  });

  it('asks for a new signature when the wording changed, and shows what changed', async () => {
    const { page, folder } = workbench();
    const file = path.join(folder, '3-commitment', 'together.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('We stay,', 'We stay together,'));
    await stage(workbench(), 3).and(page.locator('[aria-label*="done by both"]')).waitFor({ state: 'detached' });
    await workbench().runCommand('Kintsugi: Sign the Commitment');
    await dialog(page).getByText('The wording has changed since you signed').waitFor();
    await pressInDialog(page, 'Show What Changed');
    await page.getByRole('tab', { name: /What you signed, and the wording now/ }).waitFor();
    await page.locator('.monaco-diff-editor').getByText('We stay together,').waitFor();
    assert.equal(await page.locator('.monaco-diff-editor').getByText('digest:').count(), 0);
    await eventually(() => {
      assert.ok(!(`3-commitment/${TODAY}-commitment-alex-3.md` in readFolder(folder)));
    });
  });

  it('shows in the tree that the wording has changed, and what changed since either signature', async () => {
    const { page, folder } = workbench();
    const before = readFolder(folder);
    await openGuide(workbench());
    await row(workbench(), 'Signed by both')
      .and(page.locator('[aria-label*="the wording has changed since"]'))
      .waitFor();
    await row(workbench(), 'Signed by both').hover();
    await row(workbench(), 'Signed by both')
      .getByRole('button', { name: 'Show What Changed Since the Signature' })
      .click();
    await choose(page, 'Sam');
    await page.getByRole('tab', { name: /What Sam signed, and the wording now/ }).waitFor();
    assert.deepEqual(readFolder(folder), before);
  });
});
