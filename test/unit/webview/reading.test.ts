import assert from 'node:assert/strict';
import type { Timeline, TimelineEvent } from '../../../src/core/timeline/timeline';
import { Dates } from '../../../src/webview/timeline/dates';
import { notesInSight, pathOf, placeOf, writerOf } from '../../../src/webview/timeline/notes';
import type { Place } from '../../../src/webview/timeline/notes';
import { readingOf, spoken } from '../../../src/webview/timeline/reading';
import type { Reading } from '../../../src/webview/timeline/reading';
import { wordsFrom } from '../../../src/webview/words';
import { present } from '../samples';

const DAY = 20_680;
const event = (kind: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  day: DAY,
  kind,
  title: `A ${kind}`,
  partner: 'alex',
  path: `${kind}.md`,
  isPrivate: false,
  turned: '',
  ...more,
});

const TIMELINE: Timeline = {
  today: DAY + 10,
  measures: [
    { name: 'trust', title: 'Trust', min: 0, max: 10, reads: 'up', ends: {} },
    { name: 'hurt', title: 'Hurt', min: 0, max: 10, reads: 'down', ends: {} },
  ],
  lanes: [
    {
      partner: 'alex',
      name: 'Alex',
      entries: {
        days: [DAY - 7, DAY],
        paths: ['one.md', 'two.md'],
        isPrivate: [false, true],
        values: { trust: [3, null], hurt: [8, 6] },
      },
    },
    { partner: 'sam', name: 'Sam', entries: { days: [], paths: [], isPrivate: [], values: {} } },
  ],
  events: [
    event('setback', { path: 'broken.md' }),
    event('setback', { path: 'open.md', partner: 'sam' }),
    event('repair', { day: DAY + 5 }),
    event('signed', { day: DAY + 6, title: 'Signature', partner: 'sam' }),
    event('kindness', { day: DAY + 7, partner: null, turned: 'toward' }),
  ],
  breaks: [
    { day: DAY, path: 'broken.md', seam: { day: DAY + 5, path: 'repair.md' } },
    { day: DAY, path: 'open.md', seam: null },
  ],
};

const word = wordsFrom({
  together: 'Together',
  signed: 'Commitment signed',
  number: '{0} {1}',
  'number-down': '{0} {1} (lower is lighter)',
  'joined-on': 'joined on {0}',
  'stands-open': 'it stands open',
  joins: 'it joins {0}',
  turned: 'turned {0}',
  'private-note': 'private',
});
const dates = new Dates('en-GB');
const read = (place: Place): Reading => present(readingOf(TIMELINE, place, word, dates));
const at = (path: string): Reading => read(present(placeOf(TIMELINE, path)).place);

describe('a note in words', () => {
  it('says whose check-in it is, and every number that was given', () => {
    const reading = read({ lane: 0, entry: 0 });
    assert.equal(reading.who, 'Alex');
    assert.equal(reading.date, dates.long(DAY - 7));
    assert.deepEqual(reading.told, ['Trust 3', 'Hurt 8 (lower is lighter)']);
  });

  it('leaves out a number that was not given, and says that a note is private', () => {
    const reading = read({ lane: 0, entry: 1 });
    assert.deepEqual(reading.told, ['Hurt 6 (lower is lighter)']);
    assert.equal(reading.isPrivate, true);
  });

  it('tells whether and when a setback was joined', () => {
    assert.deepEqual(at('broken.md').told, [`joined on ${dates.short(DAY + 5)}`]);
    assert.deepEqual(at('open.md').told, ['it stands open']);
    assert.deepEqual(at('repair.md').told, [`it joins ${dates.short(DAY)}`]);
  });

  it('tells an act of the commitment, which way the other turned, and what is of both', () => {
    assert.equal(at('signed.md').title, 'Commitment signed');
    assert.deepEqual([at('kindness.md').who, at('kindness.md').told], ['Together', ['turned toward']]);
  });

  it('is spoken as one sentence', () => {
    assert.equal(
      spoken(at('broken.md'), word),
      `${dates.long(DAY)}, Alex: A setback, joined on ${dates.short(DAY + 5)}`,
    );
    assert.equal(spoken(at('two.md'), word), `${dates.long(DAY)}, Alex: Hurt 6 (lower is lighter), private`);
  });

  it('is nothing where there is no such note', () => {
    assert.equal(readingOf(TIMELINE, { lane: 0, entry: 9 }, word, dates), undefined);
    assert.equal(readingOf(TIMELINE, { lane: 9, entry: 0 }, word, dates), undefined);
    assert.equal(readingOf(TIMELINE, { event: 9 }, word, dates), undefined);
  });
});

describe('dates in words', () => {
  it('are those of the calendar, wherever one is', () => {
    assert.match(dates.long(0), /^Thursday,? 1 January 1970$/);
    assert.equal(dates.short(19_782), '29 Feb 2024');
    assert.match(dates.stretch(0, 1), /^1\D+2 Jan 1970$/);
  });
});

describe('the notes of a timeline', () => {
  it('are found by their files', () => {
    for (const path of ['one.md', 'two.md', 'repair.md']) {
      assert.equal(pathOf(TIMELINE, present(placeOf(TIMELINE, path)).place), path);
    }
    assert.equal(placeOf(TIMELINE, 'none.md'), undefined);
  });

  it('tell who wrote them', () => {
    assert.equal(writerOf(TIMELINE, { lane: 0, entry: 0 }), 'alex');
    assert.equal(writerOf(TIMELINE, { event: 3 }), 'sam');
    assert.equal(writerOf(TIMELINE, { event: 4 }), null);
  });

  it('are listed from the newest, for the days in sight and the chosen partners', () => {
    const listed = (from: number, to: number, partners: readonly string[]): readonly (string | undefined)[] =>
      notesInSight(TIMELINE, { from, to }, partners).map(({ place }) => pathOf(TIMELINE, place));
    assert.deepEqual(listed(DAY + 4, DAY + 8, ['alex', 'sam']), ['kindness.md', 'signed.md', 'repair.md']);
    assert.deepEqual(listed(DAY - 8, DAY + 8, ['sam']), ['kindness.md', 'signed.md', 'open.md']);
    assert.deepEqual(listed(DAY - 8, DAY + 8, []), ['kindness.md']);
    assert.deepEqual(listed(DAY, DAY, ['alex']), ['two.md', 'broken.md']);
  });
});
