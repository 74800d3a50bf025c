import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/paths.mjs';
import { openWorkbench } from './workbench';
import type { Workbench, WorkbenchOptions } from './workbench';

const FAILURES = path.join(ROOT, '.vscode-test', 'failures');

/**
 * Opens one workbench for all tests of the surrounding suite. After each of them, nothing may have gone wrong in the
 * extension without being told; a test that failed leaves a picture under `.vscode-test`.
 *
 * @param prepare gives the options, once, before the first test
 * @returns gives the workbench, from inside a test
 */
export function sharedWorkbench(prepare: () => WorkbenchOptions | Promise<WorkbenchOptions>): () => Workbench {
  let workbench: Workbench | undefined;
  before(async () => {
    workbench = await openWorkbench(await prepare());
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (workbench === undefined || test === undefined) return;
    if (test.state === 'failed') await takePicture(workbench, test.fullTitle());
    else assertNothingWentWrong(workbench);
  });
  after(async () => {
    await workbench?.close();
  });
  return () => {
    assert.ok(workbench, 'the workbench is open while a test runs');
    return workbench;
  };
}

/** @throws when the page or the extension host has told of an error of the extension's */
function assertNothingWentWrong(workbench: Workbench): void {
  assert.deepEqual(workbench.consoleErrors, []);
  const errors = workbench
    .extensionHostLog()
    .split(/\n(?=\d{4}-\d\d-\d\d )/)
    .filter((entry) => entry.includes('[error]') && /kintsugi/i.test(entry));
  assert.deepEqual(errors, []);
}

async function takePicture({ page }: Workbench, title: string): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  await page.screenshot({ path: path.join(FAILURES, `${name}.png`) });
}
