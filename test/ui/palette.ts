import type { Page } from 'playwright-core';
import { eventually } from './conditions';
import { pressAnywhere } from './keyboard';
import { clickOne, literally } from './pressing';
import { QUESTION_BOX, writeIntoBox } from './question-box';

const PROMPT = 'Type the name of a command to run.';

/** The next question may use the very same box, so the palette is known by its own words. */
const PALETTE = `${QUESTION_BOX}:has(input[placeholder="${PROMPT}"])`;

/** How long the palette may take to open, and to list what is registered. */
const SOON_MILLISECONDS = 2_500;

/**
 * Runs a command by its title, from the command palette, exactly once. The palette closes when a note that was just
 * opened takes the focus, and it lists what was registered when something was written into it: so it is opened and
 * written into again until the command is there.
 *
 * @throws when the command does not show in time
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const command = { among: `${PALETTE} .monaco-list-row`, name: new RegExp(`^${literally(title)}(,|$)`) };
  const palette = page.locator(PALETTE);
  await eventually(async () => {
    if (!(await palette.isVisible())) await pressAnywhere(page, 'F1');
    await eventually(() => writeIntoBox(page, PALETTE, `>${title}`), SOON_MILLISECONDS);
    try {
      await clickOne(page, command, SOON_MILLISECONDS);
    } catch (error) {
      await writeIntoBox(page, PALETTE, '>');
      throw error;
    }
  });
  await palette.waitFor({ state: 'hidden' });
}
