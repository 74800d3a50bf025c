import type { Page } from 'playwright-core';
import { eventually } from './conditions';

/** Something that the editor may draw anew at any time: mostly a row of a list. */
export interface Pressable {
  /** Where it is looked for: a selector that takes it and others like it. */
  readonly among: string;
  /** Its accessible name. */
  readonly name: RegExp;
  /** The part of it to press; itself if nothing is said. */
  readonly part?: string;
}

type Outcome = 'pressed' | 'missing' | 'covered';

/**
 * Waits for something and clicks it, once. The editor puts another row into an element at any time, so what is meant is
 * looked for and clicked in one moment, in which nothing else can happen in the page.
 *
 * @throws when it does not show, or something lies over it
 */
export async function clickOne(page: Page, wanted: Pressable, patience?: number): Promise<void> {
  await eventually(async () => {
    const outcome = await clickNow(page, wanted);
    if (outcome !== 'pressed') throw new Error(`It is ${outcome}: ${wanted.name.source} among ${wanted.among}`);
  }, patience);
}

/** Clicks something if it is there and nothing lies over it. */
export async function clickNow(page: Page, { among, name, part }: Pressable): Promise<Outcome> {
  return page.evaluate(clickInPage, { among, part, source: name.source, flags: name.flags });
}

/** @returns an expression for a name that holds this text, as roles are looked for. */
export function holding(text: string): RegExp {
  return new RegExp(literally(text), 'i');
}

/** @returns the source of an expression for this very text */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface PressableInPage {
  readonly among: string;
  readonly part: string | undefined;
  readonly source: string;
  readonly flags: string;
}

/** Runs inside the page. Of several, the one that stands first in its list is meant. */
function clickInPage({ among, part, source, flags }: PressableInPage): Outcome {
  const name = new RegExp(source, flags);
  const [first] = [...document.querySelectorAll<HTMLElement>(among)]
    .filter((one) => name.test(one.ariaLabel ?? one.innerText) && one.checkVisibility())
    .sort((one, other) => Number(one.dataset.index ?? 0) - Number(other.dataset.index ?? 0));
  const target = part === undefined ? first : first?.querySelector(part);
  if (!target) return 'missing';
  const { left, top, width, height } = target.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(clientX, clientY);
  if (!hit || !target.contains(hit)) return 'covered';
  const event = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, clientX, clientY };
  hit.dispatchEvent(new PointerEvent('pointerdown', { ...event, buttons: 1 }));
  hit.dispatchEvent(new MouseEvent('mousedown', { ...event, buttons: 1 }));
  hit.dispatchEvent(new PointerEvent('pointerup', event));
  hit.dispatchEvent(new MouseEvent('mouseup', event));
  hit.dispatchEvent(new MouseEvent('click', event));
  return 'pressed';
}
