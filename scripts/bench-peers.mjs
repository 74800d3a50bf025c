// npm run bench:peers -- --foam <folder>: measures Foam and Kintsugi on the same notes.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

const { values } = parseArgs({ options: { foam: { type: 'string' }, rounds: { type: 'string', default: '5' } } });

await ensureInstalled();
const { missingInFoam } = await import('./bench/foam-bundle.mjs');
const { reportKnownPeers, reportPeers } = await import('./bench/report-peers.mjs');
const missing = values.foam === undefined ? 'No checkout of Foam was named.' : missingInFoam(values.foam);
if (values.foam === undefined || missing !== undefined) {
  say(reportKnownPeers(missing ?? '').join('\n'));
} else {
  const { measurePeers } = await import('./bench/peers.mjs');
  say(`\n${reportPeers(await measurePeers(values.foam, Number(values.rounds))).join('\n')}`);
}
process.exit(0);
