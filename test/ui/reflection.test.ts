import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { choose, dialog, pressInDialog } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { openPicture, picturePage, reloadWindow, writeIntoField } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const TODAY = new Date().toLocaleDateString('sv-SE');
const DRAFT = 'private/reflection-unfinished-alex.yaml';
const PRIVATE = `private/8-forgiveness/${TODAY}-alex.md`;
const SHARED = `8-forgiveness/${TODAY}-alex.md`;

describe('the forgiveness reflection', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: { width: 1400, height: 1300 } }));
  const picture = () => picturePage(workbench().page);
  const pull = (title: string): Locator => picture().getByRole('radiogroup', { name: title });
  const layDown = (): Locator => picture().getByRole('textbox', { name: 'What I can lay down today' });
  const file = (name: string): string => path.join(workbench().folder, ...name.split('/'));
  const rows = (): Locator => picture().locator('.pulls-over-time table tbody tr');
  const answer = async (title: string, number: string): Promise<void> => {
    await pull(title)
      .locator('label')
      .filter({ hasText: new RegExp(`^${number}$`) })
      .click();
  };

  before(async () => {
    await openPicture(workbench(), 'Forgiveness Reflection');
  });

  it('asks with nothing chosen before, and shows what was shared only', async () => {
    for (const title of ['Keeping away', 'Paying back', 'Wishing well']) {
      assert.equal(await pull(title).getByRole('radio').count(), 11);
      assert.equal(await pull(title).getByRole('radio', { checked: true }).count(), 0);
    }
    assert.equal(await rows().count(), 4);
    assert.ok(!existsSync(file(DRAFT)));
  });

  it('keeps what is unfinished in a private file, over a reload of the window', async () => {
    await answer('Keeping away', '8');
    await writeIntoField(layDown(), 'The question who knew.\n\n## Not a heading of the note');
    await eventually(() => {
      assert.match(readFileSync(file(DRAFT), 'utf8'), /The question who knew/);
    });
    await reloadWindow(workbench());
    await pull('Keeping away').waitFor({ timeout: 30_000 });
    await eventually(async () => {
      assert.equal(await layDown().inputValue(), 'The question who knew.\n\n## Not a heading of the note');
      assert.equal(await pull('Keeping away').getByRole('radio', { checked: true }).getAttribute('value'), '8');
    });
  });

  it('is saved in private, as the command would have begun it, and shows only behind the switch', async () => {
    const before = readFolder(workbench().folder);
    await answer('Wishing well', '2');
    await picture()
      .getByRole('radiogroup', { name: 'Have you seen amends' })
      .or(pull('Whether I have seen amends'))
      .getByText('No', { exact: true })
      .click();
    await picture().getByRole('button', { name: 'Save', exact: true }).click();
    await picture().getByText('Saved. It is private').waitFor();
    const text = readFileSync(file(PRIVATE), 'utf8');
    assert.match(text, /^---\ntemplate: reflection\nrole: hurt\npartner: alex\n/);
    assert.match(text, /^keep-away: 8 #/m);
    assert.match(text, /^wish-well: 2 #/m);
    assert.match(text, /^pay-back: #/m);
    assert.match(text, /The question who knew\./);
    const after = readFolder(workbench().folder);
    assert.deepEqual(
      Object.keys(after).filter((name) => !(name in before)),
      [PRIVATE],
    );
    await eventually(() => {
      assert.ok(!existsSync(file(DRAFT)), 'the unfinished file is gone once the note is there');
    });
    assert.equal(await layDown().inputValue(), '');
    assert.equal(await rows().count(), 4, 'private notes stay behind the switch');
  });

  it('is shared by one act, after a question, and then stands in the picture', async () => {
    const { page } = workbench();
    const words = readFileSync(file(PRIVATE));
    await picture().getByRole('button', { name: 'Share it…' }).click();
    await choose(page, 'No word ahead');
    await dialog(page).getByText('cannot be unread').waitFor();
    await pressInDialog(page, 'Share');
    await eventually(() => {
      assert.deepEqual(readFileSync(file(SHARED)), words);
    });
    assert.ok(!existsSync(file(PRIVATE)));
    await workbench().runCommand('Kintsugi: Open Forgiveness Reflection');
    await eventually(async () => {
      assert.equal(await rows().count(), 5);
    });
    await picture().getByText('Today you noted a strong wish for distance.').waitFor();
    await picture().getByText('Then forgiving can wait').first().waitFor();
  });

  it('turns to facing it and staying, for who broke trust, with no numbers at all', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Say Who Is Here');
    await choose(page, 'Sam');
    await picture().getByRole('heading', { name: 'Facing it, and staying' }).waitFor();
    assert.equal(await picture().getByRole('radiogroup', { name: 'Keeping away' }).count(), 0);
    await picture()
      .getByRole('textbox', { name: /hiding in shame/ })
      .waitFor();
  });
});
