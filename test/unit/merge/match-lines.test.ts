import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchLines } from '../../../src/core/merge/match-lines';
import { runs } from '../arbitraries';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

describe('matching the lines of two texts', () => {
  it('finds what both have in common', () => {
    assert.deepEqual(matchLines(['a', 'b', 'c'], ['b', 'x', 'c']), [-1, 0, 2]);
    assert.deepEqual(matchLines([], ['a']), []);
  });

  it('matches equal lines alone, in order, whatever it may spend', () => {
    fc.assert(
      fc.property(keys, keys, fc.constantFrom(undefined, 0, 10), (one, other, mostSteps) => {
        let last = -1;
        matchLines(one, other, mostSteps).forEach((match, line) => {
          if (match !== -1) {
            assert.ok(match > last);
            assert.equal(other[match], one[line]);
            last = match;
          }
        });
      }),
      runs(300),
    );
  });

  it('finds lines that come once in texts too long to compare exactly', () => {
    const one = Array.from({ length: 4_000 }, (_, line) => (line % 2 === 0 ? `l${line}` : 'same'));
    const other = ['first', ...one.map((key, line) => (line % 500 === 0 ? 'changed' : key)), 'last'];
    const matched = matchLines(one, other).filter((match) => match !== -1).length;
    assert.equal(matched, 4_000 - 8);
  });
});
