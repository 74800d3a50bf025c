import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { activeTab, pressInNote, typeIntoNote, waitForNote } from './answers';
import { eventually } from './conditions';
import { differingBytes } from './disk';
import { clickCheckbox, clickRow, expand, focusedTree, openGuide, row, stage, TALL } from './guide-view';
import { press } from './keyboard';
import { sharedWorkbench } from './shared-workbench';

const NOTE = '4-honesty/alex.md';
const FOCUS_MILLISECONDS = 3_000;
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
    const read = (): Buffer => readFileSync(path.join(workbench().folder, NOTE));
    const box = (name: string): Locator => row(workbench(), name).getByRole('checkbox');
    let original: Buffer;

    before(async () => {
      original = read();
      await openGuide(workbench());
      await expand(stage(workbench(), 4));
    });

    it('with the mouse changes one byte of the closed note, and back', async () => {
      await clickCheckbox(workbench(), OPEN);
      await row(workbench(), DONE).waitFor();
      const ticked = read();
      const [place, ...more] = differingBytes(original, ticked);
      assert.deepEqual(more, []);
      assert.equal(ticked.subarray(place, (place ?? 0) + 1).toString(), 'x');
      await row(workbench(), '4. Honesty, done by both').waitFor();
      assert.equal(await workbench().page.getByRole('tab', { name: 'alex.md' }).count(), 0, 'no editor opens');
      await clickCheckbox(workbench(), DONE);
      await row(workbench(), OPEN).waitFor();
      assert.deepEqual(read(), original);
    });

    for (const key of ['Space', 'Enter']) {
      it(`with ${key} on its checkbox changes one byte of the closed note, and back`, async () => {
        await pressCheckbox(OPEN, key);
        await row(workbench(), DONE).waitFor();
        assert.equal(differingBytes(original, read()).length, 1);
        await pressCheckbox(DONE, key);
        await row(workbench(), OPEN).waitFor();
        assert.deepEqual(read(), original);
      });
    }

    it('in an open note that has unsaved words stays unsaved, and undo takes it back', async () => {
      const { page } = workbench();
      await clickRow(workbench(), OPEN);
      await waitForNote(page, NOTE);
      await typeIntoNote(page, NOTE, 'A thought.');
      const dirty = activeTab(page).and(page.locator('.dirty'));
      await dirty.waitFor();
      await clickCheckbox(workbench(), OPEN);
      await row(workbench(), DONE).waitFor();
      assert.deepEqual(read(), original);
      await pressInNote(page, NOTE, 'Control+z');
      await row(workbench(), OPEN).waitFor();
      await dirty.waitFor();
      await workbench().runCommand('File: Revert File');
      await dirty.waitFor({ state: 'detached' });
    });

    it('in an open note with nothing unsaved is saved at once', async () => {
      await clickCheckbox(workbench(), OPEN);
      await row(workbench(), DONE).waitFor();
      await eventually(() => {
        assert.equal(differingBytes(original, read()).length, 1);
      });
      await clickCheckbox(workbench(), DONE);
      await eventually(() => {
        assert.deepEqual(read(), original);
      });
    });

    /** Goes to the checkbox of a row by keyboard alone; from the beginning, where the tree was painted meanwhile. */
    async function pressCheckbox(name: string, key: string): Promise<void> {
      const { page } = workbench();
      await eventually(async () => {
        await workbench().runCommand('Kintsugi: Focus on Guide View');
        await focusRow(name);
        await press(focusedTree(workbench()), 'Tab');
        await box(name).and(page.locator(':focus')).waitFor({ timeout: FOCUS_MILLISECONDS });
        await press(box(name), key, { patience: FOCUS_MILLISECONDS });
      });
    }

    /** Walks down from the first row until a row has the focus. */
    async function focusRow(name: string): Promise<void> {
      await press(focusedTree(workbench()), 'Home');
      await eventually(async () => {
        const focused = row(workbench(), name).and(workbench().page.locator('.focused'));
        if ((await focused.count()) === 1) return;
        await press(focusedTree(workbench()), 'ArrowDown');
        throw new Error(`the row has no focus: ${name}`);
      });
    }
  });
}
