/** Takes the pictures of the README: the tree on the sample notes in each kind of theme, the timeline in two. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../scripts/paths.mjs';
import { cursorPlace, notification } from './answers';
import { settled } from './conditions';
import { expand, openGuide, stage, TALL } from './guide-view';
import { chart, openPicture } from './picture-page';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

const FOLDER = path.join(ROOT, 'media', 'screenshots');
const SETTINGS = { 'editor.minimap.enabled': false, 'editor.lineNumbers': 'off' };
const MORE_WIDTH = 130;

mkdirSync(FOLDER, { recursive: true });
for (const theme of ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'] as const) {
  const workbench = await openWorkbench({ sampleNotes: true, theme, settings: SETTINGS, viewport: TALL });
  await openGuide(workbench);
  await notification(workbench.page, 'there is a short private check').getByRole('button', { name: 'Not Now' }).click();
  await showTree(workbench);
  await take(workbench.page, `tree-${theme}`);
  if (theme === 'light' || theme === 'dark') {
    await showTimeline(workbench);
    await take(workbench.page, `timeline-${theme}`);
  }
  await workbench.close();
}
process.exit();

/** The tree beside the newest check-in. */
async function showTree(workbench: Workbench): Promise<void> {
  const { page } = workbench;
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
}

/** The picture alone, with trust and closeness of both. */
async function showTimeline(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('View: Close All Editors');
  await workbench.runCommand('View: Close Primary Side Bar');
  const picture = await openPicture(workbench, 'Timeline');
  await picture.getByRole('group', { name: 'Numbers' }).getByRole('button', { name: 'Closeness' }).click();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.mouse.move(760, 110);
  await settled(chart(page));
}

async function take(page: Page, name: string): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  console.log(path.relative(ROOT, file));
}

async function widenSidebar(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) return;
  const edge = { x: box.x + box.width + 1, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + MORE_WIDTH, edge.y, { steps: 5 });
  await page.mouse.up();
}
