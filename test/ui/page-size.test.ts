import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST } from '../../scripts/paths.mjs';

const MOST_BYTES = 60_000;

describe('the page of the panel, as it is packaged', () => {
  it('weighs sixty kilobytes at most, compressed', () => {
    const script = readFileSync(path.join(DIST, 'webview', 'page.js'));
    assert.ok(gzipSync(script).length <= MOST_BYTES, `${String(gzipSync(script).length)} bytes`);
  });
});
