import type { Locator } from 'playwright-core';

const PATIENCE_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 40;
const QUIET_MILLISECONDS = 600;

/**
 * Waits until something holds. The editor answers in its own time, and no test waits longer than it must.
 *
 * @param holds throws while it does not
 * @param patience how long it may take, in milliseconds
 * @returns what `holds` gives
 * @throws what `holds` threw last, when it takes too long
 */
export async function eventually<T>(holds: () => T | Promise<T>, patience: number = PATIENCE_MILLISECONDS): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/**
 * Waits until the editor has stopped drawing something anew. What a person presses while it is being replaced may go
 * astray, and nobody can press what has just gone.
 *
 * @throws when it does not come to rest in time
 */
export async function settled(place: Locator): Promise<void> {
  await eventually(async () => {
    if (!(await place.evaluate(isQuietInPage, QUIET_MILLISECONDS))) throw new Error('It is still being drawn.');
  });
}

function isQuietInPage(place: Element, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      end(false);
    });
    const timer = setTimeout(() => {
      end(place.isConnected);
    }, milliseconds);
    const end = (isQuiet: boolean): void => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(isQuiet);
    };
    observer.observe(place, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}
