// npm run bench [-- --write] [-- --only sizes,activation,panel,wording,keystroke]: measures what Kintsugi costs, and writes it into the README.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: 'sizes,activation,panel,wording,keystroke' },
  },
});
const wanted = values.only.split(',');

await ensureInstalled();
const { measureActivation } = await import('./bench/activation.mjs');
const { measureKeystroke } = await import('./bench/keystroke.mjs');
const { measurePanel } = await import('./bench/panel.mjs');
const { measureSizes } = await import('./bench/sizes.mjs');
const { measureWording } = await import('./bench/wording.mjs');
const { reportActivation, reportKeystroke, reportPanel, reportSizes, reportWording, writeIntoReadme } =
  await import('./bench/report.mjs');
/** @type {import('./bench/report.mjs').Report[]} */
const reports = [];
if (wanted.includes('sizes')) reports.push(reportSizes(await measureSizes()));
if (wanted.includes('activation')) reports.push(reportActivation(await measureActivation()));
if (wanted.includes('panel')) reports.push(reportPanel(await measurePanel()));
if (wanted.includes('wording')) reports.push(reportWording(await measureWording()));
if (wanted.includes('keystroke')) reports.push(reportKeystroke(await measureKeystroke()));
const lines = reports.flatMap((report, index) => (index === 0 ? report.lines : ['', ...report.lines]));
say(`\n${lines.join('\n')}`);
if (values.write) writeIntoReadme(lines);
process.exit(reports.every(({ met }) => met) ? 0 : 1);
