// Tells what was measured, on the screen and in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';
import { machine, median, spread, table, today } from './figures.mjs';

const MOST_MILLISECONDS_MORE = 10;
const MOST_MILLISECONDS_MORE_A_KEY = 10;
const MOST_TIMES_AS_LONG = 1.5;
const MOST_TIMES_AS_LONG_A_BYTE = 2;
const LONGEST_FRAME_MILLISECONDS = 50;
const MOST_BYTES = { extensionPackage: 600_000, activation: 60_000, page: 60_000 };
const START_MARK = '<!-- bench:start -->';
const END_MARK = '<!-- bench:end -->';

/** @typedef {{ lines: string[], met: boolean }} Report a Markdown table, and whether every limit was kept */

/**
 * @param {import('./sizes.mjs').SizesMeasured} sizes
 * @returns {Report}
 */
export function reportSizes(sizes) {
  const row = (/** @type {string} */ title, /** @type {keyof import('./sizes.mjs').SizesMeasured} */ part) => ({
    met: sizes[part] <= MOST_BYTES[part],
    cells: [
      title,
      `${(sizes[part] / 1000).toFixed(1)} kB`,
      `at most ${String(MOST_BYTES[part] / 1000)} kB`,
      sizes[part] <= MOST_BYTES[part] ? 'met' : 'missed',
    ],
  });
  const rows = [
    row('The package', 'extensionPackage'),
    row('Script that activation loads', 'activation'),
    row('Script of the page of the pictures, with gzip', 'page'),
  ];
  const lines = [
    `What is shipped. ${today()}.`,
    '',
    ...table([['What', 'Size', 'Limit', 'Outcome'], ...rows.map(({ cells }) => cells)]),
  ];
  return { lines, met: rows.every(({ met }) => met) };
}

/**
 * @param {readonly import('./activation.mjs').Measured[]} measured
 * @returns {Report}
 */
export function reportActivation(measured) {
  const rows = measured.map(({ visualStudioCode, kintsugi, empty }) => {
    const [own, other] = [median(kintsugi), median(empty)];
    const more = own - other;
    return {
      met: more <= MOST_MILLISECONDS_MORE,
      cells: [
        visualStudioCode,
        `${own.toFixed(1)} ms`,
        `${other.toFixed(1)} ms`,
        `${more.toFixed(1)} ms more (at most ${String(MOST_MILLISECONDS_MORE)})`,
        `${(own / Math.max(other, 1)).toFixed(1)} times`,
        more <= MOST_MILLISECONDS_MORE ? 'met' : 'missed',
      ],
    };
  });
  const starts = measured.reduce((sum, { kintsugi }) => sum + kintsugi.length, 0);
  const lines = [
    `Activation (loading the code and calling it), median of ${String(starts)} fresh starts over all versions, ` +
      `against an extension that does nothing. ${machine()}, ${today()}.`,
    '',
    ...table([
      ['VS Code', 'Kintsugi', 'Empty extension', 'Difference', 'Ratio', 'Limit'],
      ...rows.map(({ cells }) => cells),
    ]),
  ];
  return { lines, met: rows.every(({ met }) => met) };
}

/**
 * @param {import('./panel.mjs').PanelMeasured} measured
 * @returns {Report}
 */
export function reportPanel({ few, many }) {
  const ratioRow = (/** @type {string} */ title, /** @type {'firstPaint' | 'drawn'} */ part) => {
    const [slow, fast] = [median(many.map((one) => one[part])), median(few.map((one) => one[part]))];
    const ratio = slow / fast;
    return {
      met: ratio <= MOST_TIMES_AS_LONG,
      cells: [
        title,
        `${slow.toFixed(0)} ms (${spread(many.map((one) => one[part]))})`,
        `${fast.toFixed(0)} ms (${spread(few.map((one) => one[part]))})`,
        `${ratio.toFixed(2)} times (at most ${String(MOST_TIMES_AS_LONG)})`,
        ratio <= MOST_TIMES_AS_LONG ? 'met' : 'missed',
      ],
    };
  };
  const [longest, longestOfFew] = [longestStep(many), longestStep(few)];
  const rows = [
    ratioRow('First contentful paint of the panel', 'firstPaint'),
    {
      met: longest <= LONGEST_FRAME_MILLISECONDS,
      cells: [
        'Longest frame while one zooms and pans',
        `${longest.toFixed(0)} ms`,
        `${longestOfFew.toFixed(0)} ms`,
        `at most ${String(LONGEST_FRAME_MILLISECONDS)} ms`,
        longest <= LONGEST_FRAME_MILLISECONDS ? 'met' : 'missed',
      ],
    },
  ];
  const drawn = ratioRow('The picture drawn, since the page began (no limit)', 'drawn');
  const single = Math.max(...many.flatMap(({ frames }) => frames)).toFixed(0);
  const singleOfFew = Math.max(...few.flatMap(({ frames }) => frames)).toFixed(0);
  const lines = [
    `The timeline with 10,000 dates of five numbers each, against ten; median (and spread) of ` +
      `${String(many.length)} openings in fresh browsers. A frame is one of ${String(many[0]?.frames.length ?? 0)} steps, ` +
      `each its median over the openings: the editor around the page collects its garbage at any of them. The longest ` +
      `single one took ${single} ms, with ten dates ${singleOfFew} ms. ` +
      `${machine()}, ${today()}.`,
    '',
    ...table([
      ['What', '10,000 dates', '10 dates', 'Limit', 'Outcome'],
      ...rows.map(({ cells }) => cells),
      [...drawn.cells.slice(0, 3), drawn.cells[3]?.split(' (')[0] ?? '', ''],
    ]),
  ];
  return { lines, met: rows.every(({ met }) => met) };
}

