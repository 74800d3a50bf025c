import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shifted, touches, withChange } from '../../../src/core/hints/text-ranges';
import type { TextChange, TextRange } from '../../../src/core/hints/text-ranges';

const change = (offset: number, removed: number, inserted: number): TextChange => ({ offset, removed, inserted });

describe('ranges of a text that changes', () => {
  for (const [what, made, after] of [
    ['stays before a change behind it', change(9, 2, 5), { start: 4, end: 8 }],
    ['moves with a change before it', change(1, 1, 3), { start: 6, end: 10 }],
    ['grows with what is written in it', change(5, 0, 3), { start: 4, end: 11 }],
    ['shrinks with what goes from it', change(5, 2, 0), { start: 4, end: 6 }],
    ['is gone where all of it goes', change(3, 6, 1), undefined],
    ['keeps what is left where its beginning goes', change(2, 4, 0), { start: 2, end: 4 }],
  ] as const) {
    it(`one ${what}`, () => {
      assert.deepEqual(shifted({ start: 4, end: 8 }, made), after);
    });
  }

  it('those that were written grow to one while somebody types on', () => {
    let ranges: readonly TextRange[] = [];
    for (let offset = 10; offset < 30; offset += 1) {
      ranges = withChange(ranges, change(offset, 0, 1));
    }
    assert.deepEqual(ranges, [{ start: 10, end: 30 }]);
    assert.deepEqual(withChange(ranges, change(0, 0, 2)), [
      { start: 0, end: 2 },
      { start: 12, end: 32 },
    ]);
  });

  it('those that were written hold every character that was, whatever else changes', () => {
    const step = fc.record({
      at: fc.nat(),
      removed: fc.nat(4),
      words: fc.string({ minLength: 0, maxLength: 4 }),
      mine: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let text: readonly { readonly mine: boolean }[] = Array.from({ length: 10 }, () => ({ mine: false }));
        let ranges: readonly TextRange[] = [];
        for (const { at, removed, words, mine } of steps) {
          const offset = at % (text.length + 1);
          const gone = Math.min(removed, text.length - offset);
          text = [
            ...text.slice(0, offset),
            ...Array.from(words.split(''), () => ({ mine })),
            ...text.slice(offset + gone),
          ];
          const made = change(offset, gone, words.length);
          ranges = mine ? withChange(ranges, made) : ranges.flatMap((range) => shifted(range, made) ?? []);
        }
        for (const [offset, { mine }] of text.entries()) {
          assert.ok(!mine || ranges.some(({ start, end }) => start <= offset && offset < end), String(offset));
        }
        assert.ok(ranges.every(({ start, end }) => start >= 0 && start <= end && end <= text.length));
      }),
    );
  });

  it('touch where they share a place or an end', () => {
    assert.ok(touches({ start: 1, end: 3 }, { start: 3, end: 4 }));
    assert.ok(!touches({ start: 1, end: 3 }, { start: 4, end: 4 }));
  });
});
