import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { ROOT } from '../../scripts/paths.mjs';
import { notification } from './answers';
import { eventually } from './conditions';
import { chart, openPicture, pictureFrame, picturePage } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const PICTURES = path.join(ROOT, '.vscode-test', 'pictures');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = { width: 320, height: 900 };
const WIDE = { width: 1400, height: 1000 };

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
type AxeWindow = Window & { readonly axe: { run(): Promise<AxeResult> } };

/** What axe-core finds in a page, each as its rule and the elements. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE);
  const { violations: found } = await frame.evaluate(() => (window as unknown as AxeWindow).axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const theme of ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'] as const) {
  describe(`the look of the timeline and of the reflection in the ${theme} theme`, () => {
    const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: WIDE, theme }));

    before(async () => {
      mkdirSync(PICTURES, { recursive: true });
      await openPicture(workbench(), 'Timeline');
      await notification(workbench().page, 'there is a short private check')
        .getByRole('button', { name: 'Not Now' })
        .click();
      await workbench().runCommand('View: Close Primary Side Bar');
    });

    for (const size of [WIDE, NARROW]) {
      it(`gives a screen reader and a tired eye nothing to stumble over, ${String(size.width)} pixels wide`, async () => {
        const { page } = workbench();
        const picture = picturePage(page);
        await page.setViewportSize(size);
        await picture.getByRole('tab', { name: 'Timeline' }).click();
        await chart(page).waitFor();
        await isFaultless('timeline', size);
        await picture.getByRole('button', { name: 'As a table' }).click();
        await picture.getByRole('table').first().waitFor();
        await isFaultless('table', size);
        await picture.getByRole('button', { name: 'As a table' }).click();
        await picture.getByRole('tab', { name: 'Forgiveness' }).click();
        await picture.getByRole('radiogroup').first().waitFor();
        await isFaultless('reflection', size);
      });
    }

    async function isFaultless(what: string, { width }: { readonly width: number }): Promise<void> {
      const { page } = workbench();
      const frame = await pictureFrame(page);
      await eventually(async () => {
        assert.ok(await fits(frame), 'nothing sticks out at the side');
        assert.deepEqual(await violations(frame), []);
      });
      await page.screenshot({ path: path.join(PICTURES, `${what}-${theme}-${String(width)}.png`) });
    }
  });
}

/** Whether a page need not be scrolled sideways. */
async function fits(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}
