import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { describeInLongRuns } from '../mocha/long-runs';
import {
  activeTab,
  cursorPlace,
  notification,
  pressInNote,
  questionBox,
  typeIntoNote,
  waitForNote,
  write,
} from './answers';
import { eventually } from './conditions';
import { press } from './keyboard';
import { reloadWindow } from './picture-page';
import { sharedWorkbench } from './shared-workbench';

const NOTE = `2-conversation/${new Date().toLocaleDateString('sv-SE')}-together.md`;
const TALK = `5-check-ins/${new Date().toLocaleDateString('sv-SE')}-talk.md`;
const PASS = 'Control+F8';

describeInLongRuns('a conversation, by keyboard', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, settings: { 'files.autoSave': 'off' } }));
  const text = (): string => readFileSync(path.join(workbench().folder, NOTE), 'utf8');

  it('begins with the event, then with what the two agree on, which stays in view', async () => {
    await workbench().runCommand('Kintsugi: Start the Conversation');
    await write(workbench().page, 'Which conversation?', 'Begin a new one');
    await waitForNote(workbench().page, NOTE);
    await above('Together');
    await say('The letter.');
    await pass();
    await waitForLine('- it ends at:');
    await say(' 21:30');
    await pressInNote(workbench().page, NOTE, 'ArrowDown');
    await pressInNote(workbench().page, NOTE, 'End');
    await say(' kettle');
    await inStatusBar('it ends at: 21:30 · the word that stops it: kettle').waitFor();
    await pass();
    await above('Alex speaks. Sam only listens.');
    await inStatusBar('Alex speaks · it ends at: 21:30').waitFor();
  });

  it('passes the turn when what was said was said back, and was right', async () => {
    await say('Alone, and angry.');
    await pass();
    await above('Sam says back what they heard. Alex listens.');
    await say('That you were alone.');
    await pass();
    await answer('Alex, did Sam get it right?', 'ArrowDown');
    await hear('Alex', 'Sam');
    await above('Sam speaks. Alex only listens.');
    await say('Ashamed.');
  });

  it('is stopped at once by its key, with a time to go on and nothing that rings', async () => {
    await pressInNote(workbench().page, NOTE, 'Control+Shift+F8');
    await inStatusBar('A break').waitFor();
    await answer('A break of at least 20 minutes');
    await above('A break. You go on:');
    await above('Meanwhile: something kind for your body.');
    await activeTab(workbench().page).and(workbench().page.locator(':not(.dirty)')).waitFor();
    assert.match(text(), /### Alex\n\nAlone, and angry\.\n/);
    assert.match(text(), /### What Sam heard\n\nThat you were alone\.\n/);
    assert.match(text(), /### Sam\n\nAshamed\.\n/);
  });

  it('goes on at the same step after its note was closed and the window was loaded anew', async () => {
    const { page } = workbench();
    const before = text();
    await workbench().runCommand('View: Close All Editors');
    await inStatusBar('A break').waitFor({ state: 'hidden' });
    await reloadWindow(workbench());
    await workbench().runCommand('Kintsugi: Start the Conversation');
    await write(page, 'Which conversation?', new Date().toLocaleDateString('en', { dateStyle: 'long' }));
    await waitForNote(page, NOTE);
    await above('Alex says back what they heard. Sam listens.');
    await pass();
    await answer('Sam, did Alex get it right?');
    await above('Alex speaks. Sam only listens.');
    assert.equal(text().replace(/- \[x\](?=.*(?:feelings|listen-and-say-back) -->)/g, '- [ ]'), before);
    assert.match(text(), /- \[x\].*<!-- step: listen-and-say-back -->/);
  });

  it('comes to its end with the plan as tasks, and a first check-in as a proposal', async () => {
    const { page } = workbench();
    await hear('Alex', 'Sam');
    await hear('Sam', 'Alex');
    await workbench().runCommand('Kintsugi: Leave This Step Out');
    await hear('Alex', 'Sam');
    await hear('Sam', 'Alex');
    await above('Sam apologises. Alex only listens.');
    await pass();
    await above('Alex may answer “heard”, “not yet”, or nothing.');
    await pass();
    await waitForLine('- who: what, by when');
    await say('Sam: calls the bank, by Friday');
    await pass();
    await answer('Your plan: make tasks of it?');
    await notification(page, 'That was the whole conversation.').waitFor();
    await inStatusBar('Together').waitFor({ state: 'hidden' });
    await eventually(() => {
      assert.match(text(), /^- \[ \] Sam: calls the bank, by Friday$/m);
      assert.match(text(), /- \[x\].*<!-- step: plan -->/);
      assert.match(text(), /- \[ \].*<!-- step: older-hurt -->/);
    });
  });

  it('has a small sister: the latest check-in of each above the talk, in the same turns', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Weekly Talk');
    await waitForNote(page, TALK);
    await above('Alex speaks. Sam only listens.');
    const names = await page
      .locator('.editor-group-container .tab.active')
      .evaluateAll((tabs) =>
        tabs.map((tab) => tab.getAttribute('data-resource-name') ?? '').map((name) => name.replace(/^[\d-]+/, '')),
      );
    assert.deepEqual(names, ['alex.md', 'sam.md', 'talk.md']);
    await pressInNote(page, TALK, PASS);
    await above('Sam says back what they heard. Alex listens.');
  });

  /** Waits for words above the current step. */
  async function above(words: string): Promise<void> {
    await workbench().page.locator('.codelens-decoration').filter({ hasText: words }).first().waitFor();
  }

  function inStatusBar(words: string): Locator {
    return workbench().page.locator('.statusbar-item').filter({ hasText: words });
  }

  async function waitForLine(row: string): Promise<void> {
    const line = text().split('\n').indexOf(row) + 1;
    await eventually(async () => {
      assert.match((await cursorPlace(workbench().page).textContent()) ?? '', new RegExp(`Ln ${line},`));
    });
  }

  async function say(words: string): Promise<void> {
    await typeIntoNote(workbench().page, NOTE, words);
  }

  async function pass(): Promise<void> {
    await pressInNote(workbench().page, NOTE, PASS);
  }

  /** One turn with nothing written: said, said back, and right. */
  async function hear(speaker: string, listener: string): Promise<void> {
    await above(`${speaker} speaks. ${listener} only listens.`);
    await pass();
    await above(`${listener} says back what they heard.`);
    await pass();
    await answer(`${speaker}, did ${listener} get it right?`);
  }

  async function answer(title: string, ...keys: readonly string[]): Promise<void> {
    const asking = questionBox(workbench().page).filter({ hasText: title });
    for (const key of [...keys, 'Enter']) await press(asking, key);
    await asking.waitFor({ state: 'hidden' });
  }
});
