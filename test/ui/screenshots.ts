/** Takes the pictures of the README: the tree on the sample notes, in each kind of theme. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/paths.mjs';
import { cursorPlace, notification } from './answers';
import { settled } from './conditions';
import { expand, openGuide, stage, TALL } from './guide-view';
import { openWorkbench } from './workbench';

const FOLDER = path.join(ROOT, 'media', 'screenshots');
const SETTINGS = { 'editor.minimap.enabled': false, 'editor.lineNumbers': 'off' };
const MORE_WIDTH = 130;

mkdirSync(FOLDER, { recursive: true });
for (const theme of ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'] as const) {
  const workbench = await openWorkbench({ sampleNotes: true, theme, settings: SETTINGS, viewport: TALL });
  const { page } = workbench;
  await openGuide(workbench);
  await notification(page, 'there is a short private check').getByRole('button', { name: 'Not Now' }).click();
  await widenSidebar(page);
  for (const order of [1, 2, 5]) await expand(stage(workbench, order));
  await expand(page.getByRole('treeitem', { name: /\d notes$/ }).first());
  const checkIn = page.getByRole('treeitem', { name: /, Check-in, you$/ }).first();
  await checkIn.click();
  await cursorPlace(page).waitFor();
  await settled(checkIn);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('.sidebar .monaco-list').first().hover();
  await page.mouse.wheel(0, -10_000);
  await page.mouse.move(1200, 400);
  await settled(stage(workbench, 1));
  const file = path.join(FOLDER, `tree-${theme}.png`);
  await page.screenshot({ path: file });
  console.log(path.relative(ROOT, file));
  await workbench.close();
}
process.exit();

async function widenSidebar(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) return;
  const edge = { x: box.x + box.width + 1, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + MORE_WIDTH, edge.y, { steps: 5 });
  await page.mouse.up();
}
