import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { activeTab, choose, waitForCursor, waitForNote } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { chart, openPicture, pictureFrame, picturePage, pressOnChart, readout, reloadWindow } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const SIZE = { width: 1600, height: 1100 };

describe('the timeline', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: SIZE }));
  const picture = () => picturePage(workbench().page);
  const measure = (name: string) => picture().getByRole('group', { name: 'Numbers' }).getByRole('button', { name });
  const range = (name: string) => picture().getByRole('group', { name: 'How much time' }).getByRole('button', { name });
  const laneNames = () => chart(workbench().page).locator('text.lane-name').allTextContents();
  const newestCheckIn = () => {
    const names = Object.keys(readFolder(workbench().folder)).filter((name) => /^5-check-ins\/.*-alex\.md$/.test(name));
    return names.sort().at(-1) ?? '';
  };

  const pressed = async (button: Locator, isPressed = true) => {
    if ((await button.getAttribute('aria-pressed')) !== String(isPressed)) await button.click();
    await eventually(async () => {
      assert.equal(await button.getAttribute('aria-pressed'), String(isPressed));
    });
  };

  beforeEach(async () => {
    await openPicture(workbench(), 'Timeline');
    await pressed(range('6 months'));
  });

  it('opens as one panel, on shared notes, with a lane for each partner', async () => {
    const { page } = workbench();
    await activeTab(page).filter({ hasText: 'The path' }).waitFor();
    assert.deepEqual(await laneNames(), ['Alex', 'Sam']);
    await workbench().runCommand('Kintsugi: Open Timeline');
    assert.equal(await page.locator('.tab').filter({ hasText: 'The path' }).count(), 1);
    assert.equal(
      await picture().getByRole('switch', { name: 'My private notes' }).getAttribute('aria-checked'),
      'false',
    );
  });

  it('breaks both paths at the setback, and joins them in gold where the repair was confirmed', async () => {
    const drawing = chart(workbench().page);
    await drawing.locator('path.gold').first().waitFor({ state: 'attached' });
    assert.ok((await drawing.locator('path.gold').count()) >= 2);
    await drawing.locator('text').filter({ hasText: 'a pause' }).first().waitFor({ state: 'attached' });
  });

  it('shows the partner and the numbers that are chosen', async () => {
    const { page } = workbench();
    await measure('Hurt').click();
    await chart(page)
      .locator('text')
      .filter({ hasText: /lower is lighter/ })
      .first()
      .waitFor({ state: 'attached' });
    await measure('Hurt').click();
    await picture().getByRole('group', { name: 'Whose' }).getByRole('button', { name: 'Sam' }).click();
    await eventually(async () => {
      assert.deepEqual(await laneNames(), ['Alex']);
    });
    await picture().getByRole('group', { name: 'Whose' }).getByRole('button', { name: 'Sam' }).click();
    await eventually(async () => {
      assert.deepEqual(await laneNames(), ['Alex', 'Sam']);
    });
  });

  it('walks from note to note by the arrow keys, says each in words, and opens one at its place', async () => {
    const { page } = workbench();
    await pressOnChart(page, 'Home');
    await pressOnChart(page, 'ArrowUp');
    await pressOnChart(page, 'ArrowUp');
    await pressOnChart(page, 'End');
    await eventually(async () => {
      assert.match(await readout(page).innerText(), /Alex[\s\S]*Trust 6/);
    });
    const spoken = picture().locator('[aria-live="polite"]').first();
    assert.match((await spoken.textContent()) ?? '', /Alex: Trust 6/);
    await pressOnChart(page, 'Enter');
    await waitForNote(page, newestCheckIn());
    const lines = readFileSync(path.join(workbench().folder, newestCheckIn()), 'utf8').split('\n');
    await waitForCursor(page, (line) => line === lines.findIndex((text) => text.startsWith('trust:')) + 1);
  });

  it('moves the point when the note changes, and keeps focus, numbers and page as they are', async () => {
    const { page, folder } = workbench();
    await pressed(measure('Hope'));
    await pressOnChart(page, 'End');
    await pressOnChart(page, '+');
    const frame = await pictureFrame(page);
    await frame.evaluate(() => {
      document.body.dataset.sameAsBefore = 'yes';
    });
    const before = await chart(page).locator('path.raw').first().getAttribute('d');
    const file = path.join(folder, newestCheckIn());
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^trust: 6/m, 'trust: 2'));
    await eventually(async () => {
      assert.notEqual(await chart(page).locator('path.raw').first().getAttribute('d'), before);
      assert.match(await readout(page).innerText(), /Trust 2/);
    });
    assert.equal(await frame.evaluate(() => document.body.dataset.sameAsBefore), 'yes');
    assert.equal(await frame.evaluate(() => document.activeElement?.getAttribute('role')), 'application');
    assert.equal(await measure('Hope').getAttribute('aria-pressed'), 'true');
    writeFileSync(file, text);
    await eventually(async () => {
      assert.equal(await chart(page).locator('path.raw').first().getAttribute('d'), before);
    });
  });

  it('zooms by keys and by the wheel, from a week to everything', async () => {
    const { page } = workbench();
    const days = async () => {
      const slider = picture().getByRole('slider', { name: 'From' });
      const last = picture().getByRole('slider', { name: 'To' });
      const values = [await last.getAttribute('aria-valuenow'), await slider.getAttribute('aria-valuenow')].map(Number);
      return (values[0] ?? NaN) - (values[1] ?? NaN);
    };
    await pressOnChart(page, '0');
    const whole = await days();
    assert.ok(whole > 170, `${String(whole)} days`);
    for (let time = 0; time < 20; time++) await pressOnChart(page, '+');
    await eventually(async () => {
      assert.ok((await days()) <= 8, `${String(await days())} days`);
    });
    await pressOnChart(page, '0');
    await eventually(async () => {
      assert.equal(await days(), whole);
    });
    await chart(page).hover();
    await page.mouse.wheel(0, -300);
    await eventually(async () => {
      assert.ok((await days()) < whole);
    });
    await range('6 months').click();
    await eventually(async () => {
      assert.equal(await range('6 months').getAttribute('aria-pressed'), 'true');
    });
  });

  it('shows the same as a table, one key away, and back', async () => {
    const { page } = workbench();
    await pressOnChart(page, 't');
    const rows = picture().getByRole('table').getByRole('row');
    await rows.nth(30).waitFor();
    const first = picture().getByRole('table').getByRole('button').first();
    await first.waitFor();
    await picture().getByRole('button', { name: 'As a table' }).click();
    await chart(page).waitFor();
  });

  it('keeps everything over a move to another group, and over a reload of the window', async () => {
    const { page } = workbench();
    await pressed(range('1 month'));
    await pressed(measure('Hope'));
    await activeOnPanel();
    await workbench().runCommand('View: Move Editor into Right Group');
    await chart(page).waitFor();
    const asChosen = async () => {
      assert.equal(await range('1 month').getAttribute('aria-pressed'), 'true');
      assert.equal(await measure('Hope').getAttribute('aria-pressed'), 'true');
    };
    await eventually(asChosen);
    await reloadWindow(workbench());
    await chart(page).waitFor({ timeout: 30_000 });
    await eventually(asChosen);
    assert.deepEqual(await laneNames(), ['Alex', 'Sam']);
  });

  it('shows my private notes behind a switch only, which is off again once the panel was closed', async () => {
    const { page } = workbench();
    const isPrivate = picture().locator('.readout-private, td .quiet').filter({ hasText: 'only you see it' });
    const privately = picture().getByRole('switch', { name: 'My private notes' });
    await range('All').click();
    await pressOnChart(page, 't');
    await picture().getByRole('table').getByRole('row').nth(30).waitFor();
    assert.equal(await isPrivate.filter({ visible: true }).count(), 0);
    await privately.click();
    await isPrivate.filter({ visible: true }).first().waitFor();
    assert.equal(await privately.getAttribute('aria-checked'), 'true');
    await activeOnPanel();
    await workbench().runCommand('View: Close Editor');
    await page.locator('.tab').filter({ hasText: 'The path' }).waitFor({ state: 'detached' });
    await workbench().runCommand('Kintsugi: Open Timeline');
    await picture().getByRole('table').or(chart(page)).filter({ visible: true }).first().waitFor();
    assert.equal(await privately.getAttribute('aria-checked'), 'false');
    assert.equal(await isPrivate.filter({ visible: true }).count(), 0);
  });

  it('opens beside a note, at that note', async () => {
    const { page } = workbench();
    await activeOnPanel();
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('Kintsugi: Write a Check-in');
    await choose(page, /^Check-in(?:,|$)/);
    const today = new Date().toLocaleDateString('sv-SE');
    const note = `5-check-ins/${today}-alex.md`;
    await waitForNote(page, note);
    await page.locator('.editor-actions').getByRole('button', { name: 'Open Timeline' }).first().click();
    await picture().getByRole('heading', { name: 'The path' }).waitFor();
    await eventually(async () => {
      assert.match(await readout(page).innerText(), /Alex[\s\S]*Check-in/);
    });
    assert.equal(await page.locator('.editor-group-container').count(), 2);
  });

  async function activeOnPanel(): Promise<void> {
    const { page } = workbench();
    await page.locator('.tab').filter({ hasText: 'The path' }).click();
    await activeTab(page).filter({ hasText: 'The path' }).waitFor();
  }
});
