import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './conditions';
import { press, type } from './keyboard';
import { clickOne, holding } from './pressing';
import { QUESTION_BOX, writeIntoBox } from './question-box';

/** What takes the keys of an editor, in today's VS Code and in the oldest. */
const EDITOR_INPUT = '.native-edit-context, textarea.inputarea';
const FOCUS_MILLISECONDS = 3_000;

/** The box in which the editor asks questions. */
export function questionBox(page: Page): Locator {
  return page.locator(QUESTION_BOX);
}

/** The line of that box in which one writes. */
export function questionLine(page: Page): Locator {
  return questionBox(page).locator('.quick-input-box input');
}

/** Waits for an offered answer and picks it. */
export async function choose(page: Page, answer: string | RegExp): Promise<void> {
  const name = typeof answer === 'string' ? holding(answer) : answer;
  await clickOne(page, { among: `${QUESTION_BOX} .monaco-list-row`, name });
}

/** Waits for one of several answers that may be picked together, and picks it. */
export async function check(page: Page, answer: string): Promise<void> {
  const among = `${QUESTION_BOX} .monaco-list-row[aria-checked="false"]`;
  await clickOne(page, { among, name: holding(answer), part: '.quick-input-list-label' });
  await questionBox(page).getByRole('checkbox', { name: answer, checked: true }).first().waitFor();
}

/** Waits for a question that is known by some of its words, writes an answer and goes on. */
export async function write(page: Page, question: string, answer: string): Promise<void> {
  await eventually(() => writeIntoBox(page, QUESTION_BOX, answer, question));
  await press(questionLine(page), 'Enter');
}

/** Turns a question down. */
export async function cancel(page: Page): Promise<void> {
  await press(questionBox(page), 'Escape');
  await questionBox(page).waitFor({ state: 'hidden' });
}

/** The message that stands in front of everything until it is answered. */
export function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** Waits for such a message, answers with one of its buttons, and sees this very message go; another may follow. */
export async function pressInDialog(page: Page, button: string): Promise<void> {
  const answer = page.getByRole('button', { name: button, exact: true });
  const asking = dialog(page).filter({ has: answer });
  const message = await asking.elementHandle();
  await asking.getByRole('button', { name: button, exact: true }).click();
  await message.waitForElementState('hidden');
}

/** A message in the corner. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
}

/** The tab of the editor that is in front. */
export function activeTab(page: Page): Locator {
  return page.locator('.editor-group-container.active .tab.active');
}

/**
 * Waits until a note is in front and has the focus: what is asked next is not closed by a note that still opens.
 *
 * @param note its path; many notes have the same name in different folders
 */
export async function waitForNote(page: Page, note: string): Promise<void> {
  await activeTab(page)
    .and(page.locator(`[data-resource-name=${JSON.stringify(path.basename(note))}]`))
    .waitFor();
  const editor = noteEditor(page, note);
  await editor.waitFor();
  const focused = editor.and(page.locator('.focused'));
  // VS Code's tree takes the focus back where it is painted in the very moment in which it loses it.
  await focused.waitFor({ timeout: FOCUS_MILLISECONDS }).catch(() => editor.locator(EDITOR_INPUT).focus());
  await focused.waitFor();
}

/** Writes into a note that is in front, where its cursor is, and nowhere else. */
export async function typeIntoNote(page: Page, note: string, text: string): Promise<void> {
  await type(noteEditor(page, note), text, { focus: noteEditor(page, note).locator(EDITOR_INPUT) });
}

/** Presses a key in a note that is in front. */
export async function pressInNote(page: Page, note: string, key: string): Promise<void> {
  await press(noteEditor(page, note), key, { focus: noteEditor(page, note).locator(EDITOR_INPUT) });
}

/** The editor of a note that is in front. */
export function noteEditor(page: Page, note: string): Locator {
  return page.locator(`.editor-group-container.active .monaco-editor[data-uri$=${JSON.stringify(`/${note}`)}]`);
}

/** Waits until the help page is shown, and has taken the focus. */
export async function waitForHelp(page: Page): Promise<void> {
  await activeTab(page).filter({ hasText: 'Help and Safety' }).waitFor();
  await page.locator('iframe.webview.ready').filter({ visible: true }).first().waitFor();
}

/** Where the cursor is, as the status bar tells it. */
export function cursorPlace(page: Page): Locator {
  return page.locator('[id="status.editor.selection"]');
}

/** Waits until the line of the cursor is as wanted. */
export async function waitForCursor(page: Page, isWanted: (line: number) => boolean): Promise<void> {
  await eventually(async () => {
    const line = Number(/Ln (\d+)/.exec((await cursorPlace(page).textContent()) ?? '')?.[1]);
    assert.ok(isWanted(line), `the cursor is in line ${String(line)}`);
  });
}
