// npm start [-- FOLDER] [--oldest] [--no-open]
// Opens Kintsugi in a real VS Code, on a copy of the sample notes or on a folder of one's own.
import { parseArgs } from 'node:util';
import { endWithParent } from './ending.mjs';
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { oldest: { type: 'boolean', default: false }, 'no-open': { type: 'boolean', default: false } },
});

if (process.env.npm_lifecycle_event !== undefined) endWithParent();
try {
  await ensureInstalled();
  const { openKintsugi } = await import('./opening.mjs');
  await openKintsugi({
    editor: values.oldest ? 'oldest' : 'today',
    openBrowser: !values['no-open'],
    ...(positionals[0] === undefined ? {} : { folder: positionals[0] }),
  });
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
