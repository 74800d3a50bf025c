// Tells what the same notes cost Foam and Kintsugi.
import { machine, median, spread, table, today } from './figures.mjs';

/** What was measured when this was written, of Foam 0.44 in VS Code 1.139 on two shared cores. */
const KNOWN = {
  date: '2026-11-23',
  rows: [
    ['Ready, cold', '14,500 ms'],
    ['Ready, warm', '3,100 ms'],
    ['Longest block of the extension host', '700 ms'],
    ['One changed note', '400 ms'],
    ['Memory', '572 MB'],
  ],
};
const BYTES_A_MEGABYTE = 1_000_000;

/**
 * @param {readonly import('./peers.mjs').PeersRound[]} rounds
 * @returns {string[]} a Markdown table
 */
export function reportPeers(rounds) {
  const more = (/** @type {number} */ resident, /** @type {number} */ empty) => (resident - empty) / BYTES_A_MEGABYTE;
  const rows = [
    row('Ready, cold', 'ms', rounds, ({ foam, kintsugi }) => [foam.cold.indexed, kintsugi.cold.indexed]),
    row('Ready, warm', 'ms', rounds, ({ foam, kintsugi }) => [foam.warm.indexed, kintsugi.warm.indexed]),
    row('Longest block of the extension host, cold', 'ms', rounds, ({ foam, kintsugi }) => [
      foam.cold.longestBlock,
      kintsugi.cold.longestBlock,
    ]),
    row('One changed note', 'ms', rounds, ({ foam, kintsugi }) => [
      median(foam.warm.changes),
      median(kintsugi.warm.changes),
    ]),
    row('Memory, beyond an empty extension', 'MB', rounds, ({ foam, kintsugi, empty }) => [
      more(foam.cold.resident, empty.resident),
      more(kintsugi.cold.resident, empty.resident),
    ]),
  ];
  return [
    `10,000 notes of 1.85 kB, read by the core of Foam and by Kintsugi in extension hosts of one run; median (and ` +
      `spread) of ${String(rounds.length)} fresh ones each. ${machine()}, ${today()}.`,
    '',
    ...table([['What', 'Foam', 'Kintsugi', 'Foam takes'], ...rows]),
  ];
}

/**
 * @param {string} reason why nothing was measured
 * @returns {string[]} the figures that are known, as a Markdown table
 */
export function reportKnownPeers(reason) {
  return [
    `${reason} So Foam was not measured. \`npm run bench:peers -- --foam <folder>\` takes a checkout of ` +
      'github.com/foambubble/foam, with what its core depends on installed in it.',
    '',
    `Foam 0.44 on 10,000 notes of 1.85 kB, as it was measured on two shared cores on ${KNOWN.date}:`,
    '',
    ...table([['What', 'Foam'], ...KNOWN.rows]),
  ];
}

/**
 * @param {string} title
 * @param {string} unit
 * @param {readonly import('./peers.mjs').PeersRound[]} rounds
 * @param {(round: import('./peers.mjs').PeersRound) => readonly [foam: number, kintsugi: number]} figures
 */
function row(title, unit, rounds, figures) {
  const both = rounds.map(figures);
  const [foam, own] = [both.map(([figure]) => figure), both.map(([, figure]) => figure)];
  const digits = median(own) < 10 ? 2 : 0;
  const cell = (/** @type {readonly number[]} */ all) =>
    `${median(all).toFixed(digits)} ${unit} (${spread(all, digits)})`;
  return [title, cell(foam), cell(own), `${(median(foam) / median(own)).toFixed(1)} times as much`];
}
