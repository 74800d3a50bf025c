import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './conditions';
import { press } from './keyboard';
import type { Workbench } from './workbench';

const EDITORS_FRAME = 'iframe.webview.ready';
const OWN_FRAME = 'iframe#active-frame';
const RELOAD_MILLISECONDS = 60_000;

/** The page inside the panel, whichever of its lives it is in. */
export function picturePage(page: Page): FrameLocator {
  return page.frameLocator(EDITORS_FRAME).frameLocator(OWN_FRAME);
}

/** Opens the panel with a command and waits until its first picture or form is there. */
export async function openPicture(
  workbench: Workbench,
  tab: 'Timeline' | 'Forgiveness Reflection',
): Promise<FrameLocator> {
  await workbench.runCommand(`Kintsugi: Open ${tab}`);
  const picture = picturePage(workbench.page);
  await (tab === 'Timeline' ? chart(workbench.page) : picture.getByRole('radiogroup').first()).waitFor();
  return picture;
}

/** The drawing of the timeline, once notes have come. */
export function chart(page: Page): Locator {
  return picturePage(page).getByRole('application', { name: 'Timeline of your notes' });
}

/** Presses a key on the drawing, as soon as the drawing keeps the focus: a panel that was just shown takes it again. */
export async function pressOnChart(page: Page, key: string): Promise<void> {
  await press(chart(page), key, { focus: chart(page) });
}

/** What the page says in words about the note at which one stands. */
export function readout(page: Page): Locator {
  return picturePage(page).locator('.timeline .readout');
}

/** The frame of the page inside the panel, to run something in it. */
export async function pictureFrame(page: Page): Promise<Frame> {
  return eventually(async () => {
    const element = await page.frameLocator(EDITORS_FRAME).locator(OWN_FRAME).elementHandle({ timeout: 1_000 });
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The panel has no page.');
    return frame;
  });
}

/** Writes into a field of the page as a keyboard does that is quick: the whole text in one moment. */
export async function writeIntoField(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, value) => {
    if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) throw new Error('no field');
    element.focus();
    element.value = value;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

/** Reloads the window as a person does who lets the editor put its things in order first. */
export async function reloadWindow(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.evaluate(() => {
    document.body.dataset.beforeReload = 'yes';
  });
  await workbench.runCommand('Developer: Reload Window');
  await page.locator('body:not([data-before-reload]) .activitybar').waitFor({ timeout: RELOAD_MILLISECONDS });
}
