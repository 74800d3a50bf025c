import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { typeIntoNote, waitForHelp, waitForNote } from './answers';
import { clickRow, expand, openGuide, stage, TALL } from './guide-view';
import { pressAnywhere } from './keyboard';
import { sharedWorkbench } from './shared-workbench';

const NOTE = '4-honesty/alex.md';

describe('Put Everything Away', () => {
  const workbench = sharedWorkbench(() => ({
    sampleNotes: true,
    viewport: TALL,
    settings: { 'files.autoSave': 'off' },
  }));

  it('saves, closes and hides everything at one key, and may be pressed again', async () => {
    const { page, folder } = workbench();
    await openGuide(workbench());
    await expand(stage(workbench(), 4));
    await clickRow(workbench(), 'What I still need to hear');
    await waitForNote(page, NOTE);
    await workbench().runCommand('Kintsugi: Help and Safety');
    await waitForHelp(page);
    await clickRow(workbench(), 'What I still need to hear');
    await waitForNote(page, NOTE);
    await typeIntoNote(page, NOTE, 'A word that must not be lost.');
    await page.locator('.tab.dirty').waitFor();
    for (const time of ['once', 'twice']) {
      await pressAnywhere(page, 'Control+F9');
      await page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
      await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
      await page.locator('.activitybar').getByRole('tab', { name: 'Kintsugi' }).waitFor({ state: 'detached' });
      assert.equal(await page.locator('.notification-list-item').count(), 0, `nothing is said, ${time}`);
    }
    const text = readFileSync(path.join(folder, '4-honesty', 'alex.md'), 'utf8');
    assert.match(text, /A word that must not be lost\./);
    assert.doesNotMatch(await page.locator('.monaco-workbench').innerText(), /kintsugi|guide/i);
  });

  it('is undone by opening the guide', async () => {
    await openGuide(workbench());
    await stage(workbench(), 1).waitFor();
  });
});
