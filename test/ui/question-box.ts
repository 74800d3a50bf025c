import type { Page } from 'playwright-core';

/** The box in which the editor asks questions; one that fades away asks nothing any more. */
export const QUESTION_BOX = '.quick-input-widget:not(.quick-input-widget-closing)';

/**
 * Writes into the line of the box in which the editor asks, in the very moment in which the box is looked at. The text
 * never goes where the focus happens to be.
 *
 * @param box a selector of the box
 * @param question words that the box must show, because the same box serves for the next question
 * @throws when this box does not ask that
 */
export async function writeIntoBox(page: Page, box: string, text: string, question = ''): Promise<void> {
  const isWritten = await page.evaluate(writeInPage, { box, text, question });
  if (!isWritten) throw new Error(`Nothing is asked here: ${question === '' ? box : question}`);
}

function writeInPage({ box, text, question }: { box: string; text: string; question: string }): boolean {
  const asking = [...document.querySelectorAll<HTMLElement>(box)].find((one) => one.checkVisibility());
  const line = asking?.querySelector<HTMLInputElement>('.quick-input-box input');
  if (!line?.checkVisibility() || !asking?.innerText.includes(question)) return false;
  line.focus();
  line.value = text;
  line.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}
