// npm run package: makes kintsugi.vsix.
import { statSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

await ensureInstalled();
const { packageExtension } = await import('./packaging.mjs');
const file = await packageExtension();
say(`${path.basename(file)}: ${String(Math.round(statSync(file).size / 1000))} kB`);
