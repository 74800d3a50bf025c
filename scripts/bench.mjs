// npm run bench [-- --write]: measures what Kintsugi costs at the start of the editor, and writes it into the README.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

await ensureInstalled();
const { measureActivation } = await import('./bench/activation.mjs');
const { reportActivation, writeIntoReadme } = await import('./bench/report.mjs');
const report = reportActivation(await measureActivation());
say(`\n${report.lines.join('\n')}`);
if (values.write) writeIntoReadme(report.lines);
process.exit(report.met ? 0 : 1);