/**
 * @param {import('./wording.mjs').WordingMeasured} measured texts of one length
 * @returns {Report}
 */
export function reportWording({ prose, hostile }) {
  const [slowest] = [...hostile].sort((one, other) => median(other.times) - median(one.times));
  const [own, ordinary] = [median(slowest?.times ?? []), median(prose)];
  const ratio = own / ordinary;
  const met = ratio <= MOST_TIMES_AS_LONG_A_BYTE;
  const lines = [
    `Help with wording in a note of 100 kB, median of ${String(prose.length)} rounds: ordinary prose, and the slowest of ` +
      `${String(hostile.length)} texts that repeat words, quotation marks or punctuation. ` +
      `${machine()}, ${today()}.`,
    '',
    ...table([
      ['What', 'Slowest', 'Prose', 'Limit', 'Outcome'],
      [
        `A note full of \`${slowest?.unit.trim().replaceAll('|', '') ?? ''}\``,
        `${own.toFixed(1)} ms`,
        `${ordinary.toFixed(1)} ms`,
        `${ratio.toFixed(2)} times (at most ${String(MOST_TIMES_AS_LONG_A_BYTE)})`,
        met ? 'met' : 'missed',
      ],
    ]),
  ];
  return { lines, met };
}

/**
 * @param {import('./keystroke.mjs').KeystrokeMeasured} measured
 * @returns {Report}
 */
export function reportKeystroke({ kintsugi, alone, keys, bytes }) {
  const row = (/** @type {string} */ title, /** @type {keyof import('./keystroke.mjs').Typed} */ part) => {
    const own = kintsugi.map((start) => median(start[part]));
    const other = alone.map((start) => median(start[part]));
    const more = median(own) - median(other);
    const each = own.map((time, round) => time - (other[round] ?? NaN));
    const cell = (/** @type {readonly number[]} */ times) => `${median(times).toFixed(1)} ms (${spread(times, 1)})`;
    return {
      met: more <= MOST_MILLISECONDS_MORE_A_KEY,
      cells: [title, cell(own), cell(other), `${more.toFixed(1)} ms (${spread(each, 1)})`],
    };
  };
  const limited = [
    row('Any key, until the extension host has its letter', 'written'),
    row('Any key, until what may be completed there has come too', 'completed'),
  ];
  const rarer = [
    row('A space, the same (no limit)', 'completedSpaces'),
    row('A key in the moment in which a hint is looked for (no limit)', 'besideHint'),
  ];
  const lines = [
    `Typing ${String(keys)} keys into a note of ${String(Math.round(bytes / 1000))} kB, each as soon as the one before ` +
      `was answered, with and without Kintsugi in the same editor; median over all keys of a start, then over ` +
      `${String(kintsugi.length)} fresh starts (and their spread). ${machine()}, ${today()}.`,
    '',
    ...table([
      ['What', 'Kintsugi', 'Without', 'Difference', 'Limit', 'Outcome'],
      ...limited.map(({ cells, met }) => [
        ...cells,
        `at most ${String(MOST_MILLISECONDS_MORE_A_KEY)} ms more`,
        met ? 'met' : 'missed',
      ]),
      ...rarer.map(({ cells }) => [...cells, '', '']),
    ]),
  ];
  return { lines, met: limited.every(({ met }) => met) };
}

/** @param {readonly import('./panel.mjs').Opening[]} openings */
function longestStep(openings) {
  const [first] = openings;
  const steps = first?.frames.map((_, step) => median(openings.map(({ frames }) => frames[step] ?? NaN))) ?? [];
  return Math.max(...steps);
}

/**
 * Replaces what stands between the two marks in the README.
 *
 * @param {readonly string[]} lines
 * @throws when the README has no such marks
 */
export function writeIntoReadme(lines) {
  const file = path.join(ROOT, 'README.md');
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(START_MARK);
  const end = text.indexOf(END_MARK);
  if (start < 0 || end < start) throw new Error(`README.md has no place for it: ${START_MARK} … ${END_MARK}`);
  writeFileSync(file, `${text.slice(0, start + START_MARK.length)}\n\n${lines.join('\n')}\n\n${text.slice(end)}`);
}
