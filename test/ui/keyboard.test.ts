import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { waitForNote } from './answers';
import { settled } from './conditions';
import { focusedTree, openGuide } from './guide-view';
import { press, pressAnywhere } from './keyboard';
import { sharedWorkbench } from './shared-workbench';

describe('the guide by keyboard alone', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: { width: 1280, height: 3600 } }));

  it('is walked row by row through every stage, its steps and its entries, and opens a note', async () => {
    const { page } = workbench();
    await openGuide(workbench());
    await workbench().runCommand('Kintsugi: Focus on Guide View');
    await settled(focusedTree(workbench()));
    await press(focusedTree(workbench()), 'Home');
    const walked = [await focusedRow()];
    for (let name = await next(walked); name !== undefined; name = await next(walked)) walked.push(name);
    const stages = walked.filter((name) => /^\d\. .*, (?:done by|ongoing|not begun|begun)/.test(name));
    assert.equal(stages.length, 9);
    for (const part of ['My promises, with dates, done by Sam', 'Who fuels the anger', 'Night note, you, private']) {
      assert.ok(
        walked.some((name) => name.includes(part)),
        part,
      );
    }
    await press(focusedTree(workbench()), 'Enter');
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });

  it('offers its actions on a row in a menu, and writes privately with one key', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Focus on Guide View');
    for (const key of ['Home', 'ArrowDown', 'Shift+F10']) await press(focusedTree(workbench()), key);
    await page.locator('.monaco-menu').getByRole('menuitem', { name: 'Open Step' }).waitFor();
    await press(page.locator('.monaco-menu'), 'Escape');
    await page.locator('.monaco-menu').waitFor({ state: 'detached' });
    await focusedTree(workbench()).waitFor();
    await pressAnywhere(page, 'Control+F10');
    const today = new Date().toLocaleDateString('sv-SE');
    await waitForNote(page, `private/9-path/${today}-night-alex.md`);
  });

  /** Opens stages and months on the way down; a note's own steps stay closed. */
  async function next(walked: readonly string[]): Promise<string | undefined> {
    const { page } = workbench();
    const here = page.locator('.sidebar .monaco-list-row.focused');
    const { place, level, isClosed } = await here.evaluate((row: HTMLElement) => ({
      place: Number(row.dataset.index),
      level: Number(row.getAttribute('aria-level')),
      isClosed: row.getAttribute('aria-expanded') === 'false',
    }));
    const below = page.locator(`.sidebar .monaco-list-row[data-index="${String(place + 1)}"]`);
    if (isClosed && (level === 1 || walked.at(-1)?.endsWith(' notes'))) {
      await press(focusedTree(workbench()), 'ArrowRight');
      await below.and(page.locator(`[aria-level="${String(level + 1)}"]`)).waitFor();
    }
    if (!(await exists(below))) return undefined;
    await press(focusedTree(workbench()), 'ArrowDown');
    await below.and(page.locator('.focused')).waitFor();
    return focusedRow();
  }

  /** A row that is painted anew is gone for a moment; after the last row there is none at any time. */
  async function exists(below: Locator): Promise<boolean> {
    if ((await below.count()) > 0) return true;
    await settled(focusedTree(workbench()));
    return (await below.count()) > 0;
  }

  async function focusedRow(): Promise<string> {
    return (await workbench().page.locator('.sidebar .monaco-list-row.focused').getAttribute('aria-label')) ?? '';
  }
});
