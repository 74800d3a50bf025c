/** Runs the tests of a suite in plain Node: the unit tests, and those that drive the workbench in a browser. */
import { runNodeTests } from './node-tests';

process.exitCode = (await runNodeTests()) === 0 ? 0 : 1;
process.exit();
