// Tells what a lifetime of notes costs.
import { machine, median, percentile, table, today } from './figures.mjs';
import { HEAD, MEGABYTES, MILLISECONDS, PARTS_OF_MILLISECONDS } from './rows.mjs';
import { differenceRow, limitRow, ratioRow, toldRow } from './rows.mjs';

const MOST_TIMES_READING = { cold: 2.5, warm: 1 };
const CHANGE_MILLISECONDS = { median: 1, slow: 5 };
const SLOW_SHARE = 0.95;
const BLOCK_MILLISECONDS = { many: 25, most: 50 };
const MEGABYTES_MORE = { host: 60, model: 10 };
const MOST_TIMES_AS_LONG_AS_FEW = 1.2;
const MOST_TIMES_READING_THROUGH_EDITOR = 1.3;
const TIMES_AS_MANY = 5;
const MOST_TIMES_AS_LONG_FOR_MANY = 1.2;
const COUNTS = { many: '10,000', most: '50,000' };

/** @typedef {import('./lifetime.mjs').Round} Round */
/** @typedef {'many' | 'most'} Count */
/** @typedef {'cold' | 'warm'} Turn */

/**
 * @param {readonly Round[]} rounds
 * @returns {import('./report.mjs').Report}
 */
export function reportLifetime(rounds) {
  const rows = [
    ...ofReading(rounds),
    ...ofChanges(rounds),
    ...ofBlocks(rounds),
    ...ofMemory(rounds),
    ...ofMost(rounds),
  ];
  const lines = [
    `A lifetime of notes: entries of two partners over years, 1.85 kB each, in VS Code's extension host; median (and ` +
      `spread) of ${String(rounds.length)} fresh extension hosts each. Cold is the first opening of a folder, warm the ` +
      `second, with one note changed between. Either has come when every note is known as it is and the data of tree ` +
      `and timeline are there. The floor is walking the folder and reading every file in the fastest of three ways of ` +
      `Node, in the same host. A changed note counts from the file event, without the moment in which events are ` +
      `gathered. ${machine()}, ${today()}.`,
    '',
    ...table([HEAD, ...rows.map(({ cells }) => cells)]),
  ];
  return { lines, met: rows.every(({ met }) => met) };
}

/**
 * @param {import('./tree.mjs').TreeMeasured} measured
 * @returns {import('./report.mjs').Report}
 */
export function reportTree({ few, many }) {
  const row = ratioRow('Tree with 10,000 notes, against 100 notes', many, few, MOST_TIMES_AS_LONG_AS_FEW);
  const lines = [
    `The tree, from the moment in which the window can be clicked until the check-ins of the last month were opened in ` +
      `it; median (and spread) of ${String(many.length)} openings in fresh browsers. ${machine()}, ${today()}.`,
    '',
    ...table([HEAD, row.cells]),
  ];
  return { lines, met: row.met };
}

/**
 * @param {import('./virtual.mjs').VirtualMeasured} measured
 * @returns {import('./report.mjs').Report}
 */
export function reportVirtual({ width, starts }) {
  const row = ratioRow(
    '10,000 notes, cold, in a virtual workspace',
    starts.map(({ indexed }) => indexed),
    starts.map(({ reading }) => reading),
    MOST_TIMES_READING_THROUGH_EDITOR,
  );
  const lines = [
    `A lifetime of notes where there is no disk, against reading every file through \`workspace.fs\`, ${width} at once, ` +
      `which was the fastest of four widths; median (and spread) of ${String(starts.length)} fresh extension hosts. ` +
      `${machine()}, ${today()}.`,
    '',
    ...table([HEAD, row.cells]),
  ];
  return { lines, met: row.met };
}

/** @param {readonly Round[]} rounds */
function ofReading(rounds) {
  const fastest = (/** @type {Turn} */ turn) =>
    rounds.map(({ many }) => Math.min(...Object.values(many[turn].readings).flat()));
  const indexed = (/** @type {Turn} */ turn) => rounds.map(({ many }) => many[turn].indexed);
  return [
    ratioRow('10,000 notes, cold', indexed('cold'), fastest('cold'), MOST_TIMES_READING.cold),
    ratioRow('10,000 notes, warm', indexed('warm'), fastest('warm'), MOST_TIMES_READING.warm),
    toldRow(
      '10,000 notes, cold, with the loading of the code',
      rounds.map(({ many }) => many.cold.sinceActivation),
    ),
  ];
}

/** @param {readonly Round[]} rounds */
function ofChanges(rounds) {
  return /** @type {const} */ (['many', 'most']).flatMap((count) => {
    const title = `One changed note of ${COUNTS[count]}`;
    const times = rounds.map((round) => round[count].warm.changes);
    return [
      limitRow(`${title}, median`, times.map(median), CHANGE_MILLISECONDS.median, PARTS_OF_MILLISECONDS),
      limitRow(
        `${title}, 95th percentile`,
        times.map((one) => percentile(one, SLOW_SHARE)),
        CHANGE_MILLISECONDS.slow,
        PARTS_OF_MILLISECONDS,
      ),
    ];
  });
}

/** @param {readonly Round[]} rounds */
function ofBlocks(rounds) {
  const alone = rounds.map(({ empty }) => empty.longestBlock);
  return /** @type {const} */ (['many', 'most']).flatMap((count) =>
    /** @type {const} */ (['cold', 'warm']).map((turn) =>
      limitRow(
        `Longest block of the extension host, ${COUNTS[count]} notes, ${turn}`,
        rounds.map((round) => round[count][turn].longestBlock),
        BLOCK_MILLISECONDS[count],
        MILLISECONDS,
        alone,
      ),
    ),
  );
}

/** @param {readonly Round[]} rounds */
function ofMemory(rounds) {
  return [
    differenceRow(
      'Memory of the extension host, 10,000 notes, against an empty extension',
      rounds.map(({ many }) => many.cold.resident),
      rounds.map(({ empty }) => empty.resident),
      MEGABYTES_MORE.host,
      MEGABYTES,
    ),
    differenceRow(
      'Heap with 10,000 notes, against 100 notes',
      rounds.map(({ many }) => many.cold.heap),
      rounds.map(({ few }) => few.heap),
      MEGABYTES_MORE.model,
      MEGABYTES,
    ),
  ];
}

/** @param {readonly Round[]} rounds */
function ofMost(rounds) {
  return /** @type {const} */ (['cold', 'warm']).map((turn) =>
    ratioRow(
      `50,000 notes, ${turn}, against five times 10,000`,
      rounds.map(({ most }) => most[turn].indexed),
      rounds.map(({ many }) => many[turn].indexed * TIMES_AS_MANY),
      MOST_TIMES_AS_LONG_FOR_MANY,
    ),
  );
}
