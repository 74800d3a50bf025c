import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../src/core/lines';
import { grammarText, runs } from './arbitraries';

describe('lines of a text', () => {
  it('finds the line of every offset', () => {
    fc.assert(
      fc.property(grammarText, (text) => {
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          assert.equal(lines.lineAt(offset), text.slice(0, offset).split('\n').length - 1);
        }
      }),
      runs(100),
    );
  });

  it('cuts a place off at the end of its first line', () => {
    assert.deepEqual(new Lines('ab\ncdef\ng').placeAt(4, 9), { line: 1, startColumn: 1, endColumn: 4 });
  });

  it('gives a place of no width where the end is not known', () => {
    assert.deepEqual(new Lines('ab\ncd').placeAt(4), { line: 1, startColumn: 1, endColumn: 1 });
  });
});
