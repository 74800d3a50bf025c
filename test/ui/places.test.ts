import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { choose, waitForNote } from './answers';
import { differingBytes, readFolder } from './disk';
import { clickCheckbox, clickRow, expand, openGuide, row, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const OWN_STAGE = `---
stage: music
stage-title: Music we share
order: 9
title: Song
kind: page
scope: together
path: music/song.md
neutral: m/song.md
privacy: shared
command: stage
---
# Song

## The song

- [ ] The song <!-- step: song -->
`;

describe('a folder that is not trusted', () => {
  const workbench = sharedWorkbench(async () => {
    const folder = await sampleNotes();
    mkdirSync(path.join(folder, '.kintsugi', 'templates'), { recursive: true });
    writeFileSync(path.join(folder, '.kintsugi', 'templates', 'song.md'), OWN_STAGE);
    return { folder, restricted: true };
  });

  it('is shown and written in all the same, with the couple’s own templates', async () => {
    const { page, folder } = workbench();
    await page
      .getByText(/Restricted Mode/)
      .first()
      .waitFor();
    await openGuide(workbench());
    await workbench()
      .treeItem(/Music we share, not begun/)
      .waitFor();
    await clickRow(workbench(), 'Which of you is here?');
    await choose(page, 'Alex');
    await row(workbench(), 'Which of you is here?').waitFor({ state: 'detached' });
    await workbench().runCommand('Kintsugi: Note a Kindness');
    const note = `6-kindness/${new Date().toLocaleDateString('sv-SE')}-alex.md`;
    await waitForNote(page, note);
    assert.ok(note in readFolder(folder));
  });
});

describe('two notes folders in one window', () => {
  const workbench = sharedWorkbench(async () => {
    const { folder } = temporaryFolder('two');
    for (const name of ['ours', 'theirs']) await writeSampleNotes(path.join(folder, name));
    const couple = path.join(folder, 'theirs', 'kintsugi.yaml');
    writeFileSync(couple, readFileSync(couple, 'utf8').replace('name: Sam', 'name: Kim'));
    return { folder };
  });

  it('can be switched between', async () => {
    const { page } = workbench();
    await openGuide(workbench());
    await row(workbench(), '4. Honesty, done by Sam').waitFor();
    await workbench().runCommand('Kintsugi: Switch Notes Folder');
    await choose(page, /^theirs/);
    await row(workbench(), '4. Honesty, done by Kim').waitFor();
    await workbench().runCommand('Kintsugi: Switch Notes Folder');
    await choose(page, /^ours/);
    await row(workbench(), '4. Honesty, done by Sam').waitFor();
  });
});

describe('the web-worker host', () => {
  const workbench = sharedWorkbench(() => ({
    sampleNotes: true,
    viewport: TALL,
    settings: { 'remote.extensionKind': { 'kintsugi-notes.kintsugi': ['web'] } },
  }));

  it('shows the tree, asks once who is here, and ticks one byte', async () => {
    const { page, folder } = workbench();
    await openGuide(workbench());
    const file = path.join(folder, '4-honesty', 'alex.md');
    const original = readFileSync(file);
    await clickRow(workbench(), 'Which of you is here?');
    await choose(page, 'Alex');
    await row(workbench(), 'Which of you is here?').waitFor({ state: 'detached' });
    await expand(stage(workbench(), 4));
    await clickCheckbox(workbench(), 'What I would want to make of it one day, for you');
    await row(workbench(), 'What I would want to make of it one day, done by you').waitFor();
    assert.equal(differingBytes(original, readFileSync(file)).length, 1);
  });
});

async function sampleNotes(): Promise<string> {
  const folder = path.join(temporaryFolder('notes').folder, 'our-notes');
  await writeSampleNotes(folder);
  return folder;
}
