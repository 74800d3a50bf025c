// node scripts/screenshot.mjs: takes the pictures of the README into media/screenshots.
import { ensureInstalled } from './installed.mjs';
import { say } from './screen.mjs';

await ensureInstalled();
const { runProgram } = await import('./command.mjs');
const { packageExtension } = await import('./packaging.mjs');
const { bundleTests } = await import('./suites/bundle.mjs');
await packageExtension();
const bundle = await bundleTests('screenshots', { long: false });
const { exitCode } = await runProgram(process.execPath, ['--enable-source-maps', bundle], {
  onOutput: (text) => {
    say(text.trimEnd());
  },
});
process.exit(exitCode);
