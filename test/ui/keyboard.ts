import type { Locator, Page } from 'playwright-core';
import { eventually } from './conditions';

/** Keys that write nothing anywhere, whatever has the focus. */
type CommandKey = 'F1' | 'Control+F9' | 'Control+F10';

/** Watches, inside a page, over who hears a key. */
interface KeyGuard {
  /** Who alone may hear one; nobody if nothing is said. */
  meant: Element | undefined;
  outcome: 'unheard' | 'reached' | 'kept away';
  readonly listener: (event: Event) => void;
}

type GuardedWindow = Window & { kintsugiKeyGuard?: KeyGuard };

/**
 * Lets no key and no text reach anything in a page but what `press` and `type` name: a note that opens a moment later
 * may take the focus at any time, and nothing is to be written into it by mistake. Whatever else comes is kept away and
 * told as an error of the page, so the test fails that did not say whom it meant.
 */
export async function guardKeyboard(page: Page): Promise<void> {
  await page.addInitScript(expectKey, undefined);
}

/** How a key is pressed. */
interface Pressing {
  /** How long the focus may take to come, in milliseconds. */
  readonly patience?: number;
  /** What is given the focus where it is elsewhere, as a person would do with a click. */
  readonly focus?: Locator;
}

/**
 * Presses a key as soon as the focus is at a place, or in it. Nothing else in the page ever hears the key: where the
 * focus leaves in the last moment, the key is kept away, and pressed again once the focus is back.
 *
 * @throws when the place does not get the focus in time
 */
export async function press(place: Locator, key: string, { patience, focus }: Pressing = {}): Promise<void> {
  const page = place.page();
  const outcome = await eventually(async () => {
    const element = await place.elementHandle();
    const { hasFocus, isMainFrame } = await element.evaluate(expectKey);
    if (!isMainFrame) await keepAwayFromMainFrame(page);
    try {
      if (!hasFocus) {
        await focus?.focus();
        throw new Error(`The focus is not there: ${place.toString()}`);
      }
      await page.keyboard.press(key);
      const found = await element.evaluate(takeOutcome);
      if (found === 'kept away') throw new Error(`The focus has just left: ${place.toString()}`);
      return found;
    } finally {
      if (!isMainFrame) await page.evaluate(takeOutcome);
    }
  }, patience);
  if (outcome !== 'reached') throw new Error(`${key} went to another frame than ${place.toString()}`);
}

/** Types a text that a plain keyboard has, one key after the other, each as `press` does. */
export async function type(place: Locator, text: string, pressing?: Pressing): Promise<void> {
  for (const character of text) await press(place, character === ' ' ? 'Space' : character, pressing);
}

/** Presses a key that is meant for the whole window. */
export async function pressAnywhere(page: Page, key: CommandKey): Promise<void> {
  await page.keyboard.press(key);
}

async function keepAwayFromMainFrame(page: Page): Promise<void> {
  const nothing = await page.evaluateHandle(() => document.createElement('div'));
  await nothing.evaluate(expectKey);
}

/** Runs inside the page. From now on only this element and what is in it hears a key; without one, nothing does. */
function expectKey(element: Element | undefined): { hasFocus: boolean; isMainFrame: boolean } {
  const here: GuardedWindow = window;
  const isMainFrame = here === here.top;
  if (element === undefined && !isMainFrame) return { hasFocus: false, isMainFrame };
  const guard = (here.kintsugiKeyGuard ??= {
    meant: undefined,
    outcome: 'unheard',
    listener(event) {
      if (!event.isTrusted) return;
      const key = event instanceof KeyboardEvent && event.type === 'keydown' ? event.key : undefined;
      if (guard.meant === undefined && key !== undefined && /^(?:F\d+|Control)$/.test(key)) return;
      const isMeant = event.target instanceof Node && guard.meant?.contains(event.target) === true;
      if (key !== undefined) guard.outcome = isMeant ? 'reached' : 'kept away';
      if (isMeant) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (guard.meant === undefined) console.error(`kintsugi-notes: nobody said for whom this ${event.type} is`);
    },
  });
  // Again each time: a document that is written anew forgets who listened.
  for (const name of ['keydown', 'keypress', 'beforeinput']) here.addEventListener(name, guard.listener, true);
  guard.meant = element;
  guard.outcome = 'unheard';
  return { hasFocus: element?.contains(document.activeElement) === true, isMainFrame };
}

/** Runs inside the page. @returns what became of the key; from now on nothing hears one. */
function takeOutcome(): KeyGuard['outcome'] {
  const { kintsugiKeyGuard: guard }: GuardedWindow = window;
  if (guard === undefined) return 'unheard';
  guard.meant = undefined;
  return guard.outcome;
}
