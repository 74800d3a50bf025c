import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseHints, MOST_HINTS } from '../../../src/core/hints/choose-hints';
import type { HintChoice } from '../../../src/core/hints/choose-hints';
import type { WordingFamily, WordingFinding } from '../../../src/core/wording';

const TEXT = 'one one\none\n\ntwo two\n\nthree\n\nfour\n\nfive';
const ALL: HintChoice['written'] = [{ start: 0, end: TEXT.length }];

const found = (word: string, nth = 0, family: WordingFamily = 'criticism', pattern = word): WordingFinding => {
  const [start = 0] = [...TEXT.matchAll(new RegExp(word, 'g'))].map(({ index }) => index).slice(nth);
  return { family, pattern, start, end: start + word.length };
};
const chosen = (findings: readonly WordingFinding[], choice: Partial<HintChoice> = {}): readonly number[] =>
  chooseHints({ text: TEXT, findings, written: ALL, silencedPlaces: [], silencedPatterns: new Set(), ...choice }).map(
    ({ finding }) => finding.start,
  );

describe('which hints a note may have', () => {
  it('are at most one in a paragraph, the first', () => {
    assert.deepEqual(chosen([found('one', 2), found('one', 1), found('two', 1)]), [4, 17]);
  });

  it('are at most three in the note', () => {
    const all = ['five', 'four', 'three', 'two', 'one'].map((word) => found(word));
    assert.equal(MOST_HINTS, 3);
    assert.deepEqual(chosen(all), [0, 13, 22]);
  });

  it('are none where danger is anywhere in the note, written now or not', () => {
    assert.deepEqual(chosen([found('one'), found('five', 0, 'danger')]), []);
    assert.deepEqual(chosen([found('one'), found('five', 0, 'danger')], { written: [{ start: 0, end: 1 }] }), []);
  });

  it('are none in a paragraph that was not written in now', () => {
    assert.deepEqual(chosen([found('one'), found('three')], { written: [{ start: 24, end: 25 }] }), [22]);
    assert.deepEqual(chosen([found('one')], { written: [] }), []);
  });

  it('are none in a paragraph where somebody said “not here”, whatever else is in it', () => {
    assert.deepEqual(
      chosen([found('one'), found('one', 1), found('two')], { silencedPlaces: [{ start: 4, end: 7 }] }),
      [13],
    );
  });

  it('are none of which somebody said “not this one again”, and the next may come', () => {
    const findings = [found('one', 0, 'criticism', 'you-never'), found('one', 1, 'contempt', 'grow-up')];
    assert.deepEqual(chosen(findings, { silencedPatterns: new Set(['you-never']) }), [4]);
  });

  it('never break a limit', () => {
    const finding = fc
      .tuple(fc.nat(TEXT.length - 1), fc.constantFrom<WordingFamily>('criticism', 'apology', 'danger'))
      .map(([start, family]): WordingFinding => ({ family, pattern: family, start, end: start + 1 }));
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), (findings) => {
        const hints = chooseHints({
          text: TEXT,
          findings,
          written: ALL,
          silencedPlaces: [],
          silencedPatterns: new Set(),
        });
        assert.ok(hints.length <= MOST_HINTS);
        assert.equal(new Set(hints.map(({ paragraph }) => paragraph.start)).size, hints.length);
        assert.ok(hints.length === 0 || findings.every(({ family }) => family !== 'danger'));
      }),
    );
  });
});
