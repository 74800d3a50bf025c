import assert from 'node:assert/strict';
import { watchedPattern } from '../../src/core/watched-pattern';

describe('the pattern of what is watched', () => {
  it('names each folder of notes, and each on the way to one, once', () => {
    assert.equal(
      watchedPattern(['5', 'private/5', 'a/b/c'], ['.kintsugi']),
      '{*,5/*,private/*,private/5/*,a/*,a/b/*,a/b/c/*,.kintsugi/**}',
    );
  });

  it('is the folder’s own files, and its settings, where no folder of notes is known', () => {
    assert.equal(watchedPattern([], ['.kintsugi']), '{*,.kintsugi/**}');
  });
});
