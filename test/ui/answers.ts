import type { Locator, Page } from 'playwright-core';

/** The box in which the editor asks questions. */
export function questionBox(page: Page): Locator {
  return page.locator('.quick-input-widget:not(.quick-input-widget-closing)');
}

/** Waits for an offered answer and picks it. */
export async function choose(page: Page, answer: string | RegExp): Promise<void> {
  await questionBox(page).getByRole('option', { name: answer }).first().click();
}

/** The message that stands in front of everything until it is answered. */
export function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box');
}

/** Waits for such a message and answers with one of its buttons. */
export async function pressInDialog(page: Page, button: string): Promise<void> {
  await dialog(page).getByRole('button', { name: button, exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** A message in the corner. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
}

/** The tab of the editor that is in front. */
export function activeTab(page: Page): Locator {
  return page.locator('.editor-group-container.active .tab.active');
}

/** Waits until a file is in the editor in front. */
export async function waitForNote(page: Page, fileName: string): Promise<void> {
  await activeTab(page)
    .and(page.locator(`[data-resource-name="${fileName}"]`))
    .waitFor();
}

/** Where the cursor is, as the status bar tells it. */
export function cursorPlace(page: Page): Locator {
  return page.locator('[id="status.editor.selection"]');
}
