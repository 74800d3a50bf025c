import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildGuide } from '../../../src/core/guide';
import { buildTimeline } from '../../../src/core/timeline/build-timeline';
import { dayOf } from '../../../src/core/timeline/day';
import { runs } from '../arbitraries';
import { coupleOf, templateOf, withLines } from '../samples';
import { checkIn, GUIDE, moment, noteText, notesOf, pathsIn, timelineOf, TODAY } from './files';
import type { Files } from './files';

/** @returns what the events are, in order. */
function kindsOf(files: Files): readonly string[] {
  return timelineOf(files).events.map(({ kind }) => kind);
}

describe('a timeline', () => {
  it('of no notes has two empty lanes', () => {
    const { today, lanes, events, breaks, measures } = timelineOf({});
    assert.equal(today, dayOf(TODAY));
    assert.deepEqual(
      lanes.map(({ partner, name, entries }) => [partner, name, entries.days.length]),
      [
        ['alex', 'Alex', 0],
        ['sam', 'Sam', 0],
      ],
    );
    assert.deepEqual([events, breaks], [[], []]);
    assert.equal(measures.length, 5);
  });

  it('keeps the partners apart', () => {
    const { lanes, events } = timelineOf({
      '5-check-ins/2026-11-23-sam.md': checkIn({ trust: 7 }),
      '5-check-ins/2026-11-22-alex.md': checkIn({ trust: 3, hurt: 8 }),
      '5/2026-11-23-alex.md': checkIn({ trust: 4 }),
    });
    assert.deepEqual(
      lanes.map(({ entries }) => [entries.values.trust, entries.values.hurt]),
      [
        [
          [3, 4],
          [8, null],
        ],
        [[7], [null]],
      ],
    );
    assert.deepEqual(events, []);
  });

  it('shows a check-in without any number as a mark, so that no note vanishes', () => {
    const files = { '5-check-ins/2026-11-23-alex.md': checkIn({ trust: '', hope: 12 }) };
    assert.deepEqual(timelineOf(files).events, [
      {
        day: dayOf('2026-11-23'),
        kind: 'check-in',
        title: 'Check-in',
        partner: 'alex',
        path: '5-check-ins/2026-11-23-alex.md',
        isPrivate: false,
        turned: '',
      },
    ]);
  });

  it('tells each dated note by its kind and the title of its template', () => {
    const { events } = timelineOf({
      '1-name-the-betrayal/2026-06-05-more-sam.md': noteText('template: there-is-more'),
      '2-conversation/2026-06-26-together.md': noteText('template: conversation'),
      '3-commitment/2026-07-06-commitment-sam.md': noteText('template: signature', 'act: signed'),
      '3-commitment/2026-07-07-commitment-sam.md': noteText('template: signature', 'act: withdrawn'),
      '3-commitment/2026-07-08-commitment-sam.md': noteText('template: signature', 'act: thought about'),
      '5-check-ins/2026-07-28-talk.md': noteText('template: talk'),
      '6-kindness/2026-08-01-alex.md': noteText('template: kindness', 'turned: toward # toward, away or against'),
      '8-forgiveness/2026-08-02-alex.md': noteText('template: reflection', 'wish-well: 4'),
      '9-path/2026-08-03-hopeful-alex.md': moment('hopeful'),
      '9-path/2026-08-04-milestone-sam.md': moment('milestone'),
      '4-honesty/alex.md': noteText('template: honesty'),
    });
    assert.deepEqual(
      events.map(({ kind, title, partner, turned }) => [kind, title, partner, turned]),
      [
        ['there-is-more', 'There is more', 'sam', ''],
        ['conversation', 'Conversation', null, ''],
        ['signed', 'Signature', 'sam', ''],
        ['withdrawn', 'Signature', 'sam', ''],
        ['signature', 'Signature', 'sam', ''],
        ['talk', 'Check-in talk', null, ''],
        ['kindness', 'Kindness', 'alex', 'toward'],
        ['reflection', 'Reflection', 'alex', ''],
        ['hopeful', 'A hopeful day', 'alex', ''],
        ['milestone', 'A milestone', 'sam', ''],
      ],
    );
  });

  it('takes the moment that the note says, as long as the guide knows it', () => {
    const path = '9-path/2026-08-05-setback-alex.md';
    const kind = (text: string) => kindsOf({ [path]: text })[0];
    assert.equal(kind(moment('setback').replace(': setback', ': hard')), 'hard');
    assert.equal(kind(noteText('template: moment-setback')), 'setback');
    assert.equal(kind(noteText('moment:')), 'setback');
    assert.equal(kind(noteText('moment: "<b>so much to say</b>"')), 'setback');
  });

  it('shows what comes from the couple’s own templates', () => {
    const evening = templateOf(
      'evening.md',
      withLines({
        stage: 'evenings',
        order: '10',
        title: 'An evening',
        kind: 'entry',
        path: '10-evenings/${DATE}-${PARTNER_ID}.md',
        neutral: '',
        command: 'check-in',
        numbers: '{ inner-calm: { min: 0, max: 5, reads: up } }',
      }),
      [],
    );
    const letter = templateOf(
      'letter.md',
      withLines({ title: 'A letter', kind: 'entry', path: '11/${DATE}-${PARTNER_ID}.md', neutral: '' }),
      [],
    );
    const guide = buildGuide(GUIDE.templates, [evening, letter]);
    const { lanes, measures, events } = timelineOf(
      {
        '10-evenings/2026-11-22-sam.md': noteText('inner-calm: 4'),
        '5-check-ins/2026-11-23-sam.md': checkIn({ trust: 6 }),
        '11/2026-11-23-alex.md': noteText('template: letter'),
      },
      { guide },
    );
    assert.equal(measures.at(-1)?.title, 'Inner calm');
    assert.deepEqual(
      lanes.map(({ entries: { values } }) => [values['inner-calm'], values.trust]),
      [
        [[], []],
        [
          [4, null],
          [null, 6],
        ],
      ],
    );
    assert.deepEqual(
      events.map(({ kind, title }) => [kind, title]),
      [['letter', 'A letter']],
    );
  });

  it('leaves out what is in conflict and what cannot be read', () => {
    const paths = [
      '5-check-ins/2026-11-22-alex.md',
      '9-path/2026-11-22-setback-alex.md',
      '6-kindness/2026-11-22-sam.md',
    ];
    for (const broken of ['<<<<<<< HEAD\n', '\0']) {
      const files = Object.fromEntries(paths.map((path) => [path, checkIn({ trust: 4 }) + broken]));
      assert.deepEqual(pathsIn(timelineOf(files)), []);
      assert.deepEqual(timelineOf(files).breaks, []);
    }
  });

  it('orders events by the day, then as they were made, whatever order the notes are in', () => {
    const files = Object.fromEntries(
      ['2026-11-23-sam-2', '2026-11-23-sam', '2026-11-09-sam', '2026-11-23-alex'].map((name) => [
        `6-kindness/${name}.md`,
        noteText('template: kindness'),
      ]),
    );
    const expected = ['2026-11-09-sam', '2026-11-23-alex', '2026-11-23-sam', '2026-11-23-sam-2'];
    const options = { today: TODAY, viewer: undefined, includePrivate: false };
    for (const notes of [notesOf(files), notesOf(files).toReversed()]) {
      assert.deepEqual(
        pathsIn(buildTimeline(notes, coupleOf(), GUIDE, options)),
        expected.map((name) => `6-kindness/${name}.md`),
      );
    }
  });

  it('holds no prose of a note', () => {
    const text = `${noteText('template: kindness', 'turned: away', 'note: unspeakable')}unspeakable\n`;
    assert.ok(!JSON.stringify(timelineOf({ '6-kindness/2026-11-23-sam.md': text })).includes('unspeakable'));
  });
});

