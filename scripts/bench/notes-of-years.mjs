// Writes a lifetime of notes: entries of two partners over many years, with the pages beside them. The same every time.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayFrom, replaceDays } from '../sample-notes/days.mjs';
import { ordinaryProse } from './prose.mjs';

const SAMPLES = path.join(import.meta.dirname, '..', 'sample-notes', 'notes');
/** Entries are written again and again; everything else is there once. */
const ENTRY = /^(?:private\/)?[5689]-[^/]+\/day-(\d+)-.+\.md$/;
const LAST_DAY = new Date(2025, 11, 31);
/** How often what lies in a folder is written, compared with the others; on most days the two write four entries. */
const SHARES = { '5-check-ins': 9, '6-kindness': 5, '8-forgiveness': 3, '9-path': 3, private: 1 };
const MOST_ENTRIES_A_DAY = 8;
/** What is added to a sample on average brings the notes to 1.85 kB. */
const MOST_PROSE_ADDED = 600;
const PROSE_LENGTH = 40_000;

/** @typedef {{ path: string, text: string, daysAgo: number }} Sample an entry of the sample notes, with its day tokens */

/**
 * @param {string} folder is made
 * @param {number} count how many notes, pages included
 * @returns {{ bytes: number, latest: string }} their size together, and the path of the last check-in that Alex wrote
 */
export function writeNotesOfYears(folder, count) {
  const random = randomNumbers(20_260_309);
  const sources = readSources();
  const pages = sources.filter(({ path: name }) => name.endsWith('.md') && !ENTRY.test(name));
  let bytes = 0;
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    const file = path.join(folder, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (name.endsWith('.md')) bytes += Buffer.byteLength(text);
  };
  for (const source of [...pages, ...sources.filter(({ path: name }) => name === 'kintsugi.yaml')]) {
    write(replaceDays(source.path, LAST_DAY), replaceDays(source.text, LAST_DAY));
  }
  const names = new Set(pages.map(({ path: name }) => replaceDays(name, LAST_DAY)));
  const prose = ordinaryProse(PROSE_LENGTH).replace(/\s+/g, ' ');
  const choose = chooser(sources, random);
  let latest = '';
  for (let daysAgo = 0; names.size < count; daysAgo++) {
    const entries = Math.floor(random() * (MOST_ENTRIES_A_DAY + 1));
    for (let entry = 0; entry < entries && names.size < count; entry++) {
      const sample = choose();
      // The sample's own day falls on this one.
      const today = dayFrom(LAST_DAY, sample.daysAgo - daysAgo);
      const name = freeName(replaceDays(sample.path, today), names);
      write(name, written(replaceDays(sample.text, today), prose, random));
      if (latest === '' && /^5-check-ins\/.*-alex\.md$/.test(name)) latest = name;
    }
  }
  return { bytes, latest };
}

/** @returns {{ path: string, text: string }[]} the sample notes with their tokens, in an order of their own */
function readSources() {
  return readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(SAMPLES, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * @param {readonly { path: string, text: string }[]} sources
 * @param {() => number} random
 * @returns {() => Sample} gives the samples of each folder as often as its share says
 */
function chooser(sources, random) {
  const samples = sources.flatMap((source) => {
    const daysAgo = ENTRY.exec(source.path)?.[1];
    return daysAgo === undefined ? [] : [{ ...source, daysAgo: Number(daysAgo) }];
  });
  const folders = Object.entries(SHARES).flatMap(([folder, share]) => {
    const inside = samples.filter(({ path: name }) => name.startsWith(`${folder}/`));
    return Array.from({ length: share }, () => inside);
  });
  return () => {
    const inside = folders[Math.floor(random() * folders.length)] ?? [];
    const sample = inside[Math.floor(random() * inside.length)];
    if (sample === undefined) throw new Error('There are no sample notes to write from.');
    return sample;
  };
}

/**
 * @param {string} text of a sample on its new day
 * @param {string} prose
 * @param {() => number} random
 * @returns {string} with numbers of its own, and with other sentences at its end
 */
function written(text, prose, random) {
  const numbers = text.replace(/^(trust|closeness|safety|hope|hurt|keep-away|pay-back|wish-well): \d+/gm, (_, name) => {
    return `${String(name)}: ${String(Math.floor(random() * 11))}`;
  });
  const start = Math.floor(random() * (PROSE_LENGTH - MOST_PROSE_ADDED));
  const added = prose.slice(start, start + Math.floor(random() * MOST_PROSE_ADDED)).trim();
  return added === '' ? numbers : `${numbers}\n${added}\n`;
}

/**
 * @param {string} name
 * @param {Set<string>} names takes in the one that is given
 * @returns {string} the name, with the number that a further entry of its day has
 */
function freeName(name, names) {
  let free = name;
  for (let sequence = 2; names.has(free); sequence++) free = name.replace(/\.md$/, `-${String(sequence)}.md`);
  names.add(free);
  return free;
}

/**
 * @param {number} seed
 * @returns {() => number} a row of numbers from 0 to below 1 that is the same for one seed
 */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
