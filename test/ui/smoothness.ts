import type { Locator } from 'playwright-core';

/** How a page went along over a while; all times are in milliseconds. */
export interface Smoothness {
  /** For each letter, how long it took from the press of its key until it stood in the editor. */
  readonly letters: readonly number[];
  /** How long each frame stood until the next one. */
  readonly frames: readonly number[];
  /** How long the page did one thing only, each time that it was longer than 50 ms. */
  readonly longTasks: readonly number[];
}

interface Watch {
  readonly seen: { readonly letters: number[]; readonly frames: number[]; readonly longTasks: number[] };
  readonly end: () => void;
}

type WatchedWindow = Window & { kintsugiSmoothness?: Watch };

/**
 * Watches a page, from inside it, while something is done.
 *
 * @param place an editor that is in front, whose letters are timed, or anything else in the page
 * @param act what is done meanwhile
 * @throws what it throws
 */
export async function smoothnessOf(place: Locator, act: () => Promise<void>): Promise<Smoothness> {
  await place.evaluate(watchInPage);
  await act();
  return place.evaluate(endInPage);
}

/**
 * Runs inside the page. Letters are those without blanks: a blank at the end of a line is not drawn as one. They are
 * looked for with those before them, up to a key that writes nothing and may have gone elsewhere.
 */
function watchInPage(place: Element): void {
  const here: WatchedWindow = window;
  const seen: Watch['seen'] = { letters: [], frames: [], longTasks: [] };
  const pressed: { readonly at: number; readonly text: string }[] = [];
  let text = '';
  const onKey = (event: KeyboardEvent): void => {
    if (/^\p{L}{2,}/u.test(event.key) && event.key !== 'Shift') text = '';
    if (!/^\S$/u.test(event.key)) return;
    text += event.key;
    pressed.push({ at: event.timeStamp, text });
  };
  const shownText = (): string =>
    [...place.querySelectorAll<HTMLElement>('.view-line')]
      .sort((one, other) => one.offsetTop - other.offsetTop)
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s/g, '');
  const changes = new MutationObserver(() => {
    const shown = pressed.length > 0 ? shownText() : '';
    for (let key = pressed[0]; key !== undefined && shown.includes(key.text); key = pressed[0]) {
      seen.letters.push(performance.now() - key.at);
      pressed.shift();
    }
  });
  const tasks = new PerformanceObserver((list) => {
    seen.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  let last: number | undefined;
  let frame = requestAnimationFrame(function next(now) {
    if (last !== undefined) seen.frames.push(now - last);
    last = now;
    frame = requestAnimationFrame(next);
  });
  window.addEventListener('keydown', onKey, true);
  changes.observe(place, { subtree: true, childList: true, characterData: true });
  tasks.observe({ type: 'longtask' });
  here.kintsugiSmoothness = {
    seen,
    end: () => {
      window.removeEventListener('keydown', onKey, true);
      changes.disconnect();
      tasks.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

/** Runs inside the page. Waits for the next frames, so that the last letter is drawn. */
async function endInPage(): Promise<Smoothness> {
  const { kintsugiSmoothness: watch }: WatchedWindow = window;
  if (watch === undefined) throw new Error('Nobody watched this page.');
  await new Promise((resolve) => setTimeout(resolve, 300));
  watch.end();
  return watch.seen;
}
