import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstPageState, readPageState } from '../../../src/webview/page-state';
import { runs } from '../arbitraries';

const STATE = firstPageState('timeline');

describe('what the page keeps', () => {
  for (const state of [
    STATE,
    firstPageState('reflection'),
    { ...STATE, range: { preset: 'all' } },
    { ...STATE, range: { from: 20_000.5, to: 20_100 }, isTableOpen: true },
    { ...STATE, measures: [], partners: ['alex'] },
  ]) {
    it(`is read back: ${JSON.stringify(state)}`, () => {
      assert.deepEqual(readPageState(JSON.parse(JSON.stringify(state))), state);
    });
  }

  it('is the six months to today at first, with nothing chosen', () => {
    assert.deepEqual(STATE, { tab: 'timeline', isTableOpen: false, range: { preset: 'half-year' } });
  });

  for (const [why, state] of [
    ['nothing', undefined],
    ['no object', 'timeline'],
    ['an unknown tab', { ...STATE, tab: 'diary' }],
    ['an unknown preset', { ...STATE, range: { preset: 'decade' } }],
    ['a range that ends before it begins', { ...STATE, range: { from: 2, to: 1 } }],
    ['a range of no length', { ...STATE, range: { from: 2, to: 2 } }],
    ['a range without end', { ...STATE, range: { from: 2, to: Infinity } }],
    ['a range of no numbers', { ...STATE, range: { from: NaN, to: 2 } }],
    ['a range far beyond the calendar', { ...STATE, range: { from: 0, to: 1e12 } }],
    ['a preset that is also a range', { ...STATE, range: { preset: 'all', from: 1, to: 2 } }],
    ['measures that are no names', { ...STATE, measures: [1] }],
    ['endless names', { ...STATE, partners: ['x'.repeat(201)] }],
    ['more names than there can be', { ...STATE, measures: Array.from({ length: 101 }, String) }],
    ['whether private notes are shown, which is never kept', { ...STATE, isPrivateShown: true }],
  ] as const) {
    it(`is not read from ${why}`, () => {
      assert.equal(readPageState(state), undefined);
    });
  }

  it('is read from anything without an error', () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => readPageState(kept) === undefined),
      runs(300),
    );
  });
});
