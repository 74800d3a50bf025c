import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/ending.mjs';
import {
  cancel,
  check,
  choose,
  dialog,
  notification,
  pressInDialog,
  questionBox,
  questionLine,
  waitForHelp,
  waitForNote,
  write,
} from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { rowNames, stage } from './guide-view';
import { press } from './keyboard';
import { clickOne } from './pressing';
import { answerSetUp, SET_UP_STEPS } from './set-up-steps';
import { sharedWorkbench } from './shared-workbench';
import type { Workbench } from './workbench';

const COUPLE = `# Kintsugi reads this file to know whose notes these are. You may change it by hand.
version: 1
partners:
  - id: partner-a
    name: "Алекс"
    role: hurt
  - id: partner-b
    name: "李"
began: 2026-03-09
language: en
names: telling
`;

const STAGES = [
  '1. Name the betrayal, not begun',
  '2. The conversation, not begun',
  '3. Commitment, not begun',
  '4. Honesty, not begun',
  '5. Check-ins, not begun',
  '6. Kindness, not begun',
  '7. Support, not begun',
  '8. Forgiveness, not begun',
  '9. The path, not begun',
];

for (const version of ['today', 'oldest'] as const) {
  describe(`set-up in an empty folder, VS Code of ${version}`, () => {
    const workbench = sharedWorkbench(() => ({ version }));

    it('goes from the button of the empty view to nine stages, and writes three files', async () => {
      const { page, folder } = workbench();
      await workbench().runCommand('Kintsugi: Open Guide');
      await clickOne(page, { among: '.sidebar .welcome-view .monaco-button', name: /^Set Up Notes Folder$/ });
      await answerSetUp(page);
      await stage(workbench(), 9).waitFor();
      await eventually(async () => {
        assert.deepEqual(await rowNames(workbench()), STAGES);
      });
      // What is told last of all, once everything is written.
      await notification(page, 'Your notes folder is ready').waitFor();
      assert.deepEqual(Object.keys(readFolder(folder)), ['.gitignore', 'README.md', 'kintsugi.yaml']);
      assert.equal(readFileSync(path.join(folder, 'kintsugi.yaml'), 'utf8'), COUPLE);
      assert.equal(readFileSync(path.join(folder, '.gitignore'), 'utf8'), 'private/\n');
      assert.match(readFileSync(path.join(folder, 'README.md'), 'utf8'), /Алекс[^]*李/);
    });

    it('then offers the settings that this editor knows, sets them after a yes, and takes them back', async () => {
      const { page, folder } = workbench();
      const settings = path.join(folder, '.vscode', 'settings.json');
      await notification(page, 'Your notes folder is ready')
        .getByRole('button', { name: /What the Editor/ })
        .click();
      const ai = questionBox(page).getByText('Turn the editor’s AI features off here');
      await questionBox(page).getByText('Keep Markdown files out of local history').waitFor();
      assert.equal(await ai.count(), version === 'today' ? 1 : 0);
      for (const label of [
        'Keep Markdown files out of local history',
        ...((await ai.count()) > 0 ? ['Turn the'] : []),
      ]) {
        await check(page, label);
      }
      await press(questionLine(page), 'Enter');
      const history = { 'workbench.localHistory.exclude': { '**/*.md': true } };
      const wanted = version === 'today' ? { ...history, 'chat.disableAIFeatures': true } : history;
      await eventually(() => {
        assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), wanted);
      });
      await notification(page, 'Set for this workspace').waitFor();
      await workbench().runCommand('Kintsugi: Take Editor Settings Back');
      await eventually(() => {
        assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), {});
      });
    });

    it('run again, repairs what is missing and changes nothing else', async () => {
      const { page, folder } = workbench();
      const before = readFolder(folder);
      await workbench().runCommand('Kintsugi: Set Up Notes Folder');
      await notification(page, 'This notes folder has all it needs').waitFor();
      // No more than three messages are shown at a time.
      await workbench().runCommand('Notifications: Clear All Notifications');
      rmSync(path.join(folder, 'README.md'));
      await workbench().runCommand('Kintsugi: Set Up Notes Folder');
      await eventually(() => {
        assert.deepEqual(readFolder(folder), before);
      });
    });
  });
}

