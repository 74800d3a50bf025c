import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { calendarDateOf } from '../../src/core/calendar-date';
import { choose, pressInNote, typeIntoNote, waitForNote } from './answers';
import { eventually } from './conditions';
import { openGuide } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const NOTE = `5-check-ins/${calendarDateOf(new Date())}-alex.md`;
const PRIVATE = `private/8-forgiveness/${calendarDateOf(new Date())}-alex.md`;
const BLAME = 'You never listen to me.';
/** Longer than the pause after which a hint shows. */
const LONG_ENOUGH_IN_MILLISECONDS = 2500;

describe('help with wording', () => {
  const workbench = sharedWorkbench(() => ({
    sampleNotes: true,
    settings: { 'files.autoSave': 'off' },
  }));
  const suggestions = (): Locator => workbench().page.locator('.suggest-widget.visible');
  const lines = (): Locator => workbench().page.locator('.editor-group-container.active .view-lines');

  before(async () => {
    await openGuide(workbench());
  });

  it('offers words for a feeling while one types, and takes one by keyboard', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Write a Check-in');
    await choose(page, /^Check-in(?:,|$)/);
    await waitForNote(page, NOTE);
    await typeIntoNote(page, NOTE, 'I feel ');
    await suggestions().getByRole('option', { name: 'heartbroken' }).waitFor();
    await typeIntoNote(page, NOTE, 'griev');
    await eventually(async () => {
      assert.equal(await suggestions().getByRole('option').count(), 1);
    });
    await pressInNote(page, NOTE, 'Enter');
    await lines().getByText('I feel grieving').waitFor();
    await suggestions().waitFor({ state: 'hidden' });
  });

  it('underlines a wording after a pause, says why when it is pointed at, and offers another', async () => {
    const { page } = workbench();
    await typeIntoNote(page, NOTE, `. ${BLAME}`);
    const mark = await eventually(async () => {
      const found = await underlined(workbench().page.locator('.editor-group-container.active'));
      assert.ok(found, 'something is underlined');
      return found;
    });
    assert.equal(await page.locator('.squiggly-info, .squiggly-warning, .squiggly-error, .squiggly-hint').count(), 0);
    await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2);
    const hover = page.locator('.monaco-hover').filter({ visible: true }).first();
    await hover.waitFor();
    assert.ok(((await hover.textContent()) ?? '').length > 20, 'the hover says why');
    await page.mouse.move(0, 0);
    await pressInNote(page, NOTE, 'Control+.');
    const menu = page.locator('.action-widget');
    await menu.getByText('Not this one again').waitFor();
    await menu
      .getByText(/^Write: /)
      .first()
      .click();
    await lines().getByText('never').waitFor({ state: 'detached' });
    await lines().getByText('I feel grieving').waitFor();
    await eventually(async () => {
      assert.equal(await underlined(page.locator('.editor-group-container.active')), undefined);
    });
  });

  it('is silent in a private note', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Write a Reflection');
    await waitForNote(page, PRIVATE);
    assert.ok(existsSync(path.join(folder, ...PRIVATE.split('/'))));
    await typeIntoNote(page, PRIVATE, BLAME);
    await page.waitForTimeout(LONG_ENOUGH_IN_MILLISECONDS);
    assert.equal(await underlined(page.locator('.editor-group-container.active')), undefined);
  });
});

/** @returns where something is underlined with dots, if anything is */
async function underlined(editor: Locator): Promise<
  | {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | undefined
> {
  return await editor.evaluate((element) => {
    const mark = [...element.querySelectorAll('.view-overlays .cdr')].find(
      (one) => getComputedStyle(one).borderBottomStyle === 'dotted',
    );
    const box = mark?.getBoundingClientRect();
    return box && { x: box.x, y: box.y, width: box.width, height: box.height };
  });
}
