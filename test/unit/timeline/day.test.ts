import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarDateOf } from '../../../src/core/calendar-date';
import { dateOfDay, dayOf } from '../../../src/core/timeline/day';
import { date, runs } from '../arbitraries';

/** Zones whose clocks change, on both halves of the earth, and the far ends of the earth's clocks. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
] as const;

/** Runs something on a machine that stands in another time zone. */
function inZone<T>(zone: string, run: () => T): T {
  const own = process.env.TZ;
  process.env.TZ = zone;
  try {
    return run();
  } finally {
    if (own === undefined) {
      delete process.env.TZ;
    } else {
      process.env.TZ = own;
    }
  }
}

describe('days of the timeline', () => {
  const counted: readonly (readonly [string, number])[] = [
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    // 365 days of 1970.
    ['1971-01-01', 365],
    // 30 years, of which 1972, 1976, 1980, 1984, 1988, 1992 and 1996 have a leap day: 30 * 365 + 7.
    ['2000-01-01', 10_957],
    // 31 days of January and 28 more: 2000 is a leap year, 1900 was none.
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    // 26 years more, of which 2000, 2004, 2008, 2012, 2016, 2020 and 2024 have a leap day: 10,957 + 26 * 365 + 7.
    ['2026-01-01', 20_454],
  ];
  for (const [calendarDate, day] of counted) {
    it(`count ${calendarDate} as ${String(day)}`, () => {
      assert.equal(dayOf(calendarDate), day);
      assert.equal(dateOfDay(day), calendarDate);
    });
  }

  it('know leap days, also those that a century leaves out', () => {
    assert.equal(dayOf('2024-03-01') - dayOf('2024-02-28'), 2);
    assert.equal(dayOf('2023-03-01') - dayOf('2023-02-28'), 1);
    assert.equal(dayOf('1900-03-01') - dayOf('1900-02-28'), 1);
    assert.equal(dateOfDay(dayOf('2024-02-28') + 1), '2024-02-29');
  });

  it('reach the first century, which JavaScript takes for the twentieth', () => {
    assert.equal(dateOfDay(dayOf('0004-02-29')), '0004-02-29');
    assert.equal(dateOfDay(dayOf('0001-01-01')), '0001-01-01');
    assert.equal(dateOfDay(dayOf('9999-12-31')), '9999-12-31');
  });

  it('name the day that a fraction lies in', () => {
    assert.equal(dateOfDay(0.9), '1970-01-01');
    assert.equal(dateOfDay(-0.1), '1969-12-31');
  });

  it('are one calendar, forth and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (calendarDate, more) => {
        const day = dayOf(calendarDate);
        assert.ok(Number.isInteger(day));
        assert.equal(dateOfDay(day), calendarDate);
        assert.equal(dayOf(dateOfDay(day + more)), day + more);
      }),
      runs(200),
    );
  });
});

describe('days of the timeline, wherever the machine stands', () => {
  for (const zone of ZONES) {
    it(`are the same in ${zone}`, () => {
      inZone(zone, () => {
        for (const [year, day] of [
          [1970, 0],
          [2000, 10_957],
          [2026, 20_454],
        ] as const) {
          assert.equal(dayOf(`${String(year)}-01-01`), day);
          assert.equal(dateOfDay(day), `${String(year)}-01-01`);
        }
        // Whatever hour is missing or comes twice: each day of these years follows the day before.
        for (const year of ['2011', '2024', '2026']) {
          const first = dayOf(`${year}-01-01`);
          for (let more = 0; more < 366; more += 1) {
            assert.equal(dayOf(dateOfDay(first + more)), first + more);
          }
        }
      });
    });
  }

  it('do not change where the clocks do', () => {
    for (const [zone, ...dates] of [
      ['Europe/Berlin', '2026-03-28', '2026-03-29', '2026-03-30'],
      ['Europe/Berlin', '2026-10-24', '2026-10-25', '2026-10-26'],
      ['America/New_York', '2026-03-07', '2026-03-08', '2026-03-09'],
      // Midnight itself was missing here.
      ['America/Sao_Paulo', '2018-11-03', '2018-11-04', '2018-11-05'],
      // This day was missing as a whole. Whoever writes it down all the same means the day between.
      ['Pacific/Apia', '2011-12-29', '2011-12-30', '2011-12-31'],
    ] as const) {
      inZone(zone, () => {
        const [before, on, after] = dates.map(dayOf);
        assert.deepEqual([before, after], [(on ?? 0) - 1, (on ?? 0) + 1], `${zone} ${dates[1]}`);
        assert.deepEqual(
          [before, on, after].map((day) => dateOfDay(day ?? 0)),
          dates,
        );
      });
    }
  });

  it('take today from the wall, as the person who writes sees it', () => {
    const instant = new Date('2026-11-23T11:30:00Z');
    const today = (zone: string) => inZone(zone, () => dayOf(calendarDateOf(instant)));
    assert.equal(today('Pacific/Kiritimati') - today('UTC'), 1);
    assert.equal(today('Etc/GMT+12') - today('UTC'), -1);
  });
});
