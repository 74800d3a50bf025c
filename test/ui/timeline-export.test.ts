import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { questionBox, questionLine, write } from './answers';
import { eventually, settled } from './conditions';
import { readFolder } from './disk';
import { openPicture, picturePage } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const SHORTLY_MILLISECONDS = 2_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('what is saved of the timeline', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true }));
  let folder: string;

  before(async () => {
    ({ folder } = temporaryFolder('saved'));
    const picture = await openPicture(workbench(), 'Timeline');
    await picture.getByRole('switch', { name: 'My private notes', checked: false }).click();
    await picture.getByRole('switch', { name: 'My private notes', checked: true }).waitFor();
  });

  for (const format of ['svg', 'png', 'csv'] as const) {
    it(`goes as ${format.toUpperCase()} to the chosen place, and holds shared notes only`, async () => {
      const { page } = workbench();
      const file = path.join(folder, `our-path.${format}`);
      const notes = readFolder(workbench().folder);
      const kind = format === 'csv' ? 'data' : 'picture';
      await picturePage(page)
        .getByRole('button', { name: `Save the ${kind} as ${format.toUpperCase()}` })
        .click();
      await saveAs(page, file);
      const bytes = await eventually(() => {
        const found = readFileSync(file);
        assert.ok(found.length > 0);
        return found;
      });
      if (format === 'png') {
        assert.deepEqual(bytes.subarray(0, PNG.length), PNG);
      } else {
        const text = bytes.toString('utf8');
        assert.match(text, format === 'svg' ? /^(?:<\?xml[^>]*>\s*)?<svg[\s\S]*<\/svg>\s*$/ : /trust/i);
        for (const name of Object.keys(notes).filter((one) => one.startsWith('private/'))) {
          assert.ok(!text.includes(name), 'no private note is named');
        }
        assert.ok(!text.includes('Night note'), 'no private note is drawn');
      }
      assert.deepEqual(readFolder(workbench().folder), notes);
    });
  }
});

/**
 * Answers the editor's own dialog. It puts its proposal into its line a moment after it has opened, and looks at the
 * folder after each change of the line; until then it takes no answer.
 */
async function saveAs(page: Page, file: string): Promise<void> {
  await eventually(async () => {
    assert.match(await questionLine(page).inputValue(), /the-path-/);
  });
  await eventually(async () => {
    if (!(await questionBox(page).isVisible())) return;
    await settled(questionBox(page));
    await write(page, 'shared notes only', file);
    await questionBox(page).waitFor({ state: 'hidden', timeout: SHORTLY_MILLISECONDS });
  });
}
