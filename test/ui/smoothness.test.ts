import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import { smoothnessOf } from './smoothness';

const STALL_MILLISECONDS = 600;

/** An editor of one line that draws what is typed, and does nothing else for a while after each `s`. */
const EDITOR = `<div id="editor"><div class="view-line"></div></div><script>
  addEventListener('keydown', ({ key }) => {
    const end = performance.now() + (key === 's' ? ${String(STALL_MILLISECONDS)} : 0);
    while (performance.now() < end);
    document.querySelector('.view-line').append(key);
  });
</script>`;

describe('watching how smoothly a page goes along', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`data:text/html,${encodeURIComponent(EDITOR)}`);
  });
  after(async () => {
    await browser.close();
  });

  it('sees each letter, and the one that kept everything waiting', async () => {
    const { letters, frames, longTasks } = await smoothnessOf(page.locator('#editor'), () =>
      page.keyboard.type('a step'),
    );
    assert.equal(letters.length, 'astep'.length);
    for (const times of [letters, frames, longTasks]) assert.ok(Math.max(...times) >= STALL_MILLISECONDS - 50);
    const quick = letters.filter((time) => time < STALL_MILLISECONDS - 50);
    assert.equal(quick.length, letters.length - 1);
  });
});
