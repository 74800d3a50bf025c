// Runs the editor tests once, in one editor, as a process of its own, whose output is followed by the one that
// started it. Its parameter is an `EditorRun` as JSON.
import { runTests } from '@vscode/test-electron';
import { endWithParent } from '../ending.mjs';

/**
 * @typedef {object} EditorRun
 * @property {string} [executable] a program that takes the parameters of desktop VS Code
 * @property {string} [version] the version of desktop VS Code to download instead
 * @property {string} extension the folder of the extension under test
 * @property {string} tests the bundle with the tests
 * @property {string} workspace the folder to open, a path or a URI
 * @property {string} extensionsFolder
 * @property {string} userDataFolder
 * @property {boolean} worker whether desktop VS Code is to use its web-worker host
 * @property {Record<string, string>} environment
 */

endWithParent();
const run = /** @type {EditorRun} */ (JSON.parse(process.argv[2] ?? '{}'));
const opened = run.workspace.includes('://') ? [`--folder-uri=${run.workspace}`] : [run.workspace];
try {
  await runTests({
    ...(run.executable === undefined ? {} : { vscodeExecutablePath: run.executable }),
    ...(run.version === undefined ? {} : { version: run.version }),
    extensionDevelopmentPath: run.extension,
    extensionTestsPath: run.tests,
    extensionTestsEnv: run.environment,
    launchArgs: [
      ...(run.executable === undefined ? opened : [run.workspace]),
      `--extensions-dir=${run.extensionsFolder}`,
      `--user-data-dir=${run.userDataFolder}`,
      ...(run.worker ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
