// npm run bench [-- --write] [-- --only sizes,activation,…]: measures what Kintsugi costs, and writes it into the README.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

/**
 * What can be measured, in the order in which it is told. Each loads what it needs when it is its turn.
 *
 * @type {Readonly<Record<string, () => Promise<import('./bench/report.mjs').Report>>>}
 */
const PARTS = {
  sizes: async () => (await report()).reportSizes(await (await import('./bench/sizes.mjs')).measureSizes()),
  activation: async () =>
    (await report()).reportActivation(await (await import('./bench/activation.mjs')).measureActivation()),
  lifetime: async () => {
    const { reportLifetime } = await import('./bench/report-lifetime.mjs');
    return reportLifetime(await (await import('./bench/lifetime.mjs')).measureLifetime(Number(values.rounds)));
  },
  virtual: async () => {
    const { reportVirtual } = await import('./bench/report-lifetime.mjs');
    return reportVirtual(await (await import('./bench/virtual.mjs')).measureVirtual(Number(values.rounds)));
  },
  tree: async () => {
    const { reportTree } = await import('./bench/report-lifetime.mjs');
    return reportTree(await (await import('./bench/tree.mjs')).measureTree(Number(values.rounds)));
  },
  panel: async () => (await report()).reportPanel(await (await import('./bench/panel.mjs')).measurePanel()),
  wording: async () => (await report()).reportWording(await (await import('./bench/wording.mjs')).measureWording()),
  keystroke: async () =>
    (await report()).reportKeystroke(await (await import('./bench/keystroke.mjs')).measureKeystroke()),
};

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(PARTS).join(',') },
    rounds: { type: 'string', default: '5' },
  },
});

await ensureInstalled();
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  say(`There is no ${unknown.join(', ')} to measure; there is ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
/** @type {import('./bench/report.mjs').Report[]} */
const reports = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.includes(name)) reports.push(await measure());
}
const lines = reports.flatMap(({ lines: own }, index) => (index === 0 ? own : ['', ...own]));
say(`\n${lines.join('\n')}`);
if (values.write) (await report()).writeIntoReadme(lines);
process.exit(reports.every(({ met }) => met) ? 0 : 1);

function report() {
  return import('./bench/report.mjs');
}
