import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stretchBetween, stretchBetweenLists } from '../../src/core/stretch';
import { runs } from './arbitraries';

const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

describe('the stretch between two lists', () => {
  it('is where they differ, and nothing else is', () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        const { at, endBefore, endNow } = stretchBetweenLists(before, now);
        assert.deepEqual([...before.slice(0, at), ...now.slice(at, endNow), ...before.slice(endBefore)], now);
        assert.ok(at <= endBefore && at <= endNow && (at === endBefore || before[at] !== now[at]));
      }),
      runs(500),
    );
  });

  it('is the same whether items are compared by a function or as they are', () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        const compared = stretchBetween(before.length, now.length, (one, other) => before[one] === now[other]);
        assert.deepEqual(stretchBetweenLists(before, now), compared);
      }),
      runs(500),
    );
  });
});
