import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areTouching, boxOfText } from '../../../src/core/picture/boxes';
import { placeEvents } from '../../../src/core/picture/event-marks';
import { signOf } from '../../../src/core/picture/event-signs';
import { layOut } from '../../../src/core/picture/layout';
import { runs } from '../arbitraries';
import { present } from '../samples';
import { breakOf, DAY, drawn, eventOf, laneOf, pathsWith, textMarks, textsOf, timelineWith, viewOf } from './drawn';

const lanes = [laneOf('alex', { 0: 3, 7: 4 }), laneOf('sam', {})];

/** @returns what is written in the rows of events. */
function labelsOf(...events: Parameters<typeof eventOf>[]): readonly string[] {
  return textsOf(
    drawn(timelineWith({ lanes, events: events.map((event) => eventOf(...event)) }), viewOf(0, 100)),
    'event-label',
  );
}

describe('the rows of events', () => {
  it('stand for whoever wrote, first partner, together, second partner', () => {
    const events = [
      eventOf(3, 'hard', { partner: 'sam' }),
      eventOf(4, 'talk', { partner: null }),
      eventOf(5, 'hopeful'),
    ];
    const rows = placeEvents(timelineWith({ lanes, events }), layOut(timelineWith({ lanes, events }), viewOf(0, 9)));
    assert.deepEqual(
      rows.map(({ row, marks }) => [row.partner, marks.map((mark) => mark.events)]),
      [
        ['alex', [[2]]],
        [null, [[1]]],
        ['sam', [[0]]],
      ],
    );
  });

  it('name the heavy ones always and the others once', () => {
    assert.deepEqual(labelsOf([5, 'milestone'], [30, 'milestone'], [60, 'kindness'], [85, 'kindness']), [
      'A milestone',
      'A milestone',
      'A kindness',
    ]);
  });

  it('leave a name out that would lie on another', () => {
    const close = [eventOf(0, 'milestone'), eventOf(20, 'conversation'), eventOf(24, 'kindness')];
    const labelsAt = (width: number) =>
      textsOf(drawn(timelineWith({ lanes, events: close }), viewOf(0, 100, { width })), 'event-label');
    assert.deepEqual(labelsAt(705), ['A milestone', 'A kindness']);
    assert.deepEqual(labelsAt(1_300), ['A milestone', 'A conversation', 'A kindness']);
  });

  it('say what happened in the words of the picture', () => {
    assert.deepEqual(labelsOf([5, 'setback'], [30, 'signed'], [60, 'withdrawn']), ['setback', 'signed', 'withdrawn']);
    assert.deepEqual(labelsOf([5, 'toString'], [30, 'constructor']), ['A toString', 'A constructor']);
  });

  it('show a repair in gold only where it joined a break', () => {
    const events = [eventOf(10, 'setback'), eventOf(30, 'repair', { partner: 'sam' }), eventOf(60, 'repair')];
    const picture = drawn(timelineWith({ lanes, events, breaks: [breakOf(10, 60)] }), viewOf(0, 100));
    assert.equal(pathsWith(picture, 'event', 'golden').length, 1);
    assert.deepEqual(textsOf(picture, 'event-label', 'golden'), ['joined']);
    assert.deepEqual(textsOf(picture, 'event-label'), ['joined', 'setback', 'A repair']);
    const open = drawn(timelineWith({ lanes, events, breaks: [breakOf(10)] }), viewOf(0, 100));
    assert.deepEqual(pathsWith(open, 'golden'), []);
  });

  it('gather notes that would overlap under one mark with their number', () => {
    const several = [eventOf(20, 'kindness'), eventOf(20, 'hopeful'), eventOf(21, 'hard'), eventOf(80, 'hard')];
    const picture = drawn(timelineWith({ lanes, events: several }), viewOf(0, 100));
    assert.deepEqual(textsOf(picture, 'cluster-count'), ['3']);
    assert.equal(pathsWith(picture, 'cluster').length, 1);
    assert.equal(pathsWith(picture, 'event').length, 1);
  });

  it('let a setback stand for what lies around it', () => {
    const events = [eventOf(20, 'kindness'), eventOf(20, 'setback'), eventOf(21, 'hard')];
    const picture = drawn(timelineWith({ lanes, events }), viewOf(0, 100));
    assert.deepEqual(pathsWith(picture, 'cluster'), []);
    assert.ok(present(pathsWith(picture, 'event')[0]).endsWith(signOf('setback').d));
    assert.deepEqual([textsOf(picture, 'cluster-count'), textsOf(picture, 'event-label')], [[], ['setback +2']]);
    const crowded = drawn(timelineWith({ lanes, events: [...events, eventOf(29, 'night')] }), viewOf(0, 100));
    assert.deepEqual(textsOf(crowded, 'event-label'), ['setback +2', 'A night']);
    const narrow = drawn(timelineWith({ lanes, events }), viewOf(19, 3_000, { width: 280 }));
    assert.deepEqual([textsOf(narrow, 'cluster-count'), textsOf(narrow, 'event-label')], [[], ['setback +2']]);
  });

  it('keep their marks apart, near their days and the same while one moves along', () => {
    const days = fc.array(fc.tuple(fc.nat(900), fc.constantFrom('kindness', 'setback', 'talk', 'signed')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 280, max: 2_000 }),
        fc.integer({ min: 1, max: 900 }),
        (noted, width, length) => {
          const events = noted.map(([day, kind]) => eventOf(day, kind)).sort((a, b) => a.day - b.day);
          const timeline = timelineWith({ lanes, events });
          const placed = (from: number) => {
            const layout = layOut(timeline, viewOf(from, from + length, { width }));
            return { layout, marks: placeEvents(timeline, layout)[0]?.marks ?? [] };
          };
          const { layout, marks } = placed(0);
          marks.forEach((mark, index) => {
            assert.ok(mark.left > (marks[index - 1]?.right ?? -Infinity));
            for (const event of mark.events) {
              assert.ok(Math.abs(layout.xOf(present(events[event]).day) - mark.x) < 45);
            }
          });
          const later = placed(3);
          const groups = new Set(marks.map((mark) => mark.events.join()));
          const inside = later.marks.filter(({ x }) => x < later.layout.xOf(DAY + length) - 1);
          assert.ok(inside.every((mark) => groups.has(mark.events.join())));
        },
      ),
      runs(200),
    );
  });

  it('tell where notes are many that they are many, and when', () => {
    const events = Array.from({ length: 300 }, (_, day) => eventOf(day, day % 2 === 0 ? 'kindness' : 'hard'));
    const timeline = timelineWith({ lanes, events });
    const layout = layOut(timeline, viewOf(0, 300, { width: 600 }));
    const [row] = placeEvents(timeline, layout);
    const marks = present(row).marks;
    assert.ok(marks.length > 5);
    for (const mark of marks) {
      assert.ok(mark.events.every((event) => Math.abs(layout.xOf(present(events[event]).day) - mark.x) < 45));
    }
  });

  it('keep names clear of the marks of other notes', () => {
    const days = fc.array(fc.tuple(fc.nat(300), fc.constantFrom('kindness', 'setback', 'milestone')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 280, max: 2_000 }), (noted, width) => {
        const events = noted.map(([day, kind]) => eventOf(day, kind)).sort((a, b) => a.day - b.day);
        const timeline = timelineWith({ lanes, events });
        const view = viewOf(0, 300, { width });
        const boxes = placeEvents(timeline, layOut(timeline, view)).flatMap(({ row, marks }) =>
          marks.map(({ x, isRing, left, right }) => {
            return { left, right: isRing ? right : x + 8, top: row.y - 8, bottom: row.y + 8 };
          }),
        );
        for (const label of textMarks(drawn(timeline, view), 'event-label')) {
          assert.ok(!boxes.some((box) => areTouching(box, boxOfText(label))), label.text);
        }
      }),
      runs(200),
    );
  });
});
