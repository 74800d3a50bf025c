import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { activeTab, waitForNote } from './answers';
import { eventually, settled } from './conditions';
import { differingBytes } from './disk';
import { expand, openGuide, row, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const STEP = 'What I would want to make of it one day';
const OPEN = `${STEP}, for you`;
const DONE = `${STEP}, done by you`;

for (const version of ['today', 'oldest'] as const) {
  describe(`a tick in the tree, VS Code of ${version}`, () => {
    const workbench = sharedWorkbench(() => ({
      version,
      sampleNotes: true,
      viewport: TALL,
      settings: { 'files.autoSave': 'off' },
    }));
    const read = (): Buffer => readFileSync(path.join(workbench().folder, '4-honesty', 'alex.md'));
    const box = (name: string): Locator => row(workbench(), name).getByRole('checkbox');
    let original: Buffer;

    before(async () => {
      original = read();
      await openGuide(workbench());
      await expand(stage(workbench(), 4));
    });

    it('with the mouse changes one byte of the closed note, and back', async () => {
      await (await settled(box(OPEN))).click();
      await row(workbench(), DONE).waitFor();
      const ticked = read();
      const [place, ...more] = differingBytes(original, ticked);
      assert.deepEqual(more, []);
      assert.equal(ticked.subarray(place, (place ?? 0) + 1).toString(), 'x');
      await row(workbench(), '4. Honesty, done by both').waitFor();
      assert.equal(await workbench().page.getByRole('tab', { name: 'alex.md' }).count(), 0, 'no editor opens');
      await (await settled(box(DONE))).click();
      await row(workbench(), OPEN).waitFor();
      assert.deepEqual(read(), original);
    });

    for (const key of ['Space', 'Enter']) {
      it(`with ${key} on its checkbox changes one byte of the closed note, and back`, async () => {
        const { page } = workbench();
        await workbench().runCommand('Kintsugi: Focus on Guide View');
        await focusRow(OPEN);
        await page.keyboard.press('Tab');
        await page.keyboard.press(key);
        await row(workbench(), DONE).waitFor();
        assert.equal(differingBytes(original, read()).length, 1);
        await workbench().runCommand('Kintsugi: Focus on Guide View');
        await focusRow(DONE);
        await page.keyboard.press('Tab');
        await page.keyboard.press(key);
        await row(workbench(), OPEN).waitFor();
        assert.deepEqual(read(), original);
      });
    }

    it('in an open note that has unsaved words stays unsaved, and undo takes it back', async () => {
      const { page } = workbench();
      await row(workbench(), OPEN).click();
      await waitForNote(page, 'alex.md');
      await page.keyboard.type('A thought.');
      const dirty = activeTab(page).and(page.locator('.dirty'));
      await dirty.waitFor();
      await (await settled(box(OPEN))).click();
      await row(workbench(), DONE).waitFor();
      assert.deepEqual(read(), original);
      await page.locator('.editor-group-container.active .monaco-editor').click();
      await page.keyboard.press('Control+z');
      await row(workbench(), OPEN).waitFor();
      await dirty.waitFor();
      await workbench().runCommand('File: Revert File');
      await dirty.waitFor({ state: 'detached' });
    });

    it('in an open note with nothing unsaved is saved at once', async () => {
      await (await settled(box(OPEN))).click();
      await row(workbench(), DONE).waitFor();
      await eventually(() => {
        assert.equal(differingBytes(original, read()).length, 1);
      });
      await (await settled(box(DONE))).click();
      await eventually(() => {
        assert.deepEqual(read(), original);
      });
    });

    /** Walks down from where the focus is until a row has it. */
    async function focusRow(name: string): Promise<void> {
      const { page } = workbench();
      await page.locator('.sidebar .monaco-list:focus').waitFor();
      await page.keyboard.press('Home');
      await eventually(async () => {
        const focused = row(workbench(), name).and(page.locator('.focused'));
        if ((await focused.count()) === 1) return;
        await page.keyboard.press('ArrowDown');
        throw new Error(`the row has no focus: ${name}`);
      });
    }
  });
}
