import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeptFilter } from '../../src/core/kept-filter';
import { stretchBetween } from '../../src/core/stretch';
import { runs } from './arbitraries';

const list = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
const lists = fc.array(
  fc.oneof(
    list,
    list.map((items) => items.filter((item) => item % 3 === 0)),
    list.map((items) => items.sort((a, b) => a - b)),
  ),
  { maxLength: 8 },
);

describe('a kept filter', () => {
  it('holds what filtering each list anew would give, and the list itself where nothing is left out', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const isMeant = (item: number): boolean => item % 3 === 0;
        const filter = new KeptFilter(isMeant);
        let before: readonly number[] = [];
        for (const now of given) {
          const known = before;
          filter.take(
            now,
            stretchBetween(known.length, now.length, (one, other) => known[one] === now[other]),
          );
          before = now;
          assert.deepEqual(filter.items, now.filter(isMeant));
          assert.ok(filter.items === now || filter.items.length < now.length);
        }
      }),
      runs(500),
    );
  });

  it('looks only at what is different', () => {
    const asked: number[] = [];
    const filter = new KeptFilter((item: number) => asked.push(item) > 0 && item !== 50);
    const first = Array.from({ length: 100 }, (_, index) => index);
    filter.take(first, { at: 0, endBefore: 0, endNow: 100 });
    asked.length = 0;
    const now = first.with(70, 170);
    filter.take(
      now,
      stretchBetween(100, 100, (one, other) => first[one] === now[other]),
    );
    assert.deepEqual(asked, [70, 170]);
    assert.deepEqual(
      filter.items,
      now.filter((item) => item !== 50),
    );
  });
});
