import assert from 'node:assert/strict';
import { layOut } from '../../../src/core/picture/layout';
import type { Stop } from '../../../src/core/picture/picture';
import { stopOf, stopsOf, stopsOfPulls } from '../../../src/core/picture/stops';
import { present } from '../samples';
import { DAY, drawn, eventOf, laneOf, MEASURES, pathsWith, starts, timelineWith, viewOf } from './drawn';

const timeline = timelineWith({
  lanes: [laneOf('alex', { 0: 3, 10: { hope: 2 }, 20: { trust: 5, hope: 9 }, 90: 4 }), laneOf('sam', { 5: 7 })],
  events: [eventOf(4, 'kindness'), eventOf(4, 'hopeful'), eventOf(8, 'talk', { partner: null }), eventOf(95, 'hard')],
});

describe('the stops of a timeline', () => {
  it('are the notes in sight, row by row, each once', () => {
    const rows = stopsOf(timeline, viewOf(0, 60, { measures: ['trust', 'hope'] }));
    assert.deepEqual(
      rows.map((row) => row.map(({ of, day }) => [day - DAY, of])),
      [
        [
          [0, { lane: 0, entry: 0 }],
          [10, { lane: 0, entry: 1 }],
          [20, { lane: 0, entry: 2 }],
        ],
        [[5, { lane: 1, entry: 0 }]],
        [
          [4, { event: 0 }],
          [4, { event: 1 }],
        ],
        [[8, { event: 2 }]],
      ],
    );
    assert.deepEqual(
      rows.map((row, index) => row.every((stop) => stop.row === index)),
      [true, true, true, true],
    );
  });

  it('lie where the picture has its points', () => {
    const view = viewOf(0, 60);
    const [alex] = stopsOf(timeline, view);
    const points = starts(present(pathsWith(drawn(timeline, view), 'raw')[0]));
    assert.deepEqual(
      present(alex).map(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]),
      points,
    );
    assert.deepEqual(
      present(alex).map(({ of }) => of),
      [
        { lane: 0, entry: 0 },
        { lane: 0, entry: 2 },
      ],
    );
  });

  it('share the mark of what was gathered, and say so', () => {
    const [, , alex, together] = stopsOf(timeline, viewOf(0, 60));
    const [first, second] = present(alex);
    assert.deepEqual([first?.x, first?.gathered], [second?.x, 2]);
    assert.equal(together?.[0]?.gathered, 1);
  });

  it('name the lane of the timeline, whichever partner is shown', () => {
    const rows = stopsOf(timeline, viewOf(0, 60, { partners: ['sam'] }));
    assert.deepEqual(
      rows.map((row) => row.map(({ of }) => of)),
      [[{ lane: 1, entry: 0 }], [{ event: 2 }]],
    );
    const empty = timelineWith({ events: [eventOf(4, 'kindness')] });
    assert.deepEqual(
      stopsOf(empty, viewOf(0, 60)).map((row) => row.length),
      [0, 0, 1],
    );
  });

  it('are found one by one as among all of them, and none that is not among them', () => {
    const views = [
      viewOf(0, 60),
      viewOf(-20, 5, { measures: ['hope', 'trust'] }),
      viewOf(5, 100, { partners: ['sam'], width: 300 }),
      viewOf(0, 60, { measures: [] }),
    ];
    const notes: readonly Stop['of'][] = [
      ...[0, 1, 2, 3, 4].map((event) => ({ event })),
      ...[0, 1, 2].flatMap((lane) => [-1, 0, 1, 2, 3, 4].map((entry) => ({ lane, entry }))),
    ];
    for (const view of views) {
      const all = stopsOf(timeline, view).flat();
      assert.ok(all.length > 0);
      for (const note of notes) {
        const among = all.find(({ of }) => JSON.stringify(of) === JSON.stringify(note));
        assert.deepEqual(stopOf(timeline, view, note), among, JSON.stringify(note));
      }
    }
  });

  it('of the pulls are those of one lane', () => {
    const { entries } = laneOf('alex', { 0: { trust: 1 }, 10: { hurt: 4 }, 90: 3 });
    const view = viewOf(0, 60, { measures: MEASURES.map(({ name }) => name) });
    const stops = stopsOfPulls(entries, MEASURES, [DAY + 10], view);
    assert.deepEqual(
      stops.map(({ row, of }) => [row, of]),
      [
        [0, { lane: 0, entry: 0 }],
        [0, { lane: 0, entry: 1 }],
      ],
    );
    const { plot } = layOut(timelineWith(), view);
    assert.ok(stops.every(({ x }) => x < plot.right));
  });
});
