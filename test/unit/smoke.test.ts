import assert from 'node:assert/strict';

describe('the unit suite', () => {
  it('runs', () => {
    assert.equal(1 + 1, 2);
  });
});
