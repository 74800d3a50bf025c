import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notification, pressInDialog, waitForCursor, waitForNote } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { clickRow, collapse, expand, openGuide, row, rowNames, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const STAGES = [
  '1. Name the betrayal, done by both',
  '2. The conversation, ongoing',
  '3. Commitment, done by both',
  '4. Honesty, done by Sam',
  '5. Check-ins, ongoing',
  '6. Kindness, ongoing',
  '7. Support, not begun',
  '8. Forgiveness, ongoing',
  '9. The path, ongoing',
];

describe('the tree on the sample notes', () => {
  const settings = { 'kintsugi.tree.revealOpenNote': true };
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: TALL, settings }));

  it('offers the private check to whoever opens the folder first, and keeps no answer', async () => {
    const { page, folder } = workbench();
    const before = readFolder(folder);
    await notification(page, 'there is a short private check').getByRole('button', { name: 'Open' }).click();
    await pressInDialog(page, 'None of these');
    assert.deepEqual(readFolder(folder), before);
  });

  it('shows nine stages, each name with the main thing first and who has done it in words', async () => {
    await openGuide(workbench());
    await eventually(async () => {
      assert.deepEqual(await rowNames(workbench()), STAGES);
    });
  });

  it('shows who has done each step; only a step of my own has a checkbox', async () => {
    await expand(stage(workbench(), 4));
    const mine = row(workbench(), 'What I still need to hear, done by you');
    const open = row(workbench(), 'What I would want to make of it one day, for you');
    const partners = row(workbench(), 'My promises, with dates, done by Sam');
    for (const item of [mine, open]) await item.getByRole('checkbox').waitFor();
    await partners.waitFor();
    assert.equal(await mine.getByRole('checkbox').getAttribute('aria-checked'), 'true');
    assert.equal(await open.getByRole('checkbox').getAttribute('aria-checked'), 'false');
    assert.equal(await partners.getByRole('checkbox').count(), 0);
    await eventually(async () => {
      const names = await rowNames(workbench());
      const firstOfSam = names.findIndex((name) => name.endsWith('done by Sam') && !name.startsWith('4.'));
      assert.ok(names.findLastIndex((name) => /, (?:done by|for) you$/.test(name)) < firstOfSam, 'mine stand first');
    });
  });

  it('groups many entries by month, newest first, and says which note is private', async () => {
    await expand(stage(workbench(), 5));
    const months = workbench()
      .page.locator('.sidebar')
      .getByRole('treeitem', { name: /^[A-Z][a-z]+ \d{4}, \d+ notes?$/ });
    await months.nth(3).waitFor();
    const dates = (await rowNames(workbench()))
      .map((name) => /^([A-Z][a-z]+ \d{4}), \d+ notes?$/.exec(name)?.[1])
      .flatMap((month) => (month === undefined ? [] : Date.parse(`1 ${month}`)));
    assert.deepEqual(
      dates,
      [...dates].sort((one, other) => other - one),
    );
    await expand(months.last());
    await workbench()
      .treeItem(/^[A-Z][a-z]+ \d+, \d{4}, Check-in, (?:you|Sam)$/)
      .first()
      .waitFor();
    await collapse(stage(workbench(), 5));
    await expand(stage(workbench(), 9));
    await workbench()
      .treeItem(/Night note, you, private$/)
      .waitFor();
  });

  it('opens the note at the step that is clicked, and shows the open note in the tree', async () => {
    const { page, folder } = workbench();
    await clickRow(workbench(), 'What it did to you, in my words');
    await waitForNote(page, '4-honesty/sam.md');
    const lines = readFileSync(path.join(folder, '4-honesty', 'sam.md'), 'utf8').split('\n');
    const first = lines.findIndex((line) => line.includes('What it did to you, in my words'));
    const next = lines.findIndex((line, index) => index > first && line.startsWith('## '));
    await waitForCursor(page, (line) => line > first && line <= next);
    await collapse(stage(workbench(), 9));
    await workbench().runCommand('Kintsugi: Note a Kindness');
    await workbench()
      .treeItem(/, Kindness, you$/)
      .first()
      .and(page.locator('[aria-selected="true"]'))
      .waitFor();
  });

  it('marks what the partner changed as new, until it is opened', async () => {
    const { page, folder } = workbench();
    const file = path.join(folder, '1-name-the-betrayal', 'sam.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more line by Sam.\n`);
    await row(workbench(), '1. Name the betrayal, done by both, new').waitFor();
    await expand(stage(workbench(), 1));
    await clickRow(workbench(), 'What I have not admitted yet, done by Sam, new');
    await waitForNote(page, '1-name-the-betrayal/sam.md');
    await eventually(async () => {
      assert.deepEqual(
        (await rowNames(workbench())).filter((name) => name.endsWith(', new')),
        [],
      );
    });
  });

  it('shows a note that comes from outside without being asked to, and none that is gone', async () => {
    const { folder } = workbench();
    const source = Object.entries(readFolder(folder)).find(([file]) => /^6-kindness\/.*-sam\.md$/.test(file));
    assert.ok(source);
    const names = /(?:Jan 2|January 2), 2026, Kindness, Sam/;
    await expand(stage(workbench(), 6));
    const file = path.join(folder, '6-kindness', '2026-01-02-sam.md');
    writeFileSync(file, source[1].replace(/^date: .*$/m, 'date: 2026-01-02'), 'latin1');
    await workbench().treeItem(names).waitFor();
    rmSync(file);
    await workbench().treeItem(names).waitFor({ state: 'detached' });
  });

  it('says that a note holds two versions, and takes no tick for it', async () => {
    const { folder } = workbench();
    const file = path.join(folder, '4-honesty', 'alex.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n`);
    const item = row(workbench(), 'What I still need to hear, two versions, not joined yet, for you');
    await item.waitFor();
    assert.equal(await item.getByRole('checkbox').count(), 0);
    writeFileSync(file, text);
    await row(workbench(), 'What I still need to hear, done by you').getByRole('checkbox').waitFor();
  });
});
