import assert from 'node:assert/strict';
import { commitMessage } from '../../../src/sharing/commit-message';
import { builtInGuide, coupleOf } from '../samples';

const PATHS = ['5-check-ins/2026-11-23-alex.md', '5-check-ins/2026-11-23-sam.md', '6-kindness/2026-11-23-sam.md'];

describe('What a commit says', () => {
  it('is nothing by default, whatever changed', () => {
    assert.equal(commitMessage('plain', PATHS, builtInGuide(), coupleOf()), 'Update notes');
  });

  it('names the stages where telling messages are wanted, each once and in their order', () => {
    assert.equal(
      commitMessage('telling', [...PATHS].reverse(), builtInGuide(), coupleOf()),
      'Update notes: Check-ins, Kindness',
    );
  });

  it('says nothing of files that are in no stage', () => {
    assert.equal(
      commitMessage('telling', ['kintsugi.yaml', 'secret thoughts.md'], builtInGuide(), coupleOf()),
      'Update notes',
    );
  });
});
