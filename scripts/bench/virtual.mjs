// Measures the first opening of a lifetime of notes where there is no disk: in a virtual workspace.
import path from 'node:path';
import { temporaryFolder } from '../ending.mjs';
import { packageExtension } from '../packaging.mjs';
import { say } from '../screen.mjs';
import { bundleTests } from '../suites/bundle.mjs';
import { installTestExtension } from '../suites/test-extension.mjs';
import { median } from './figures.mjs';
import { installPackage, writeEmptyExtension } from './host.mjs';
import { NOTES_FOLDER, firstStart } from './lifetime-starts.mjs';
import { writeNotesOfYears } from './notes-of-years.mjs';
import { startWindows } from './windows.mjs';

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
  const tests = await bundleTests('bench.lifetime', { long: false });
  const extensionPackage = await packageExtension();
  const place = temporaryFolder('bench-virtual');
  const within = (/** @type {string[]} */ ...names) => path.join(place.folder, ...names);
  const workspace = within('workspace');
  const { latest } = writeNotesOfYears(path.join(workspace, NOTES_FOLDER), NOTES);
  await installTestExtension('bench/virtual-extension', 'node', within('extensions'));
  writeEmptyExtension(within('probe'), 'probe', []);
  await installPackage('today', extensionPackage, within('extensions'), within('data'));
  const windows = await startWindows({ extensionsFolder: within('extensions'), probe: within('probe'), tests });
  const years = { workspace, notes: NOTES, latest };
  const folder = `kintsugi-bench:${workspace}`;
  /** @type {import('./lifetime-starts.mjs').Start[]} */
  const starts = [];
  let width = '';
  try {
    for (let round = 1; round <= rounds; round++) {
      say(`A virtual workspace, round ${String(round)} of ${String(rounds)}`);
      const widths = width === '' ? WIDTHS : [Number(width)];
      const start = await firstStart(windows, years, { folder, reading: { widths } });
      starts.push(start);
      width = fastestWidth(start.readings);
    }
  } finally {
    await windows.close();
    place.remove();
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
