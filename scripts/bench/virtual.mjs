// Measures the first opening of a lifetime of notes where there is no disk: in a virtual workspace.
import { say } from '../screen.mjs';
import { installTestExtension } from '../suites/test-extension.mjs';
import { median } from './figures.mjs';
import { makeLifetimePlace } from './lifetime-place.mjs';
import { firstStart } from './lifetime-starts.mjs';

const NOTES = 10_000;
const WIDTHS = [16, 64, 256, 1024];

/** @typedef {{ indexed: number, reading: number }} VirtualStart in ms */
/** @typedef {{ width: string, starts: VirtualStart[] }} VirtualMeasured the width at which reading is fastest */

/**
 * @param {number} rounds
 * @returns {Promise<VirtualMeasured>}
 * @throws when the editor cannot be started, or when not every note is known in the end
 */
export async function measureVirtual(rounds) {
  const place = await makeLifetimePlace('bench-virtual', (folder) =>
    installTestExtension('bench/virtual-extension', 'node', folder),
  );
  const years = place.write(NOTES);
  const folder = `kintsugi-bench:${years.workspace}`;
  /** @type {import('./lifetime-starts.mjs').Start[]} */
  const starts = [];
  let width = '';
  try {
    const windows = await place.openWindows();
    for (let round = 1; round <= rounds; round++) {
      say(`A virtual workspace, round ${String(round)} of ${String(rounds)}`);
      const widths = width === '' ? WIDTHS : [Number(width)];
      const start = await firstStart(windows, years, { folder, reading: { widths } });
      starts.push(start);
      width = fastestWidth(start.readings);
    }
  } finally {
    await place.remove();
  }
  return {
    width,
    starts: starts.map(({ indexed, readings }) => ({ indexed, reading: median(readings[width] ?? []) })),
  };
}

/** @param {Readonly<Record<string, readonly number[]>>} readings by the width */
function fastestWidth(readings) {
  const [fastest] = Object.entries(readings).sort(([, one], [, other]) => median(one) - median(other));
  return fastest?.[0] ?? '';
}
