import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { linesOfTwoVersions } from '../../src/core/two-versions';
import { activeTab, notification, pressInDialog, waitForNote } from './answers';
import { eventually } from './conditions';
import { clickRow, expand, openGuide, row, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const NOTE = '4-honesty/sam.md';
const PAGE = '4-honesty/alex.md';
const COPY = '4-honesty/alex (conflicted copy 2026-11-20 101010).md';

/** Sample notes of which one holds two texts, and another has a copy beside it. */
async function notes(): Promise<string> {
  const folder = path.join(temporaryFolder('two-texts').folder, 'our-notes');
  await writeSampleNotes(folder);
  const place = linesOfTwoVersions({ author: 'Alex', lines: ['By train.'] }, { author: 'Sam', lines: ['By car.'] });
  const note = path.join(folder, NOTE);
  writeFileSync(note, `${readFileSync(note, 'utf8')}\n${place.join('\n')}\n`);
  writeFileSync(path.join(folder, COPY), `${readFileSync(path.join(folder, PAGE), 'utf8')}\nOnly in the copy.\n`);
  return folder;
}

describe('two texts, and copies of other programs', () => {
  const settings = { 'files.autoSave': 'off' };
  const workbench = sharedWorkbench(async () => ({ folder: await notes(), viewport: TALL, settings }));

  it('are told of in the tree', async () => {
    await notification(workbench().page, 'there is a short private check').waitFor();
    await openGuide(workbench());
    await stage(workbench(), 4)
      .and(workbench().treeItem(/, two texts stand here, .*a copy made by another program$/))
      .waitFor();
    await expand(stage(workbench(), 4));
    await row(workbench(), 'My promises, with dates, two texts stand here, done by Sam').waitFor();
    await row(workbench(), 'What honesty would give me, a copy made by another program, you').waitFor();
  });

  it('lets somebody choose above the text, in the note', async () => {
    const { page, folder } = workbench();
    await clickRow(workbench(), 'My promises, with dates');
    await waitForNote(page, NOTE);
    const choice = page.getByRole('button', { name: 'Keep Alex’s' }).first();
    await choice.click();
    await choice.waitFor({ state: 'detached' });
    await workbench().runCommand('File: Save');
    await eventually(() => {
      const text = readFileSync(path.join(folder, NOTE), 'utf8');
      assert.ok(text.includes('By train.') && !text.includes('By car.') && !text.includes('two-versions'));
      return Promise.resolve();
    });
    await row(workbench(), 'My promises, with dates, done by Sam').waitFor();
  });

  it('shows a copy beside its note, and keeps both when the question is turned down', async () => {
    const { page, folder } = workbench();
    await clickRow(workbench(), 'What honesty would give me, a copy made by another program, you');
    await activeTab(page).filter({ hasText: 'alex.md: the copy and the note' }).waitFor();
    await workbench().runCommand('Kintsugi: Merge the Copy into Its Note');
    await pressInDialog(page, 'Cancel');
    assert.ok(existsSync(path.join(folder, COPY)));
  });
});
