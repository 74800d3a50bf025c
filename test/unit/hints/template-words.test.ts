import assert from 'node:assert/strict';
import { findWording } from '../../../src/core/wording';
import { builtInGuide } from '../samples';
import { builtInWording } from '../wording/built-in';

const WORDING = builtInWording();

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

describe('what a hint says', () => {
  for (const [family, { title, explanation, alternatives }] of WORDING.families) {
    if (family !== 'danger') {
      it(`is a title, one sentence, and one or two other ways to say it: ${family}`, () => {
        assert.match(title, /^This .{5,45}[^.]$/);
        assert.match(explanation, /^[A-Z][^.!?]{20,110}\.$/);
        assert.ok(alternatives.length === 1 || alternatives.length === 2);
      });
    }
  }

  it('is nothing about danger', () => {
    assert.deepEqual(WORDING.families.get('danger'), { title: '', explanation: '', alternatives: [] });
  });
});