const PRIVATE = {
  'private/5-check-ins/2026-11-20-alex.md': checkIn({ trust: 1 }),
  'private/5-check-ins/2026-11-20-sam.md': checkIn({ trust: 2 }),
  'private/9-path/2026-11-21-night-alex.md': noteText('template: night'),
  'private/9-path/2026-11-21-night-sam.md': noteText('template: night'),
  'private/2-conversation/2026-11-22-together.md': noteText('template: conversation'),
};

describe('a timeline and private notes', () => {
  it('begins without them', () => {
    assert.deepEqual(pathsIn(timelineOf(PRIVATE, { viewer: 'alex' })), []);
  });

  it('shows them, and says so, to their writer alone', () => {
    const timeline = timelineOf(PRIVATE, { viewer: 'alex', includePrivate: true });
    assert.deepEqual(pathsIn(timeline), [
      'private/5-check-ins/2026-11-20-alex.md',
      'private/9-path/2026-11-21-night-alex.md',
      'private/2-conversation/2026-11-22-together.md',
    ]);
    assert.deepEqual(timeline.lanes[0]?.entries.isPrivate, [true]);
    assert.deepEqual(timeline.lanes[1]?.entries.paths, []);
    assert.ok(timeline.events.every(({ isPrivate }) => isPrivate));
  });

  it('shows none while it is not known who looks', () => {
    assert.deepEqual(pathsIn(timelineOf(PRIVATE, { includePrivate: true })), []);
  });

  it('holds everything else once, and never a private note of the other', () => {
    const place = fc
      .tuple(
        fc.boolean(),
        fc.constantFrom(
          '5-check-ins/DATE-WHO.md',
          '5-check-ins/DATE-talk.md',
          '6-kindness/DATE-WHO.md',
          '9-path/DATE-setback-WHO.md',
          '9-path/DATE-repair-WHO.md',
          '8-forgiveness/DATE-WHO.md',
          '4-honesty/WHO.md',
        ),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('alex', 'sam'),
      )
      .map(([isPrivate, pattern, day, who]) => {
        const path = pattern.replace('DATE', `2026-02-${String(day).padStart(2, '0')}`).replace('WHO', who);
        return isPrivate ? `private/${path}` : path;
      });
    const text = fc.constantFrom(
      checkIn({ trust: 5 }),
      checkIn({ trust: '', hurt: 11 }),
      noteText('repairs: 2026-02-01-setback-alex'),
      `${checkIn({ trust: 5 })}<<<<<<< HEAD\n`,
      '\0',
      '',
    );
    const options = fc.record({
      viewer: fc.constantFrom('alex', 'sam', undefined),
      includePrivate: fc.boolean(),
      today: fc.constant(TODAY),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, text), { maxLength: 30 }), options, (found, chosen) => {
        const notes = notesOf(Object.fromEntries(found));
        const timeline = buildTimeline(notes, coupleOf(), GUIDE, chosen);
        const { viewer, includePrivate } = chosen;
        const isOwn = (partner: string | undefined) =>
          viewer !== undefined && (partner === undefined || partner === viewer);
        const expected = notes.filter(
          ({ date, isReadable, inConflict, isPrivate, partner }) =>
            date !== undefined && isReadable && !inConflict && (!isPrivate || (includePrivate && isOwn(partner))),
        );
        assert.deepEqual([...pathsIn(timeline)].sort(), expected.map(({ path }) => path).sort());
        const shown = new Set(pathsIn(timeline));
        for (const { path, seam } of timeline.breaks) {
          assert.ok(shown.has(path) && (seam === null || shown.has(seam.path)));
        }
        timeline.lanes.forEach(({ partner, entries }) => {
          assert.ok(entries.paths.every((path) => path.endsWith(`-${partner}.md`)));
          assert.deepEqual(
            [...entries.days],
            [...entries.days].sort((a, b) => a - b),
          );
        });
      }),
      runs(150),
    );
  });
});
