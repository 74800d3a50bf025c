import type { Locator } from 'playwright-core';
import { eventually, settled } from './conditions';
import { clickNow, clickOne, literally } from './pressing';
import type { Workbench } from './workbench';

/** High enough that the whole tree fits: rows that are scrolled away do not exist for the page. */
export const TALL = { width: 1280, height: 1500 };

const TREE = '.sidebar .customview-tree .monaco-list';
const ROWS = '.sidebar .monaco-list-row';
const TWISTIE = '.monaco-tl-twistie';
const TURNING_MILLISECONDS = 3_000;

/** Shows the guide, and waits until its stages are there and no editor has the focus any more. */
export async function openGuide(workbench: Workbench): Promise<void> {
  await workbench.runCommand('Kintsugi: Open Guide');
  await stage(workbench, 9).last().waitFor();
  await workbench.page.locator('.part.editor:focus-within').waitFor({ state: 'detached' });
}

/** The tree while it hears what is pressed on the keyboard. */
export function focusedTree({ page }: Workbench): Locator {
  return page.locator(`${TREE}:focus`);
}

/** The row of a stage. */
export function stage({ page }: Workbench, order: number): Locator {
  return page.locator('.sidebar').getByRole('treeitem', { name: new RegExp(`^${String(order)}\\. `), level: 1 });
}

/** A row of the guide, by the start of its name. */
export function row({ page }: Workbench, start: string): Locator {
  return page.locator('.sidebar').getByRole('treeitem', { name: startingWith(start) });
}

/** Waits for a row and clicks it. */
export async function clickRow({ page }: Workbench, start: string): Promise<void> {
  await clickOne(page, { among: ROWS, name: startingWith(start) });
}

/** Waits until the tree is at rest, and clicks the checkbox of a row. */
export async function clickCheckbox(workbench: Workbench, start: string): Promise<void> {
  await row(workbench, start).getByRole('checkbox').waitFor();
  await settled(workbench.page.locator(TREE).filter({ visible: true }));
  await clickOne(workbench.page, { among: ROWS, name: startingWith(start), part: '[role="checkbox"]' });
}

/** Opens a row that has others below it, unless it is open. */
export async function expand(item: Locator): Promise<void> {
  await turn(item, true);
}

/** Closes a row that has others below it, unless it is closed. */
export async function collapse(item: Locator): Promise<void> {
  await turn(item, false);
}

async function turn(item: Locator, isOpen: boolean): Promise<void> {
  const page = item.page();
  await eventually(async () => {
    const name = new RegExp(`^${literally((await item.getAttribute('aria-label')) ?? '')}$`);
    await clickNow(page, { among: `${ROWS}[aria-expanded="${String(!isOpen)}"]`, name, part: TWISTIE });
    await page.getByRole('treeitem', { name, expanded: isOpen }).first().waitFor({ timeout: TURNING_MILLISECONDS });
  });
}

/** The accessible names of the rows, from top to bottom. */
export async function rowNames({ page }: Workbench): Promise<readonly string[]> {
  const rows = await page
    .locator(ROWS)
    .evaluateAll((all) =>
      all.map((one) => ({ place: Number(one.dataset.index), name: one.getAttribute('aria-label') ?? '' })),
    );
  return rows.sort((one, other) => one.place - other.place).map(({ name }) => name);
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${literally(text)}`);
}
