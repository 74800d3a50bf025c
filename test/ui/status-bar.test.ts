import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { cursorPlace } from './answers';
import { openGuide } from './guide-view';
import { sharedWorkbench } from './shared-workbench';
import type { Workbench } from './workbench';

const TELLING = /kintsugi|guide|trust|betray/i;

describe('the status bar', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true }));

  it('shows nothing of the guide until it is asked to', async () => {
    await openGuide(workbench());
    assert.equal(await nextNote(workbench()).count(), 0);
    assert.doesNotMatch(await workbench().page.locator('.statusbar').innerText(), TELLING);
  });
});

describe('the status bar, when the next step is wanted there', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, settings: { 'kintsugi.statusBar.nextStep': true } }));

  it('offers it in neutral words, and opens it', async () => {
    const { page } = workbench();
    await nextNote(workbench()).waitFor();
    assert.doesNotMatch(await page.locator('.statusbar').innerText(), TELLING);
    await nextNote(workbench()).click();
    await cursorPlace(page).waitFor();
  });
});

function nextNote({ page }: Workbench): Locator {
  return page.locator('.statusbar').getByRole('button', { name: /Next note/ });
}
