import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Timeline } from '../../../src/core/timeline/timeline';
import {
  broughtIntoSight,
  daysInSight,
  endingAt,
  isSameSpan,
  panned,
  PRESETS,
  SHORTEST,
  spanOf,
  startingAt,
  wholeSpan,
  zoomed,
} from '../../../src/webview/timeline/range';
import type { Span } from '../../../src/webview/timeline/range';
import { runs } from '../arbitraries';

const TODAY = 20_780;

function timelineOf(days: readonly number[], events: readonly number[] = []): Timeline {
  return {
    today: TODAY,
    measures: [],
    lanes: [
      { partner: 'alex', name: 'Alex', entries: { days, paths: [], isPrivate: [], values: {} } },
      { partner: 'sam', name: 'Sam', entries: { days: [], paths: [], isPrivate: [], values: {} } },
    ],
    events: events.map((day) => ({
      day,
      kind: 'talk',
      title: 'Talk',
      partner: null,
      path: `${day}.md`,
      isPrivate: false,
      turned: '',
    })),
    breaks: [],
  };
}

const year = wholeSpan(timelineOf([TODAY - 364]));
const length = ({ from, to }: Span): number => to - from;
const near = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
};

describe('all of the time', () => {
  it('goes from the first note to today', () => {
    assert.deepEqual([year.first, year.last], [TODAY - 364, TODAY]);
    assert.ok(year.from < year.first && year.to > year.last);
    assert.ok(length(year) < 364 * 1.04, 'the margin is small');
  });

  it('begins with an event that is older than every check-in, and holds one that lies ahead', () => {
    const { first, last } = wholeSpan(timelineOf([TODAY - 10], [TODAY - 40, TODAY + 3]));
    assert.deepEqual([first, last], [TODAY - 40, TODAY + 3]);
  });

  it('is a week where there is nothing, or one note of today', () => {
    for (const timeline of [timelineOf([]), timelineOf([TODAY])]) {
      near(length(wholeSpan(timeline)), SHORTEST);
      assert.equal(wholeSpan(timeline).last, TODAY);
    }
  });
});

describe('a range', () => {
  it('ends today, and follows it', () => {
    for (const preset of PRESETS) {
      assert.equal(daysInSight(spanOf({ preset }, year, TODAY), year).last, TODAY);
    }
    const tomorrow = wholeSpan({ ...timelineOf([TODAY - 364]), today: TODAY + 1 });
    assert.equal(daysInSight(spanOf({ preset: 'week' }, tomorrow, TODAY + 1), tomorrow).last, TODAY + 1);
  });

  it('shows seven days as a week', () => {
    assert.deepEqual(daysInSight(spanOf({ preset: 'week' }, year, TODAY), year), { first: TODAY - 6, last: TODAY });
  });

  it('shows no more than there is', () => {
    const short = wholeSpan(timelineOf([TODAY - 20]));
    assert.ok(isSameSpan(spanOf({ preset: 'year' }, short, TODAY), short));
    assert.ok(isSameSpan(spanOf({ from: -1e6, to: 1e6 }, short, TODAY), short));
  });

  it('that lies beyond what there is now shows what is nearest to it', () => {
    const short = wholeSpan(timelineOf([TODAY - 20]));
    const shown = spanOf({ from: TODAY - 300, to: TODAY - 290 }, short, TODAY);
    near(shown.from, short.from);
    near(length(shown), 10);
  });
});

describe('zoom', () => {
  const span = { from: TODAY - 100, to: TODAY - 50 };

  it('keeps the day under the pointer where it is', () => {
    const closer = zoomed(span, 0.5, TODAY - 90, year);
    near(length(closer), 25);
    near((TODAY - 90 - closer.from) / length(closer), 0.2);
  });

  it('comes no closer than a week', () => {
    near(length(zoomed(span, 0.001, TODAY - 90, year)), SHORTEST);
  });

  it('goes no further than what there is', () => {
    assert.ok(isSameSpan(zoomed(span, 1000, TODAY - 90, year), year));
  });

  it('back and forth comes back', () => {
    const there = zoomed(span, 0.7, TODAY - 80, year);
    assert.ok(isSameSpan(zoomed(there, 1 / 0.7, TODAY - 80, year), span));
  });

  it('never leaves what there is, whatever one does', () => {
    const days = fc.double({ min: -2000, max: 2000, noNaN: true });
    const act = fc.oneof(
      fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), days).map(
        ([factor, day]) =>
          (now: Span) =>
            zoomed(now, factor, TODAY + day, year),
      ),
      days.map((by) => (now: Span) => panned(now, by, year)),
      days.map((to) => (now: Span) => startingAt(now, TODAY + to, year)),
      days.map((to) => (now: Span) => endingAt(now, TODAY + to, year)),
      days.map((day) => (now: Span) => broughtIntoSight(now, TODAY + day, year)),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const { from, to } = acts.reduce<Span>((now, change) => change(now), span);
        assert.ok(from >= year.from - 1e-6 && to <= year.to + 1e-6, `${from} to ${to}`);
        assert.ok(to - from >= SHORTEST - 1e-6, `${to - from} days`);
      }),
      runs(300),
    );
  });
});

describe('moving in time', () => {
  const span = { from: TODAY - 100, to: TODAY - 50 };

  it('stops at the beginning and today, without coming closer', () => {
    near(panned(span, -1000, year).from, year.from);
    near(panned(span, 1000, year).to, year.to);
    near(length(panned(span, 1000, year)), 50);
  });

  it('brings a day into sight with some days around it, and leaves one that is in sight', () => {
    assert.equal(broughtIntoSight(span, TODAY - 70, year), span);
    const earlier = broughtIntoSight(span, TODAY - 150, year);
    assert.ok(earlier.from < TODAY - 150 && earlier.to > TODAY - 150);
    const later = broughtIntoSight(span, TODAY - 20, year);
    assert.ok(later.from < TODAY - 20 && later.to > TODAY - 20);
  });

  it('moves one edge and keeps the other', () => {
    assert.deepEqual(startingAt(span, TODAY - 120, year), { from: TODAY - 120, to: TODAY - 50 });
    assert.deepEqual(startingAt(span, TODAY, year), { from: TODAY - 50 - SHORTEST, to: TODAY - 50 });
    assert.deepEqual(endingAt(span, TODAY - 20, year), { from: TODAY - 100, to: TODAY - 20 });
    assert.deepEqual(endingAt(span, TODAY - 400, year), { from: TODAY - 100, to: TODAY - 100 + SHORTEST });
  });
});
