import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compileWording, findWording } from '../../../src/core/wording';
import { parse } from 'yaml';
import { builtInGuide } from '../samples';

const WORDING = compileWording(parse(fs.readFileSync('templates/en/wording.yaml', 'utf8')));

describe('the words of the templates themselves', () => {
  for (const { id, role, body, scope } of builtInGuide().templates.filter((one) => one.scope === 'each')) {
    it(`tell of no danger, which would silence every hint: ${[id, role ?? scope].join('.')}`, () => {
      const danger = findWording(body, 'check-in', WORDING).filter(({ family }) => family === 'danger');
      assert.deepEqual(
        danger.map(({ start, end }) => body.slice(start, end)),
        [],
      );
    });
  }
});
