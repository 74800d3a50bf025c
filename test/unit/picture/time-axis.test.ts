import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOut } from '../../../src/core/picture/layout';
import type { View } from '../../../src/core/picture/picture';
import { drawTimeAxis } from '../../../src/core/picture/time-axis';
import { dayOf } from '../../../src/core/timeline/day';
import { runs } from '../arbitraries';
import { assertReadable, timelineWith, viewOf } from './drawn';
import type { TextMark } from '../../../src/core/picture/boxes';

const timeline = timelineWith();

function axisOf(view: View, locale = 'en') {
  const layout = layOut(timeline, view);
  const names = drawTimeAxis(layout, locale).names.filter((mark): mark is TextMark => mark.kind === 'text');
  const withStyle = (word: 'tick-label' | 'year-label') =>
    names.filter(({ style }) => style.includes(word)).map(({ text }) => text);
  return { layout, names, labels: withStyle('tick-label'), years: withStyle('year-label') };
}

function from(first: string, last: string, width = 1_100): View {
  return { ...viewOf(0, 1, { width }), from: dayOf(first), to: dayOf(last) };
}

describe('the calendar of a picture', () => {
  it('names months, and the year where it changes', () => {
    const { labels, years } = axisOf(from('2025-10-20', '2026-03-10'));
    assert.deepEqual(labels, ['November', 'December', 'January', 'February', 'March']);
    assert.deepEqual(years, ['2025', '2026']);
  });

  it('names months shortly, and fewer of them, where there is little room', () => {
    assert.deepEqual(axisOf(from('2026-01-01', '2026-06-20', 500)).labels, ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
    assert.deepEqual(axisOf(from('2026-01-01', '2026-06-20', 280)).labels, ['Jan', 'Mar', 'May']);
  });

  it('names days in a short time and years in a long one', () => {
    const { labels, years } = axisOf(from('2025-12-29', '2026-01-04'));
    assert.deepEqual([labels[0], labels.at(-1)], ['Dec 29', 'Jan 4']);
    assert.deepEqual(years, ['2025', '2026']);
    assert.deepEqual(axisOf(from('2026-03-02', '2026-03-30')).labels, ['Mar 2', 'Mar 9', 'Mar 16', 'Mar 23', 'Mar 30']);
    const long = axisOf(from('1999-07-01', '2026-11-01', 700));
    assert.deepEqual([long.labels[0], long.labels.at(-1), long.years.length], ['2000', '2025', 0]);
  });

  it('begins a day at the same place in every time zone, with daylight saving or without', () => {
    const before = process.env.TZ;
    // Formats are kept, so each zone gets a language of its own.
    const zones = [
      ['America/New_York', 'en-CA'],
      ['Pacific/Kiritimati', 'en-NZ'],
      ['Asia/Tehran', 'en-IN'],
    ] as const;
    try {
      for (const [zone, language] of zones) {
        process.env.TZ = zone;
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
        const { labels } = axisOf(from('2026-03-20', '2026-03-24'), language);
        assert.deepEqual(
          labels,
          [20, 21, 22, 23, 24].map((day) => format.format(Date.UTC(2026, 2, day))),
        );
      }
    } finally {
      if (before === undefined) {
        delete process.env.TZ;
      } else {
        process.env.TZ = before;
      }
    }
  });

  it('knows leap days', () => {
    assert.deepEqual(axisOf(from('2028-02-28', '2028-03-02')).labels, ['Feb 28', 'Feb 29', 'Mar 1', 'Mar 2']);
  });

  it('speaks the language of the picture, by the calendar of the notes', () => {
    assert.deepEqual(axisOf(from('2026-01-01', '2026-05-10'), 'de').labels.slice(0, 3), ['Januar', 'Februar', 'März']);
    assert.match(axisOf(from('2026-01-01', '2026-06-10'), 'th').years.join(), /2026/);
    assert.deepEqual(axisOf(from('2026-01-01', '2026-06-10'), 'no such language!').labels[0], 'January');
  });

  it('leaves a name out for which there is no room', () => {
    const atTheEdge = axisOf(from('2025-10-01', '2026-02-01', 700), 'th');
    assert.equal(atTheEdge.labels.length, 4);
  });

  it('keeps its names apart and inside, in any time, width and language', () => {
    const locale = fc.constantFrom('en', 'de', 'th', 'ja', 'fa', 'ar', 'ru', 'hi', 'pt-br', 'zh-tw');
    const view = fc.record({
      first: fc.double({ min: -700_000, max: 700_000, noNaN: true }),
      length: fc.oneof(fc.double({ min: 1, max: 900, noNaN: true }), fc.double({ min: 1, max: 300_000, noNaN: true })),
      width: fc.integer({ min: 280, max: 2_000 }),
    });
    fc.assert(
      fc.property(view, locale, ({ first, length, width }, language) => {
        const { layout, names } = axisOf({ ...viewOf(0, 1, { width }), from: first, to: first + length }, language);
        assertReadable({ ...layout, title: '', marks: names });
      }),
      runs(1_000),
    );
  });
});
