import assert from 'node:assert/strict';
import { median, percentile } from '../../../scripts/bench/figures.mjs';
import { MEGABYTES, MILLISECONDS, differenceRow, limitRow, ratioRow } from '../../../scripts/bench/rows.mjs';

describe('rows of the bench', () => {
  it('take the middle of the figures, and the figure that a share of them does not pass', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([9, 1, 5, 6]), 5.5);
    assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
    assert.equal(percentile([4, 1, 3, 2], 0.95), 4);
  });

  it('end in met at the limit, and in missed beyond it', () => {
    assert.equal(ratioRow('a', [250], [100], 2.5).met, true);
    assert.equal(ratioRow('a', [251], [100], 2.5).met, false);
    assert.equal(differenceRow('a', [70_000_000], [10_000_000], 60, MEGABYTES).met, true);
    assert.equal(differenceRow('a', [70_000_001], [10_000_000], 60, MEGABYTES).met, false);
    assert.equal(limitRow('a', [25], 25, MILLISECONDS).met, true);
    const { met, cells } = limitRow('a', [25.1], 25, MILLISECONDS);
    assert.deepEqual([met, cells.at(-1)], [false, 'missed']);
  });

  it('go by the median, and tell the spread beside it', () => {
    const { met, cells } = ratioRow('a', [90, 100, 900], [50, 100, 100], 1);
    assert.deepEqual([met, cells[1], cells[3]], [true, '100 ms (90 to 900)', '1.00 times']);
  });

  it('are missed where nothing could be measured', () => {
    assert.equal(ratioRow('a', [], [], 1).met, false);
    assert.equal(limitRow('a', [NaN], 25, MILLISECONDS).met, false);
  });
});
