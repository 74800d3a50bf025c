import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chosenMeasures, layOut } from '../../../src/core/picture/layout';
import type { Measure } from '../../../src/core/timeline/timeline';
import { runs } from '../arbitraries';
import { present } from '../samples';
import {
  breakOf,
  DAY,
  drawn,
  eventOf,
  laneOf,
  MEASURES,
  measureOf,
  pathsWith,
  places,
  starts,
  textMarks,
  textsOf,
  timelineWith,
  viewOf,
} from './drawn';
import type { Numbers } from './drawn';

/** @returns a check-in each week, all with the same trust unless it is said otherwise. */
function weekly(weeks: number, valueOf: (week: number) => number = () => 5): Numbers {
  return Object.fromEntries(Array.from({ length: weeks }, (_, week) => [week * 7, valueOf(week)]));
}

/** @returns the pieces of the only line, each by the x of its first and last place. */
function pieces(d: string): readonly (readonly [number, number])[] {
  return d
    .split(/(?=M)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const passed = places(piece);
      return [present(passed[0])[0], present(passed.at(-1))[0]];
    });
}

const alexAlone = { partners: ['alex'] };

describe('the picture of a timeline', () => {
  it('puts a number at its day and height', () => {
    const timeline = timelineWith({ lanes: [laneOf('alex', { 0: 0, 50: 5, 100: 10 }), laneOf('sam', {})] });
    const view = viewOf(0, 100);
    const { plot, lanes } = layOut(timeline, view);
    const lane = present(lanes[0]);
    const middle = Math.round((plot.left + plot.right) * 5) / 10;
    assert.deepEqual(starts(present(pathsWith(drawn(timeline, view), 'raw')[0])), [
      [plot.left, lane.bottom],
      [middle, (lane.top + lane.bottom) / 2],
      [plot.right, lane.top],
    ]);
  });

  it('draws hurt upwards like the others and says that it reads the other way', () => {
    const lanes = [laneOf('alex', { 0: { hurt: 10, trust: 0 }, 10: { hurt: 9, trust: 1 } }), laneOf('sam', {})];
    const picture = drawn(timelineWith({ lanes }), viewOf(0, 20, { measures: ['hurt', 'trust'] }));
    const [trust, hurt] = ['series-1', 'series-5'] as const;
    const heightOf = (series: typeof trust | typeof hurt) =>
      present(starts(present(pathsWith(picture, 'raw', series)[0]))[0])[1];
    assert.ok(heightOf(hurt) < heightOf(trust));
    assert.deepEqual(textsOf(picture, 'end-label'), ['Hurt', 'Trust']);
    assert.deepEqual(textsOf(picture, 'end-note').join(' '), 'low is lighter');
    assert.deepEqual(textsOf(drawn(timelineWith({ lanes }), viewOf(0, 20)), 'end-note'), []);
  });

  it('does not join what a pause lies between, and names the pause', () => {
    const numbers = {
      ...weekly(6),
      ...Object.fromEntries(Object.entries(weekly(6)).map(([day, v]) => [Number(day) + 100, v])),
    };
    const timeline = timelineWith({ lanes: [laneOf('alex', numbers), laneOf('sam', {})] });
    const view = viewOf(0, 140);
    const { xOf } = layOut(timeline, view);
    const picture = drawn(timeline, view);
    const rounded = (day: number) => Math.round(xOf(DAY + day) * 10) / 10;
    assert.deepEqual(pieces(present(pathsWith(picture, 'trend')[0])), [
      [rounded(0), rounded(35)],
      [rounded(100), rounded(135)],
    ]);
    assert.deepEqual(textsOf(picture, 'pause-label'), ['a pause']);
    const [field] = picture.marks.filter(({ style }) => style.includes('pause'));
    assert.ok(field?.kind === 'field' && field.x > rounded(35) && field.x + field.width < rounded(100));
  });

  it('names no pause before the first entry or after the last', () => {
    const picture = drawn(timelineWith({ lanes: [laneOf('alex', weekly(4)), laneOf('sam', {})] }), viewOf(-300, 300));
    assert.deepEqual(pathsWith(picture, 'pause'), []);
    assert.deepEqual(textsOf(picture, 'pause-label'), []);
  });

  it('breaks the lines of both at a setback, and leaves their edges open', () => {
    const lanes = [laneOf('alex', weekly(10)), laneOf('sam', weekly(10))];
    const timeline = timelineWith({ lanes, breaks: [breakOf(30)], events: [eventOf(30, 'setback')] });
    const view = viewOf(0, 63);
    const picture = drawn(timeline, view);
    const { xOf } = layOut(timeline, view);
    const [before, after] = [Math.round(xOf(DAY + 28) * 10) / 10, Math.round(xOf(DAY + 35) * 10) / 10];
    const trends = pathsWith(picture, 'trend');
    assert.equal(trends.length, 2);
    for (const trend of trends) {
      const [first, second] = pieces(trend);
      assert.deepEqual([first?.[1], second?.[0]], [before, after]);
    }
    assert.equal(pathsWith(picture, 'break-end').length, 2);
    assert.deepEqual(pathsWith(picture, 'gold'), []);
    assert.equal(pathsWith(picture, 'break-guide').length, 1);
  });

  it('joins a break in gold, from the end of the line to where it goes on', () => {
    const lanes = [laneOf('alex', weekly(10)), laneOf('sam', weekly(10))];
    const timeline = timelineWith({ lanes, breaks: [breakOf(30, 50)] });
    const view = viewOf(0, 63);
    const { xOf } = layOut(timeline, view);
    const picture = drawn(timeline, view);
    assert.equal(pathsWith(picture, 'gold').length, 2);
    assert.deepEqual(pathsWith(picture, 'break-end'), []);
    for (const halo of pathsWith(picture, 'gold-halo')) {
      const passed = places(halo);
      assert.ok(Math.abs(present(passed[0])[0] - xOf(DAY + 28)) < 0.1);
      assert.ok(Math.abs(present(passed.at(-1))[0] - xOf(DAY + 35)) < 0.1);
    }
  });

  it('counts an entry of the day of a setback to what comes after', () => {
    const timeline = timelineWith({
      lanes: [laneOf('alex', weekly(10)), laneOf('sam', {})],
      breaks: [breakOf(28, 40)],
    });
    const view = viewOf(0, 63);
    const { xOf } = layOut(timeline, view);
    const [halo] = pathsWith(drawn(timeline, view), 'gold-halo');
    assert.ok(Math.abs(present(places(present(halo)).at(-1))[0] - xOf(DAY + 28)) < 0.1);
  });

  it('draws neither edge nor gold where there is no line on one side, or a pause', () => {
    const before = { 0: 4, 7: 4, 14: 5, 21: 5 };
    const cases: readonly (readonly [Numbers, number])[] = [
      [before, 40],
      [before, 0],
      [before, -10],
      [{ ...before, 120: 5, 127: 6 }, 60],
    ];
    for (const [numbers, day] of cases) {
      for (const setback of [breakOf(day), breakOf(day, day + 2)]) {
        const lanes = [laneOf('alex', numbers), laneOf('sam', {})];
        const events = [eventOf(day, 'setback')];
        const picture = drawn(timelineWith({ lanes, breaks: [setback], events }), viewOf(-20, 140));
        assert.deepEqual([...pathsWith(picture, 'gold'), ...pathsWith(picture, 'break-end')], []);
        assert.equal(pathsWith(picture, 'event').length, 1);
      }
    }
  });

  it('leaves a break open as long as one of two setbacks in it is', () => {
    const lanes = [laneOf('alex', weekly(10)), laneOf('sam', {})];
    const picture = drawn(timelineWith({ lanes, breaks: [breakOf(29), breakOf(31, 40)] }), viewOf(0, 63));
    assert.deepEqual([pathsWith(picture, 'break-end').length, pathsWith(picture, 'gold').length], [1, 0]);
  });

  it('lets a break be seen from afar', () => {
    const lanes = [
      laneOf(
        'alex',
        weekly(100, (week) => week % 10),
      ),
      laneOf('sam', {}),
    ];
    for (const breaks of [[breakOf(350)], [breakOf(350, 360)]]) {
      const [first, second] = pieces(
        present(pathsWith(drawn(timelineWith({ lanes, breaks }), viewOf(0, 9_000)), 'trend')[0]),
      );
      assert.ok(present(second)[0] - present(first)[1] > 5);
    }
  });

  it('keeps a noted day and a trend within the range', () => {
    const numbers = weekly(20, (week) => (week % 2 === 0 ? 0 : 10));
    const timeline = timelineWith({ lanes: [laneOf('alex', numbers), laneOf('sam', {})] });
    const view = viewOf(0, 133);
    const { top, bottom } = present(layOut(timeline, view).lanes[0]);
    for (const [, y] of places(present(pathsWith(drawn(timeline, view), 'trend')[0]))) {
      assert.ok(y >= top && y <= bottom);
    }
  });

  it('draws nothing after the last entry', () => {
    const timeline = timelineWith({ lanes: [laneOf('alex', weekly(4)), laneOf('sam', weekly(4))] });
    const view = viewOf(0, 400);
    const { xOf } = layOut(timeline, view);
    const picture = drawn(timeline, view);
    for (const d of ['raw', 'trend'].flatMap((word) => pathsWith(picture, word as 'raw' | 'trend'))) {
      assert.ok(places(d).every(([x]) => x <= xOf(DAY + 21) + 0.1));
    }
    assert.equal(
      textMarks(picture, 'end-label').every(({ x }) => x < xOf(DAY + 60)),
      true,
    );
  });

  it('names each measure at the end of its line, and tells them apart by more than colour', () => {
    const all = Object.fromEntries(MEASURES.map(({ name }, index) => [name, index + 2]));
    const timeline = timelineWith({ lanes: [laneOf('alex', { 0: all, 7: all, 14: all }), laneOf('sam', {})] });
    const picture = drawn(timeline, viewOf(0, 14, { measures: MEASURES.map(({ name }) => name) }));
    assert.deepEqual(textsOf(picture, 'end-label'), ['Hurt', 'Hope', 'Safety', 'Closeness', 'Trust']);
    const shapes = pathsWith(picture, 'end-mark').map((d) => d.replace(/^M[^a-z]*/, ''));
    assert.equal(new Set(shapes).size, 5);
    assert.equal(pathsWith(picture, 'trend', 'several').length, 5);
  });

  it('gives a measure the same series whatever else is chosen', () => {
    const timeline = timelineWith({ lanes: [laneOf('alex', { 0: { hope: 3 }, 7: { hope: 4 } }), laneOf('sam', {})] });
    const [mark] = drawn(timeline, viewOf(0, 14, { measures: ['hope'] })).marks.filter(
      ({ style }) => style[0] === 'trend',
    );
    assert.deepEqual(mark?.style, ['trend', 'series-4']);
    assert.deepEqual(
      chosenMeasures(MEASURES, ['hurt', 'nothing', 'trust']).map(({ index }) => index),
      [0, 4],
    );
  });

  it('shows the range of a measure on its axis, and tells it where ranges differ', () => {
    const measures: readonly Measure[] = [
      measureOf('trust', { min: 1, max: 5 }),
      measureOf('hope', { min: -3, max: 3 }),
    ];
    const numbers = { 0: { trust: 1, hope: 3 }, 7: { trust: 5, hope: -3 } };
    const timeline = timelineWith({ measures, lanes: [laneOf('alex', numbers, measures), laneOf('sam', {})] });
    const axisOf = (...chosen: string[]) =>
      textsOf(drawn(timeline, viewOf(0, 9, { measures: chosen, ...alexAlone })), 'axis-number');
    assert.deepEqual(axisOf('trust'), ['1', '3', '5']);
    assert.deepEqual(axisOf('hope'), ['-3', '0', '3']);
    assert.deepEqual(axisOf('trust', 'hope'), []);
    const notes = textsOf(drawn(timeline, viewOf(0, 9, { measures: ['trust', 'hope'] })), 'end-note');
    assert.deepEqual(notes, ['1–5', '-3–3']);
  });

  it('shows the chosen partners only, and both in what they did together', () => {
    const events = [
      eventOf(3, 'hopeful'),
      eventOf(4, 'conversation', { partner: null }),
      eventOf(5, 'hard', { partner: 'sam' }),
    ];
    const timeline = timelineWith({ lanes: [laneOf('alex', weekly(3)), laneOf('sam', weekly(3))], events });
    assert.deepEqual(textsOf(drawn(timeline, viewOf(0, 14)), 'row-name'), ['Alex', 'Together', 'Sam']);
    const alone = drawn(timeline, viewOf(0, 14, { partners: ['sam'] }));
    assert.deepEqual([textsOf(alone, 'lane-name'), textsOf(alone, 'row-name')], [['Sam'], ['Together', 'Sam']]);
    assert.deepEqual(textsOf(drawn(timeline, viewOf(0, 14, { partners: [] })), 'lane-name'), []);
  });

  it('says one quiet sentence where there is nothing', () => {
    const picture = drawn(timelineWith(), viewOf(0, 100));
    assert.deepEqual(
      picture.marks.map(({ style }) => style),
      [['empty']],
    );
    assert.deepEqual(textsOf(picture), ['Nothing is written yet.']);
    const events = drawn(timelineWith({ events: [eventOf(4, 'kindness')] }), viewOf(0, 100));
    assert.deepEqual(textsOf(events, 'empty'), ['Nothing is written yet.']);
    assert.equal(pathsWith(events, 'event').length, 1);
  });

  it('marks private notes', () => {
    const alex = laneOf('alex', { 0: 3, 7: 4 });
    const lanes = [{ ...alex, entries: { ...alex.entries, isPrivate: [true, false] } }, laneOf('sam', {})];
    const events = [eventOf(3, 'night', { isPrivate: true }), eventOf(60, 'night')];
    const picture = drawn(timelineWith({ lanes, events }), viewOf(0, 70));
    assert.equal(starts(present(pathsWith(picture, 'raw', 'private')[0])).length, 1);
    assert.equal(pathsWith(picture, 'event', 'private').length, 1);
    assert.equal(pathsWith(picture, 'event').length, 2);
  });

  it('keeps the lowest and the highest number of each pixel column, which is as wide as a dot', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(10), { freq: 9 }), { minLength: 900, maxLength: 1_500 }), (values) => {
        const numbers = Object.fromEntries(values.map((trust, day) => [day, { trust }]));
        const timeline = timelineWith({ lanes: [laneOf('alex', numbers), laneOf('sam', {})] });
        const view = viewOf(0, values.length, { width: 400 });
        const { xOf, lanes } = layOut(timeline, view);
        const { top, bottom } = present(lanes[0]);
        const strokes = [
          ...present(pathsWith(drawn(timeline, view), 'raw', 'dense')[0]).matchAll(/M(\d+),([\d.]+)h(\d+)/g),
        ];
        const byColumn = new Map<number, number[]>();
        values.forEach((value, day) => {
          const column = Math.floor(xOf(DAY + day) / 2) * 2;
          byColumn.set(column, [...(byColumn.get(column) ?? []), ...(value === null ? [] : [value])]);
        });
        for (const [column, noted] of byColumn) {
          for (const value of noted.length === 0 ? [] : [Math.min(...noted), Math.max(...noted)]) {
            const y = bottom - ((bottom - top) * value) / 10;
            const isDrawn = ([, x, at, length]: RegExpExecArray): boolean =>
              Math.abs(Number(at) - y) < 0.06 && Number(x) <= column && column <= Number(x) + Number(length);
            assert.ok(strokes.some(isDrawn), `${value} is missing in column ${column}`);
          }
        }
      }),
      runs(5),
    );
  });

  it('survives any view', () => {
    const timeline = timelineWith({
      lanes: [laneOf('alex', weekly(20)), laneOf('sam', weekly(3))],
      breaks: [breakOf(30, 40)],
      events: [eventOf(30, 'setback')],
    });
    const anything = fc.oneof(fc.double(), fc.integer({ min: DAY - 50, max: DAY + 200 }));
    fc.assert(
      fc.property(anything, anything, fc.oneof(fc.double(), fc.integer({ min: 0, max: 2_000 })), (from, to, width) => {
        fc.pre(!(width > 4_000));
        const picture = drawn(timeline, { ...viewOf(0, 1), from, to, width });
        assert.doesNotMatch(JSON.stringify(picture), /NaN|Infinity|null/);
      }),
      runs(300),
    );
  });
});
