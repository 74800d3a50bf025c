import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedRange } from '../../src/core/changed-range';
import { anyText, runs } from './arbitraries';

const pieces = fc.array(fc.oneof(anyText, fc.constantFrom('\n', '\r\n', '\r', '😀', '😁', 'é', 'a')), { maxLength: 8 });

describe('the changed range', () => {
  it('makes one text of any other', () => {
    fc.assert(
      fc.property(pieces, pieces, pieces, pieces, (head, one, other, tail) => {
        const [before, after] = [one, other].map((middle) => [...head, ...middle, ...tail].join(''));
        assert.ok(before !== undefined && after !== undefined);
        const change = changedRange(before, after);
        assert.equal(change === undefined, before === after);
        if (change) {
          assert.equal(before.slice(0, change.start) + change.text + before.slice(change.end), after);
          for (const [text, offset] of [
            [before, change.start],
            [before, change.end],
            [after, change.start],
          ] as const) {
            assert.notEqual(text.slice(offset - 1, offset + 1), '\r\n');
            assert.doesNotMatch(text.slice(Math.max(offset - 1, 0), offset + 1), /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
          }
        }
      }),
      runs(500),
    );
  });

  it('holds only what differs', () => {
    assert.deepEqual(changedRange('one\ntwo\nthree\n', 'one\n2\nthree\n'), { start: 4, end: 7, text: '2' });
    assert.deepEqual(changedRange('a\r\n', 'a\r\n\r\n'), { start: 3, end: 3, text: '\r\n' });
    assert.deepEqual(changedRange('aa', 'aaa'), { start: 2, end: 2, text: 'a' });
    assert.deepEqual(changedRange('😀', '😁'), { start: 0, end: 2, text: '😁' });
  });
});
