import assert from 'node:assert/strict';
import { wordsFrom } from '../../../src/webview/words';

describe('a text of the page', () => {
  const word = wordsFrom({ plain: 'Open', filled: '{0} of {1}', turned: '{1}, {0}' });

  it('is found by its key', () => {
    assert.equal(word('plain'), 'Open');
  });

  it('is filled in', () => {
    assert.equal(word('filled', 2, 'ten'), '2 of ten');
    assert.equal(word('turned', 'a', 'b'), 'b, a');
  });

  it('keeps a placeholder for which nothing was given', () => {
    assert.equal(word('filled', 2), '2 of {1}');
  });

  it('takes what is put in as it is, with all that looks like a placeholder', () => {
    assert.equal(word('filled', '{1}', '$& $1'), '{1} of $& $1');
  });

  it('is its key where it is missing', () => {
    assert.equal(word('missing'), 'missing');
  });
});
