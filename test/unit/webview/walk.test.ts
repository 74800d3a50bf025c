import assert from 'node:assert/strict';
import type { Stop } from '../../../src/core/picture/picture';
import { actOf } from '../../../src/webview/timeline/chart-keys';
import { beginning, nearestStop, stopAt, walked } from '../../../src/webview/timeline/walk';
import type { Step } from '../../../src/webview/timeline/walk';

const entry = (lane: number, index: number, day: number, y: number): Stop => ({
  row: lane,
  day,
  x: day * 10,
  y,
  of: { lane, entry: index },
  gathered: 1,
});
const event = (index: number, day: number): Stop => ({
  row: 3,
  day,
  x: day * 10,
  y: 300,
  of: { event: index },
  gathered: 1,
});

const [early, middle, late] = [entry(0, 0, 1, 40), entry(0, 1, 5, 60), entry(0, 2, 9, 20)];
const [lower, lowerLate] = [entry(1, 0, 4, 160), entry(1, 1, 8, 180)];
const [first, second] = [event(0, 2), event(1, 7)];
const ROWS = [[early, middle, late], [lower, lowerLate], [], [first, second]];

describe('walking the picture', () => {
  for (const [from, step, to] of [
    [early, 'after', middle],
    [middle, 'before', early],
    [early, 'before', early],
    [late, 'after', late],
    [middle, 'first', early],
    [middle, 'last', late],
    [early, 'above', early],
    [middle, 'below', lower],
    [late, 'below', lowerLate],
    [lower, 'below', first],
    [lowerLate, 'below', second],
    [second, 'above', lowerLate],
    [second, 'below', second],
  ] as const satisfies readonly (readonly [Stop, Step, Stop])[]) {
    it(`goes from ${JSON.stringify(from.of)} ${step} to ${JSON.stringify(to.of)}`, () => {
      assert.equal(walked(ROWS, from, step), to);
    });
  }

  it('begins at the newest note of the first row that has one', () => {
    assert.equal(beginning(ROWS), late);
    assert.equal(beginning([[], [first, second]]), second);
    assert.equal(beginning([[], []]), undefined);
  });

  it('stays where it is when the row is gone', () => {
    const gone = entry(7, 7, 3, 3);
    assert.equal(walked(ROWS, gone, 'after'), gone);
  });

  it('finds the stop of a note', () => {
    assert.equal(stopAt(ROWS, { lane: 1, entry: 1 }), lowerLate);
    assert.equal(stopAt(ROWS, { event: 1 }), second);
    assert.equal(stopAt(ROWS, { event: 5 }), undefined);
  });
});

describe('pointing at the picture', () => {
  const bands = [
    { top: 10, bottom: 100 },
    { top: 130, bottom: 220 },
    { top: 250, bottom: 270 },
    { top: 290, bottom: 310 },
  ];

  for (const [x, y, stop] of [
    [12, 42, early],
    [88, 95, late],
    [72, 95, late],
    [42, 215, lower],
    [42, 118, lower],
    [22, 290, first],
    [100, 305, second],
  ] as const) {
    it(`at ${x}, ${y} means ${JSON.stringify(stop.of)}`, () => {
      assert.equal(nearestStop(ROWS, { x, y }, bands), stop);
    });
  }

  it('means the note beside it, however high, where there is one row only', () => {
    assert.equal(nearestStop([[early, middle]], { x: 52, y: 900 }), middle);
  });

  it('means nothing where nothing is near', () => {
    assert.equal(nearestStop(ROWS, { x: 200, y: 50 }, bands), undefined);
    assert.equal(nearestStop(ROWS, { x: 50, y: 260 }, bands), undefined);
    assert.equal(nearestStop(ROWS, { x: 50, y: 400 }, bands), undefined);
    assert.equal(nearestStop([], { x: 1, y: 1 }), undefined);
  });
});

describe('keys on the picture', () => {
  const plain = { ctrlKey: false, altKey: false, metaKey: false };

  it('mean what the page says they do', () => {
    assert.deepEqual(actOf({ ...plain, key: 'ArrowLeft' }), { walk: 'before' });
    assert.deepEqual(actOf({ ...plain, key: '+' }), { zoom: 'closer' });
    assert.deepEqual(actOf({ ...plain, key: 'PageDown' }), { pan: 'later' });
    assert.equal(actOf({ ...plain, key: 'Enter' }), 'open');
    assert.equal(actOf({ ...plain, key: 't' }), 'table');
  });

  it('are left to the editor with Ctrl, Alt or the command key, and where they are not ours', () => {
    assert.equal(actOf({ ...plain, key: '+', ctrlKey: true }), undefined);
    assert.equal(actOf({ ...plain, key: 'ArrowLeft', altKey: true }), undefined);
    assert.equal(actOf({ ...plain, key: 't', metaKey: true }), undefined);
    assert.equal(actOf({ ...plain, key: 'Tab' }), undefined);
    assert.equal(actOf({ ...plain, key: 'constructor' }), undefined);
  });
});
