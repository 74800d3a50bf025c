// Measures how long a window is open until the guide's tree is right and can be clicked, with a lifetime of notes.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../editor/browser.mjs';
import { startServer } from '../editor/server.mjs';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { say } from '../screen.mjs';
import { writeNotesOfYears } from './notes-of-years.mjs';

const COUNTS = { few: 100, many: 10_000 };
const FEW_FIRST = /** @type {const} */ (['few', 'many']);
const MANY_FIRST = /** @type {const} */ (['many', 'few']);
const PATIENCE_MILLISECONDS = 60_000;
const VIEWPORT = { width: 1280, height: 1000 };
const STAGE = '5-check-ins';
const TWISTIE = '.monaco-tl-twistie';

/** @typedef {{ few: number[], many: number[] }} TreeMeasured in ms, one an opening */

/**
 * @param {number} rounds
 * @returns {Promise<TreeMeasured>}
 * @throws when the tree does not show what lies in the folder
 */
export async function measureTree(rounds) {
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-tree');
  for (const [name, count] of Object.entries(COUNTS)) writeNotesOfYears(path.join(place.folder, name), count);
  const server = await startServer({ editor: 'today', extensionPackage });
  const browser = await launchBrowser();
  /** @type {TreeMeasured} */
  const measured = { few: [], many: [] };
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`The tree, round ${String(round)} of ${String(rounds)}`);
      // Each goes first in turn, or what slows this machine down meanwhile would always meet the same one.
      for (const name of round % 2 === 1 ? FEW_FIRST : MANY_FIRST) {
        const context = await browser.newContext({ viewport: VIEWPORT });
        const folder = path.join(place.folder, name);
        measured[name].push(await openTree(await context.newPage(), server.authority, folder));
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
 * Opens a window, the guide in it, the check-ins, and those of the last month.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} authority
 * @param {string} folder
 * @returns {Promise<number>} since there was something to click in the window
 */
async function openTree(page, authority, folder) {
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  await page.goto(`http://${authority}/?${new URLSearchParams({ folder }).toString()}`);
  const guide = page.locator('.activitybar').getByRole('tab', { name: 'Kintsugi' });
  await guide.waitFor();
  const start = performance.now();
  await guide.click();
  const rows = page.locator('.sidebar').getByRole('treeitem');
  await rows
    .and(page.getByRole('treeitem', { name: /^5\. / }))
    .locator(TWISTIE)
    .click();
  const month = rows.and(page.locator('[aria-level="2"][aria-expanded="false"]')).first();
  const name = (await month.getAttribute('aria-label')) ?? '';
  await month.locator(TWISTIE).click();
  await rows.and(page.locator('[aria-level="3"]')).first().waitFor();
  const time = performance.now() - start;
  const expected = `${String(entriesOfLastMonth(folder))} notes`;
  if (!name.endsWith(`, ${expected}`)) throw new Error(`The tree shows “${name}” where there are ${expected}.`);
  return time;
}

/** @param {string} folder */
function entriesOfLastMonth(folder) {
  const months = readdirSync(path.join(folder, STAGE)).map((name) => name.slice(0, '2025-12'.length));
  const last = months.sort().at(-1);
  return months.filter((month) => month === last).length;
}
