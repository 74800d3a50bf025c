import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import { guardKeyboard, type } from './keyboard';

/** Two boxes that fight for the focus, as a note that opens and a question that is asked do. */
const FIGHT = `<input id="meant"><input id="other"><script>
  setInterval(() => document.getElementById(Math.random() < 0.5 ? 'meant' : 'other').focus(), 4);
</script>`;

describe('the keys that these tests press', () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await guardKeyboard(page);
    page.on('console', (message) => errors.push(message.text()));
    await page.goto(`data:text/html,${encodeURIComponent(FIGHT)}`);
  });
  after(async () => {
    await browser.close();
  });

  it('reach the place that is meant, once each, and no other place, however the focus jumps', async () => {
    await type(page.locator('#meant'), 'Not one letter goes astray.');
    assert.equal(await page.locator('#meant').inputValue(), 'Not one letter goes astray.');
    assert.equal(await page.locator('#other').inputValue(), '');
    assert.deepEqual(errors, []);
  });

  it('reach nothing where it was not said who is meant, and fail the test', async () => {
    await page.keyboard.type('astray');
    await page.keyboard.insertText('astray');
    await page.locator('#other').fill('astray');
    assert.equal(await page.locator('#meant').inputValue(), '');
    assert.equal(await page.locator('#other').inputValue(), '');
    assert.ok(errors.length >= 8, errors.join('\n'));
  });
});
