import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { pressInNote, questionBox, typeIntoNote, waitForNote, write } from '../ui/answers';
import { press } from '../ui/keyboard';
import { story } from './story';

const NOTE = `2-conversation/${new Date().toLocaleDateString('sv-SE')}-together.md`;
const PASS = 'Control+F8';
const PAUSE = 'Control+Shift+F8';

describe('a conversation that two hold at one screen', () => {
  story('is interrupted, and goes on in the other clone at the step where they stopped', async (couple) => {
    const { alex, sam, editor } = couple;
    const one = alex.window.page;
    const starting = alex.runs('kintsugi.startConversation');
    await write(one, 'Which conversation?', 'Begin a new one');
    await starting;
    await waitForNote(one, NOTE);
    await typeIntoNote(one, NOTE, alex.hasLine());
    await pressInNote(one, NOTE, PASS);
    await pressInNote(one, NOTE, PASS);
    await above(one, 'Alex speaks. Sam only listens.');
    await typeIntoNote(one, NOTE, alex.hasLine());
    await pressInNote(one, NOTE, PAUSE);
    await answer(one, 'A break of at least 20 minutes');
    await above(one, 'A break. You go on:');
    await editor.takePicture('conversation-pause', alex.window);
    await alex.syncs();

    await sam.syncs();
    const other = sam.window.page;
    const resuming = sam.runs('kintsugi.startConversation');
    await write(other, 'Which conversation?', new Date().toLocaleDateString('en', { dateStyle: 'long' }));
    await resuming;
    await waitForNote(other, NOTE);
    await above(other, 'Sam says back what they heard. Alex listens.');
    await editor.takePicture('conversation-resumed', sam.window);
    const heard = sam.hasLine();
    await typeIntoNote(other, NOTE, heard);
    await pressInNote(other, NOTE, PASS);
    await answer(other, 'Alex, did Sam get it right?');
    await above(other, 'Sam speaks. Alex only listens.');
    await sam.syncs();
    await alex.syncs();
    assert.match(alex.reads(NOTE), new RegExp(`### What Sam heard\n\n${heard}`));
    assert.match(alex.reads(NOTE), /- \[x\].*<!-- step: time-and-place -->/);
  });
});

/** Waits for words above the current step. */
async function above(page: Page, words: string): Promise<void> {
  await page.locator('.codelens-decoration').filter({ hasText: words }).first().waitFor();
}

async function answer(page: Page, title: string): Promise<void> {
  const asking = questionBox(page).filter({ hasText: title });
  await press(asking, 'Enter');
  await asking.waitFor({ state: 'hidden' });
}
