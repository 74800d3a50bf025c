import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** High enough that the whole tree fits: rows that are scrolled away do not exist for the page. */
export const TALL = { width: 1280, height: 1500 };

/** Shows the guide and waits for its stages. */
export async function openGuide(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Kintsugi: Open Guide');
  await stage(workbench, 9).last().waitFor();
}

/** The row of a stage. */
export function stage({ page }: Workbench, order: number): Locator {
  return page.locator('.sidebar').getByRole('treeitem', { name: new RegExp(`^${String(order)}\\. `), level: 1 });
}

/** A row of the guide, by the start of its name. */
export function row({ page }: Workbench, start: string): Locator {
  const literally = start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.locator('.sidebar').getByRole('treeitem', { name: new RegExp(`^${literally}`) });
}

/** Opens a row that has others below it, unless it is open. */
export async function expand(item: Locator): Promise<void> {
  await item.waitFor();
  if ((await item.getAttribute('aria-expanded')) === 'false') await item.locator('.monaco-tl-twistie').click();
  await item.and(item.page().locator('[aria-expanded="true"]')).waitFor();
}

/** The accessible names of the rows, from top to bottom. */
export async function rowNames({ page }: Workbench): Promise<readonly string[]> {
  const rows = await page
    .locator('.sidebar .monaco-list-row')
    .evaluateAll((all) =>
      all.map((one) => ({ place: Number(one.dataset.index), name: one.getAttribute('aria-label') ?? '' })),
    );
  return rows.sort((one, other) => one.place - other.place).map(({ name }) => name);
}
