// The windows in which a lifetime of notes is measured: each figure comes from several fresh extension hosts.
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CHANGES = 40;
/** What Kintsugi puts by for the next start, it does after a quiet. */
const QUIET_MILLISECONDS = 6_000;
const TRUST = /^trust: (\d+)/m;

/** @typedef {import('../../test/bench/lifetime/task').Told} Told */
/** @typedef {import('../../test/bench/lifetime/task').Task} Task */
/** @typedef {Omit<Told, 'host'>} Start what one window told */
/** @typedef {{ cold: Start, warm: Start }} Pair */
/** @typedef {{ workspace: string, notes: number, latest: string }} YearsOfNotes `latest` is the path of a check-in */

/** The folder of the notes in a workspace: a start must not find it at once, or Kintsugi would not wait to be asked. */
export const NOTES_FOLDER = 'our-notes';

/**
 * Opens notes for the first time, and then once more with one note that was changed meanwhile.
 *
 * @param {import('./windows.mjs').Windows} windows
 * @param {YearsOfNotes} years
 * @param {Task['reading']} [reading] how reading alone is measured, each time
 * @returns {Promise<Pair>}
 */
export async function firstAndSecondStart(windows, years, reading = 'none') {
  await windows.forget();
  const cold = await open(windows, years, { quietMilliseconds: QUIET_MILLISECONDS, reading });
  changeTrust(years);
  const warm = await open(windows, years, { changes: CHANGES, reading });
  return { cold, warm };
}

/**
 * Opens notes for the first time.
 *
 * @param {import('./windows.mjs').Windows} windows
 * @param {YearsOfNotes} years
 * @param {{ folder?: string, reading?: Task['reading'] }} [elsewhere] where they are opened, and how reading alone is
 *   measured there
 * @returns {Promise<Start>}
 */
export async function firstStart(windows, years, { folder, reading = 'none' } = {}) {
  await windows.forget();
  return open(windows, years, { reading }, folder);
}

/**
 * Opens the same window with an extension that does nothing.
 *
 * @param {import('./windows.mjs').Windows} windows
 * @param {YearsOfNotes} years
 * @returns {Promise<Start>}
 */
export async function emptyStart(windows, years) {
  await windows.forget();
  return open(windows, years, { extension: 'empty' });
}

/**
 * @param {import('./windows.mjs').Windows} windows
 * @param {YearsOfNotes} years
 * @param {Partial<Task>} differing
 * @param {string} [folder] what is opened, where it is not the workspace on the disk
 */
async function open(windows, { workspace, notes, latest }, differing, folder = workspace) {
  /** @type {Task} */
  const task = {
    extension: 'kintsugi',
    notes,
    checkIn: { path: latest, trust: trustIn(workspace, latest) },
    changes: 0,
    quietMilliseconds: 0,
    reading: 'none',
    ...differing,
  };
  return /** @type {Start} */ (await windows.open(folder, task));
}

/** @param {YearsOfNotes} years */
function changeTrust({ workspace, latest }) {
  const file = path.join(workspace, NOTES_FOLDER, latest);
  const trust = (trustIn(workspace, latest) + 1) % 10;
  writeFileSync(file, readFileSync(file, 'utf8').replace(TRUST, `trust: ${String(trust)}`));
  // Long ago enough that nobody has to doubt whether it is changing still.
  const time = new Date(Date.now() - 60_000);
  utimesSync(file, time, time);
}

/**
 * @param {string} workspace
 * @param {string} latest
 */
function trustIn(workspace, latest) {
  return Number(TRUST.exec(readFileSync(path.join(workspace, NOTES_FOLDER, latest), 'utf8'))?.[1]);
}
