// Measures the panel of the timeline in a real workbench: with ten dates, and with ten thousand of five numbers each.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../editor/browser.mjs';
import { startServer } from '../editor/server.mjs';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { say } from '../screen.mjs';

const ROUNDS = 5;
const FEW = 10;
const MANY = 10_000;
const STEPS = 40;
const PATIENCE_MILLISECONDS = 120_000;
const VIEWPORT = { width: 1600, height: 1000 };
const MEASURES = ['trust', 'closeness', 'safety', 'hope', 'hurt'];

/**
 * @typedef {object} Opening one opening of the panel, in ms
 * @property {number} firstPaint since the page began
 * @property {number} drawn since the page began
 * @property {number[]} frames how long each step of a zoom or a move took; the same steps in every opening
 */
/** @typedef {{ few: Opening[], many: Opening[] }} PanelMeasured */

/**
 * @returns {Promise<PanelMeasured>}
 * @throws when the editor or the browser does not start
 */
export async function measurePanel() {
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-panel');
  const few = path.join(place.folder, 'few');
  const many = path.join(place.folder, 'many');
  writeNotes(few, FEW);
  writeNotes(many, MANY);
  const server = await startServer({ editor: 'today', extensionPackage });
  const browser = await launchBrowser();
  /** @type {PanelMeasured} */
  const measured = { few: [], many: [] };
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      say(`Timeline panel, round ${String(round)} of ${String(ROUNDS)}`);
      for (const [folder, openings] of /** @type {const} */ ([
        [few, measured.few],
        [many, measured.many],
      ])) {
        const context = await browser.newContext({ viewport: VIEWPORT });
        const { frame, ...times } = await openPanel(await context.newPage(), server.authority, folder);
        openings.push({ ...times, frames: await framesOf(frame) });
        await context.close();
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    place.remove();
  }
  return measured;
}

/**
 * One check-in a day of one partner, up to today.
 *
 * @param {string} folder
 * @param {number} count
 */
function writeNotes(folder, count) {
  mkdirSync(path.join(folder, '5-check-ins'), { recursive: true });
  writeFileSync(
    path.join(folder, 'kintsugi.yaml'),
    'version: 1\npartners:\n  - { id: alex, name: Alex, role: hurt }\n  - { id: sam, name: Sam, role: broke-trust }\n' +
      'language: en\nnames: telling\n',
  );
  const today = Math.floor(Date.now() / 86_400_000);
  for (let index = 0; index < count; index++) {
    const date = new Date((today - index) * 86_400_000).toISOString().slice(0, 10);
    const numbers = MEASURES.map((name, order) => `${name}: ${String((index * 7 + order * 3 + (index >> 5)) % 11)}`);
    writeFileSync(
      path.join(folder, '5-check-ins', `${date}-alex.md`),
      `---\ntemplate: check-in\nrole: hurt\npartner: alex\ndate: ${date}\n${numbers.join('\n')}\n---\n\n# Check-in\n`,
    );
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} authority
 * @param {string} folder
 */
async function openPanel(page, authority, folder) {
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  await page.goto(`http://${authority}/?${new URLSearchParams({ folder }).toString()}`);
  const guide = page.locator('.activitybar').getByRole('tab', { name: 'Kintsugi' });
  await guide.waitFor();
  await guide.click();
  // The notes are read by then: what is measured is the panel.
  await page.getByRole('treeitem', { name: /^5\. Check-ins/ }).waitFor();
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget');
  await box.getByPlaceholder('Type the name of a command to run.').fill('>Kintsugi: Open Timeline');
  await box.getByRole('option', { name: /^Kintsugi: Open Timeline/ }).click();
  const who = box.getByRole('option', { name: 'Alex' });
  const inner = page.locator('iframe.webview.ready').contentFrame().locator('iframe#active-frame');
  await Promise.race([who.waitFor(), inner.waitFor()]);
  if (await who.isVisible()) await who.click();
  const frame = await (await inner.elementHandle()).contentFrame();
  if (!frame) throw new Error('The panel has no page.');
  await frame.locator('#panel-timeline .chart path').first().waitFor({ state: 'attached' });
  const drawn = await frame.evaluate(() => performance.now());
  const firstPaint = await frame.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
  return { frame, firstPaint, drawn };
}

/**
 * Shows all five numbers, zooms in and out and moves, one step a frame.
 *
 * @param {import('playwright-core').Frame} frame
 * @returns {Promise<number[]>} the time from each frame to the next, in ms
 */
async function framesOf(frame) {
  for (const name of ['Closeness', 'Safety', 'Hope', 'Hurt']) {
    await frame.getByRole('group', { name: 'Numbers' }).getByRole('button', { name }).click();
  }
  await frame.locator('#panel-timeline .chart').focus();
  return frame.evaluate(async (steps) => {
    const chart = document.querySelector('#panel-timeline .chart');
    const keys = ['0', ...Array.from({ length: steps }, (_, step) => (step % 20 < 10 ? '+' : '-'))];
    keys.push(
      '0',
      '+',
      '+',
      '+',
      ...Array.from({ length: steps }, (_, step) => (step % 8 < 4 ? 'PageUp' : 'PageDown')),
    );
    const frames = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frames();
    const times = [];
    let before = /** @type {number} */ (await frames());
    for (const key of keys) {
      chart?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const now = /** @type {number} */ (await frames());
      times.push(now - before);
      before = now;
    }
    return times;
  }, STEPS);
}