describe('set-up, answered half way', () => {
  const workbench = sharedWorkbench(() => ({}));

  for (const [index, { name }] of SET_UP_STEPS.entries()) {
    it(`writes nothing when it is cancelled at ${name}`, async () => {
      const { page, folder } = workbench();
      await workbench().runCommand('Kintsugi: Set Up Notes Folder');
      await answerSetUp(page, SET_UP_STEPS.slice(0, index));
      await SET_UP_STEPS[index]?.isAsked(page).waitFor();
      const asked = dialog(page).or(questionBox(page)).filter({ visible: true });
      await press(asked, 'Escape');
      await asked.waitFor({ state: 'detached' });
      assert.deepEqual(readFolder(folder), {});
    });
  }

  it('answers a yes in the private check with the help page, and writes nothing', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Set Up Notes Folder');
    await pressInDialog(page, 'One of these fits');
    await waitForHelp(page);
    assert.equal(await questionBox(page).isVisible(), false);
    assert.deepEqual(readFolder(folder), {});
  });

  it('begins from the walkthrough, goes back to an answer, refuses a day that does not exist, and ends well', async () => {
    const { page, folder } = workbench();
    await openWalkthroughSetUp(workbench());
    await answerSetUp(page, SET_UP_STEPS.slice(0, 4));
    await SET_UP_STEPS[4]?.isAsked(page).waitFor();
    for (const number of [3, 2]) {
      await questionBox(page).getByRole('button', { name: /^Back/ }).click();
      await SET_UP_STEPS[number]?.isAsked(page).waitFor();
    }
    await eventually(async () => {
      assert.equal(await questionLine(page).inputValue(), 'Алекс');
    });
    await write(page, '(1/7)', 'Zoë');
    await answerSetUp(page, SET_UP_STEPS.slice(3, 5));
    await SET_UP_STEPS[5]?.isAsked(page).waitFor();
    await write(page, '(4/7)', '2026-02-30');
    await questionBox(page).getByText('A day that exists').waitFor();
    assert.deepEqual(readFolder(folder), {});
    await answerSetUp(page, SET_UP_STEPS.slice(5));
    await stage(workbench(), 9).waitFor();
    assert.match(readFileSync(path.join(folder, 'kintsugi.yaml'), 'utf8'), /- id: zoe\n {4}name: "?Zoë"?\n/);
  });
});

describe('set-up in a place that would give notes away', () => {
  const workbench = sharedWorkbench(() => {
    const folder = path.join(temporaryFolder('place').folder, 'Dropbox', 'project');
    mkdirSync(path.join(folder, 'notes-of-ours'), { recursive: true });
    git(folder, 'init', '--quiet');
    return { folder: path.join(folder, 'notes-of-ours') };
  });

  it('warns of the larger repository and of the program that syncs, and lets each be turned down', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Set Up Notes Folder');
    await answerSetUp(page, SET_UP_STEPS.slice(0, 2));
    await dialog(page).getByText('This folder lies inside a larger git repository').waitFor();
    await pressInDialog(page, 'Choose Another Folder');
    await answerSetUp(page, SET_UP_STEPS.slice(1, 2));
    await pressInDialog(page, 'Use It Anyway');
    await dialog(page).getByText('Dropbox seems to sync this folder').waitFor();
    await pressInDialog(page, 'Choose Another Folder');
    await SET_UP_STEPS[1]?.isAsked(page).waitFor();
    assert.deepEqual(readFolder(folder), {});
    await cancel(page);
    assert.deepEqual(readFolder(folder), {});
  });
});

describe('set-up in a repository of one’s own', () => {
  const workbench = sharedWorkbench(() => {
    const { folder } = temporaryFolder('own');
    git(folder, 'init', '--quiet');
    git(folder, 'config', 'user.name', 'Alex');
    git(folder, 'config', 'user.email', 'alex@example.org');
    return { folder };
  });

  it('proposes the git identity, and neutral names hide who and what', async () => {
    const { page, folder } = workbench();
    await page
      .locator('.statusbar')
      .getByText(/main|master/)
      .waitFor();
    await workbench().runCommand('Kintsugi: Set Up Notes Folder');
    await answerSetUp(page, SET_UP_STEPS.slice(0, 2));
    await SET_UP_STEPS[2]?.isAsked(page).waitFor();
    await eventually(async () => {
      assert.equal(await questionLine(page).inputValue(), 'Alex');
    });
    await press(questionLine(page), 'Enter');
    await answerSetUp(page, SET_UP_STEPS.slice(3, 7));
    await choose(page, /^Neutral names/);
    await choose(page, /^By my git identity, alex@example\.org/);
    await stage(workbench(), 9).waitFor();
    const couple = readFileSync(path.join(folder, 'kintsugi.yaml'), 'utf8');
    assert.match(couple, /- id: a\n[^]*git: \["?alex@example\.org"?\]\n[^]*- id: b\n[^]*names: neutral\n/);
    await workbench().runCommand('Kintsugi: Note a Kindness');
    const note = `6/${new Date().toLocaleDateString('sv-SE')}-a.md`;
    await waitForNote(page, note);
    assert.ok(note in readFolder(folder));
  });
});

function git(folder: string, ...parameters: readonly string[]): void {
  execFileSync('git', parameters, { cwd: folder });
}

async function openWalkthroughSetUp(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await choose(page, /Begin with Kintsugi/);
  await page.getByRole('heading', { name: 'A folder for the two of you' }).click();
  await page.locator('.getting-started-step').getByRole('button', { name: 'Set Up Notes Folder' }).click();
}
