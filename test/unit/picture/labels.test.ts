import fc from 'fast-check';
import { drawTimeline } from '../../../src/core/picture/draw-timeline';
import type { Timeline } from '../../../src/core/timeline/timeline';
import { runs } from '../arbitraries';
import { assertReadable, breakOf, DAY, eventOf, laneOf, MEASURES, timelineWith, WORDS } from './drawn';

const KINDS = ['setback', 'repair', 'signed', 'withdrawn', 'conversation', 'milestone', 'kindness', 'night', 'our-own'];

const numbers = fc
  .dictionary(
    fc.integer({ min: 0, max: 400 }).map(String),
    fc.record(Object.fromEntries(MEASURES.map(({ name }) => [name, fc.option(fc.nat(10))]))),
    { maxKeys: 40 },
  )
  .map((noted) => Object.fromEntries(Object.entries(noted)));

const name = fc.oneof(
  fc.constantFrom('Al', 'Alexandrina-Maria', 'محمد', '明子'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const event = fc
  .record({
    after: fc.integer({ min: 0, max: 400 }),
    kind: fc.constantFrom(...KINDS),
    partner: fc.constantFrom('alex', 'sam', null),
    title: name,
  })
  .map(({ after, kind, partner, title }) => eventOf(after, kind, { partner, title }));

const timeline: fc.Arbitrary<Timeline> = fc
  .record({
    alex: numbers,
    sam: numbers,
    names: fc.tuple(name, name),
    events: fc.array(event, { maxLength: 40 }),
    setbacks: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { maxLength: 4 }),
  })
  .map(({ alex, sam, names, events, setbacks }) => {
    const lanes = [
      { ...laneOf('alex', alex), name: names[0] },
      { ...laneOf('sam', sam), name: names[1] },
    ];
    const breaks = setbacks.map(([day, isJoined]) => breakOf(day, isJoined ? day + 9 : undefined));
    return timelineWith({
      lanes,
      events: [...events].sort((a, b) => a.day - b.day),
      breaks: breaks.sort((a, b) => a.day - b.day),
    });
  });

const view = fc
  .record({
    from: fc.double({ min: -200, max: 400, noNaN: true }),
    length: fc.oneof(fc.double({ min: 1, max: 800, noNaN: true }), fc.double({ min: 1, max: 40_000, noNaN: true })),
    width: fc.integer({ min: 280, max: 2_000 }),
    measures: fc.subarray(MEASURES.map((measure) => measure.name)),
    partners: fc.subarray(['alex', 'sam']),
  })
  .map(({ from, length, ...rest }) => ({ from: DAY + from, to: DAY + from + length, ...rest }));

const locale = fc.constantFrom('en', 'de', 'fr', 'ru', 'ja', 'ar', 'th', 'fa', 'hi', 'not a language');

describe('the labels of a timeline', () => {
  it('never lie on each other and never leave the picture', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(timeline, view, locale, (drawnOf, seen, language) => {
        assertReadable(drawTimeline(drawnOf, seen, WORDS, language));
      }),
      runs(400),
    );
  });

  it('find room in other languages too', () => {
    const words = {
      ...WORDS,
      together: 'Gemeinsam aufgeschrieben',
      readsDown: 'eine niedrigere Zahl bedeutet weniger Schmerz',
      pause: 'eine längere Pause',
      joined: 'wieder zusammengefügt',
      setback: 'Rückschlag',
    };
    fc.assert(
      fc.property(timeline, view, (drawnOf, seen) => {
        assertReadable(drawTimeline(drawnOf, seen, words, 'de'));
      }),
      runs(100),
    );
  });
});
