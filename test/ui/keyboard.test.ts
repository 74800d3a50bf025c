import assert from 'node:assert/strict';
import { waitForNote } from './answers';
import { openGuide } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

describe('the guide by keyboard alone', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: { width: 1280, height: 3600 } }));

  it('is walked row by row through every stage, its steps and its entries, and opens a note', async () => {
    const { page } = workbench();
    await openGuide(workbench());
    await workbench().runCommand('Kintsugi: Focus on Guide View');
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
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
    await page.keyboard.press('Enter');
    await page.locator('.editor-group-container .monaco-editor').first().waitFor();
  });

  it('offers its actions on a row in a menu, and writes privately with one key', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Focus on Guide View');
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu').getByRole('menuitem', { name: 'Open Step' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F10');
    const today = new Date().toLocaleDateString('sv-SE');
    await waitForNote(page, `${today}-night-alex.md`);
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
      await page.keyboard.press('ArrowRight');
      await below.and(page.locator(`[aria-level="${String(level + 1)}"]`)).waitFor();
    }
    if ((await below.count()) === 0) return undefined;
    await page.keyboard.press('ArrowDown');
    await below.and(page.locator('.focused')).waitFor();
    return focusedRow();
  }

  async function focusedRow(): Promise<string> {
    return (await workbench().page.locator('.sidebar .monaco-list-row.focused').getAttribute('aria-label')) ?? '';
  }
});
