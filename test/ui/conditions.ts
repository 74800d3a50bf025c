import type { Locator } from 'playwright-core';

const PATIENCE_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 40;
const SETTLED_MILLISECONDS = 800;

/**
 * Waits until something holds. The editor answers in its own time, and no test waits longer than it must.
 *
 * @param holds throws while it does not
 * @throws what `holds` threw last, when it takes too long
 */
export async function eventually(holds: () => void | Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/**
 * Waits until the editor has stopped drawing something anew. A person cannot press what is being replaced either.
 *
 * @throws when it does not come to rest in time
 */
export async function settled(place: Locator): Promise<Locator> {
  await eventually(async () => {
    const element = await place.elementHandle();
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MILLISECONDS));
    const isStill = await place.evaluate((now, before) => now === before, element);
    if (!isStill) throw new Error('It is still being drawn.');
  });
  return place;
}
