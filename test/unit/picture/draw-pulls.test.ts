import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawPulls } from '../../../src/core/picture/draw-pulls';
import { stopsOfPulls } from '../../../src/core/picture/stops';
import { runs } from '../arbitraries';
import { present } from '../samples';
import { assertReadable, DAY, laneOf, measureOf, pathsWith, starts, textsOf, viewOf, WORDS } from './drawn';

const PULLS = [
  measureOf('keep-away', { title: 'Keeping away' }),
  measureOf('pay-back', { title: 'Paying back' }),
  measureOf('wish-well', { title: 'Wishing well' }),
];
const NAMES = PULLS.map(({ name }) => name);
const { entries } = laneOf(
  'alex',
  Object.fromEntries(
    [0, 9, 20, 33, 41].map((day, index) => [
      day,
      { 'keep-away': 9 - index, 'pay-back': 5 - index, 'wish-well': index },
    ]),
  ),
  PULLS,
);

describe('the picture of the pulls', () => {
  it('shows three lines of one person, named at their ends', () => {
    const picture = drawPulls(entries, PULLS, [], viewOf(0, 60, { measures: NAMES }), WORDS, 'en');
    assert.equal(pathsWith(picture, 'trend').length, 3);
    assert.deepEqual([...textsOf(picture, 'end-label')].sort(), ['Keeping away', 'Paying back', 'Wishing well']);
    assert.deepEqual([textsOf(picture, 'lane-name'), textsOf(picture, 'row-name')], [[], []]);
  });

  it('marks the dips that it is told, and names them as normal', () => {
    const picture = drawPulls(
      entries,
      PULLS,
      [DAY + 41, DAY + 9, DAY + 200],
      viewOf(0, 60, { measures: NAMES }),
      WORDS,
      'en',
    );
    assert.equal(starts(present(pathsWith(picture, 'dip')[0])).length, 2);
    assert.deepEqual(textsOf(picture, 'dip-label'), ['a dip is normal', 'a dip is normal']);
    const without = drawPulls(entries, PULLS, [], viewOf(0, 60, { measures: NAMES }), WORDS, 'en');
    assert.deepEqual(pathsWith(without, 'dip'), []);
  });

  it('has its stops where its points are', () => {
    const view = viewOf(0, 60, { measures: NAMES });
    const points = starts(
      present(pathsWith(drawPulls(entries, PULLS, [DAY + 9], view, WORDS, 'en'), 'raw', 'series-1')[0]),
    );
    const stops = stopsOfPulls(entries, PULLS, [DAY + 9], view);
    assert.deepEqual(
      stops.map(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]),
      points,
    );
  });

  it('says one quiet sentence where there is nothing', () => {
    const nothing = laneOf('alex', {}, PULLS).entries;
    assert.deepEqual(textsOf(drawPulls(nothing, PULLS, [], viewOf(0, 60), WORDS, 'en')), [WORDS.noEntries]);
  });

  it('never lets labels lie on each other', () => {
    const dips = fc.array(fc.integer({ min: DAY - 9, max: DAY + 90 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        dips,
        fc.integer({ min: 280, max: 2_000 }),
        fc.integer({ min: 1, max: 90 }),
        (days, width, length) => {
          const view = viewOf(0, length, { width, measures: NAMES });
          assertReadable(drawPulls(entries, PULLS, days, view, WORDS, 'en'));
        },
      ),
      runs(100),
    );
  });
});
