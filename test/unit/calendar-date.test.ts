import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarDateOf, isCalendarDate } from '../../src/core/calendar-date';
import { anyText, date, runs } from './arbitraries';

describe('calendar dates', () => {
  for (const day of ['2026-11-23', '2024-02-29', '2000-02-29', '0004-02-29', '9999-12-31']) {
    it(`knows ${day}`, () => {
      assert.equal(isCalendarDate(day), true);
    });
  }

  for (const day of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '0000-01-01',
  ]) {
    it(`refuses ${day}`, () => {
      assert.equal(isCalendarDate(day), false);
    });
  }

  for (const day of ['2026-11-23T10:00', ' 2026-11-23', '2026-11-23\n', '2026/11/23', '٢٠٢٦-١١-٢٣', '']) {
    it(`refuses ${JSON.stringify(day)}, which is no plain day`, () => {
      assert.equal(isCalendarDate(day), false);
    });
  }

  it('knows every day there is', () => {
    fc.assert(fc.property(date, isCalendarDate), runs(300));
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => typeof isCalendarDate(text) === 'boolean'),
      runs(200),
    );
  });

  it('takes the day from the clock on the wall, not from the one in Greenwich', () => {
    assert.equal(calendarDateOf(new Date(2026, 10, 23, 0, 1)), '2026-11-23');
    assert.equal(calendarDateOf(new Date(2026, 10, 23, 23, 59)), '2026-11-23');
  });

  it('pads days, months and years', () => {
    assert.equal(calendarDateOf(new Date(2026, 0, 3)), '2026-01-03');
  });
});
