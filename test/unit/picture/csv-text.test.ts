import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvText } from '../../../src/core/picture/csv-text';
import { runs, text } from '../arbitraries';
import { checkIn, moment, noteText, timelineOf } from '../timeline/files';
import { breakOf, eventOf, laneOf, measureOf, timelineWith } from './drawn';

const MARK = '\uFEFF';

/** Reads CSV after RFC 4180, and fails on everything else. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  assert.ok(csv.startsWith(MARK) && csv.endsWith('\r\n'));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = MARK.length;
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  while (at < csv.length) {
    cell.lastIndex = at;
    const found = cell.exec(csv);
    assert.ok(found);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at += found[0].length;
    if (csv.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else {
      assert.equal(csv[at], ',');
      at += 1;
    }
  }
  return rows;
}

describe('the data of a timeline as CSV', () => {
  it('has a line for each note, in the order of the calendar', () => {
    const timeline = timelineWith({
      lanes: [laneOf('alex', { 0: { trust: 3, hurt: 8 } }), laneOf('sam', { 2: { hope: 10 } })],
      events: [
        eventOf(1, 'setback'),
        eventOf(1, 'talk', { partner: null }),
        eventOf(3, 'kindness', { turned: 'toward' }),
      ],
      breaks: [breakOf(1)],
    });
    assert.deepEqual(parseCsv(csvText(timeline)), [
      ['date', 'partner', 'kind', 'title', 'turned', 'joined', 'file', 'trust', 'closeness', 'safety', 'hope', 'hurt'],
      ['2026-03-01', 'Alex', 'check-in', '', '', '', '5-check-ins/20513-alex.md', '3', '', '', '', '8'],
      ['2026-03-02', 'Alex', 'setback', 'A setback', '', '', '9-path/20514-setback-alex.md', '', '', '', '', ''],
      ['2026-03-02', 'Alex & Sam', 'talk', 'A talk', '', '', '9-path/20514-talk-alex.md', '', '', '', '', ''],
      ['2026-03-03', 'Sam', 'check-in', '', '', '', '5-check-ins/20515-sam.md', '', '', '', '10', ''],
      [
        '2026-03-04',
        'Alex',
        'kindness',
        'A kindness',
        'toward',
        '',
        '9-path/20516-kindness-alex.md',
        '',
        '',
        '',
        '',
        '',
      ],
    ]);
  });

  it('tells when a setback was joined', () => {
    const events = [eventOf(1, 'setback'), eventOf(9, 'repair')];
    const rows = parseCsv(csvText(timelineWith({ events, breaks: [breakOf(1, 9)] })));
    assert.deepEqual(
      rows.map((row) => row[5]),
      ['joined', '2026-03-10', ''],
    );
    const hidden = [eventOf(1, 'setback'), eventOf(9, 'repair', { isPrivate: true })];
    const without = parseCsv(csvText(timelineWith({ events: hidden, breaks: [breakOf(1, 9)] })));
    assert.deepEqual(
      without.map((row) => row[5]),
      ['joined', ''],
    );
  });

  it('comes back as it was, with quotes, commas and line ends', () => {
    fc.assert(
      fc.property(text, text, (name, title) => {
        const alex = { ...laneOf('alex', { 0: 3 }), name };
        const rows = parseCsv(csvText(timelineWith({ lanes: [alex], events: [eventOf(1, 'talk', { title })] })));
        assert.equal(rows.length, 3);
        assert.ok([name, `'${name}`].includes(rows[1]?.[1] ?? ''));
        assert.ok([title, `'${title}`].includes(rows[2]?.[3] ?? ''));
      }),
      runs(300),
    );
  });

  it('has no cell that a spreadsheet would calculate, and keeps numbers numbers', () => {
    for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '=cmd|"/c calc"!A1']) {
      const rows = parseCsv(csvText(timelineWith({ events: [eventOf(1, 'talk', { title })] })));
      assert.equal(rows[1]?.[3], `'${title}`);
    }
    const measures = [measureOf('warmth', { min: -5, max: 5 })];
    const lanes = [laneOf('alex', { 0: { warmth: -3 } }, measures)];
    assert.equal(parseCsv(csvText(timelineWith({ measures, lanes })))[1]?.at(-1), '-3');
  });

  it('never holds a private note', () => {
    const files = {
      '5-check-ins/2026-11-01-alex.md': checkIn({ trust: 3 }),
      'private/5-check-ins/2026-11-08-alex.md': checkIn({ trust: 9 }),
      'private/9-path/2026-11-09-night-alex.md': noteText('template: night'),
      '9-path/2026-11-10-setback-alex.md': moment('setback'),
      'private/9-path/2026-11-12-repair-alex.md': moment('repair', 'repairs: 2026-11-10-setback-alex'),
    };
    const shared = csvText(timelineOf(files));
    assert.doesNotMatch(shared, /private|night|2026-11-12/);
    assert.equal(csvText(timelineOf(files, { viewer: 'alex', includePrivate: true })), shared);
  });
});
