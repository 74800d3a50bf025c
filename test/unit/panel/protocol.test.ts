import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPageStart, readToExtension, readToPage } from '../../../src/panel/protocol';
import type { FormValues, PageStart, ReflectionPage, ToExtension, ToPage } from '../../../src/panel/protocol';
import type { Timeline } from '../../../src/core/timeline/timeline';
import type { TimelineChange } from '../../../src/core/timeline/timeline-change';

const MEASURE = {
  name: 'trust',
  title: 'Trust',
  min: 0,
  max: 10,
  reads: 'up',
  ends: { alex: { low: 'not at all', high: 'fully' } },
} as const;

const ENTRIES = {
  days: [20_000, 20_007],
  paths: ['5-check-ins/2024-10-04-alex.md', '5-check-ins/2024-10-11-alex.md'],
  isPrivate: [false, true],
  values: { trust: [3, null] },
} as const;

const TIMELINE: Timeline = {
  today: 20_010,
  measures: [MEASURE],
  lanes: [{ partner: 'alex', name: 'Alex', entries: ENTRIES }],
  events: [
    { day: 20_001, kind: 'setback', title: 'A setback', partner: 'alex', path: 'a.md', isPrivate: false, turned: '' },
    { day: 20_002, kind: 'talk', title: 'A talk', partner: null, path: 'b.md', isPrivate: false, turned: 'toward' },
  ],
  breaks: [
    { day: 20_001, path: 'a.md', seam: { day: 20_004, path: 'c.md' } },
    { day: 20_005, path: 'd.md', seam: null },
  ],
};

const CHANGE: TimelineChange = {
  today: 20_011,
  lanes: [{ at: 1, removed: 1, entries: ENTRIES }],
  events: { at: 0, removed: 2, items: TIMELINE.events },
  breaks: { at: 0, removed: 0, items: TIMELINE.breaks },
};

const VALUES: FormValues = {
  role: 'hurt',
  numbers: { distance: 7 },
  fields: { amends: 'some' },
  answers: { 'lay-down': '<b>not</b> HTML' },
};

const PAGE: ReflectionPage = {
  role: 'hurt',
  intro: ['Forgiving is not forgetting.'],
  measures: [MEASURE],
  choices: [{ name: 'amends', label: 'Amends', options: [{ value: 'no', label: 'No' }] }],
  questions: [{ stepId: 'lay-down', label: 'What I can lay down', prompt: 'Today.' }],
  draft: VALUES,
  entries: ENTRIES,
  observation: '',
  waiting: '',
  dips: [{ path: 'a.md', sentence: 'A dip, as happens.' }],
};

const VIEW = { from: 19_990.5, to: 20_010, width: 640, measures: ['trust'], partners: ['alex', 'sam'] } as const;

/** One message of each type, and more where a part of it can be one thing or another. */
const TO_PAGE: readonly ToPage[] = [
  { type: 'timeline', version: 1, timeline: TIMELINE, me: 'alex', isPrivateShown: true },
  { type: 'timeline', version: 2, timeline: TIMELINE, me: null, isPrivateShown: false },
  { type: 'timeline-change', version: 3, since: 2, change: CHANGE },
  { type: 'reflection', version: 3, page: PAGE, isPrivateShown: false },
  { type: 'reflection', version: 4, page: { ...PAGE, role: 'unsaid', draft: null }, isPrivateShown: false },
  { type: 'show-tab', tab: 'reflection' },
  { type: 'show-note', path: 'a.md' },
  { type: 'rasterise', id: 1, svg: '<svg/>', width: 1280, height: 900 },
  { type: 'saved', path: 'private/a.md', isPrivate: true },
  { type: 'told', text: 'Saved.' },
];

const TO_EXTENSION: readonly ToExtension[] = [
  { type: 'ready' },
  { type: 'open-note', version: 1, path: 'a.md' },
  { type: 'show-private', isShown: true },
  { type: 'export', format: 'png', view: VIEW },
  { type: 'rasterised', id: 1, png: '' },
  { type: 'write', what: 'check-in' },
  { type: 'choose-page', role: 'both' },
  { type: 'draft', version: 3, values: VALUES },
  { type: 'discard-draft', version: 3 },
  { type: 'save-reflection', version: 3, values: VALUES, privacy: 'private' },
  { type: 'share-note', path: 'private/a.md' },
];

const START: PageStart = { locale: 'en', tab: 'timeline', words: { together: 'Together' } };

/** A message as it arrives: what lies between the two sides keeps nothing but data. */
const arrived = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

/** A message in which the value at a place is another; without one, the place is left out. */
function changed(message: object, place: readonly (string | number)[], ...values: readonly unknown[]): unknown {
  const copy = structuredClone(message);
  let holder: Record<string, unknown> = copy as Record<string, unknown>;
  for (const key of place.slice(0, -1)) {
    holder = holder[key] as Record<string, unknown>;
  }
  const last = String(place.at(-1));
  if (values.length === 0) {
    Reflect.deleteProperty(holder, last);
    return copy;
  }
  holder[last] = values[0];
  return copy;
}

/** Every place in a message, however deep. */
function* placesOf(value: unknown, above: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield [...above, key];
      yield* placesOf(inner, [...above, key]);
    }
  }
}

const SIDES = [
  { side: 'the page', messages: TO_PAGE, read: readToPage },
  { side: 'the extension', messages: TO_EXTENSION, read: readToExtension },
] as const;

for (const { side, messages, read } of SIDES) {
  describe(`what ${side} hears`, () => {
    for (const message of messages) {
      it(`is taken as it was said: ${message.type}, ${JSON.stringify(message).length} characters`, () => {
        assert.deepEqual(read(arrived(message)), message);
      });
    }

    it('is dropped where its type is another, or not there', () => {
      for (const message of messages) {
        for (const type of ['', 'Ready', 'toString', '__proto__', 'constructor', 1, null, ['ready'], {}]) {
          assert.equal(read(changed(message, ['type'], type)), undefined);
        }
        assert.equal(read(changed(message, ['type'])), undefined);
      }
    });

    it('is dropped where it holds a key too many, however deep', () => {
      for (const message of messages) {
        assert.equal(read(changed(message, ['more'], 1)), undefined);
        assert.equal(read(JSON.parse(JSON.stringify(message).replace('{', '{"__proto__":{"x":1},'))), undefined);
        assert.equal(read(changed(message, ['constructor'], { prototype: {} })), undefined);
      }
    });

    it('is dropped where one of its keys is missing', () => {
      for (const message of messages) {
        for (const key of Object.keys(message)) {
          assert.equal(read(changed(message, [key])), undefined, `${message.type} without ${key}`);
        }
      }
    });

    it('is dropped where a value anywhere in it is of another kind', () => {
      for (const message of messages) {
        for (const place of placesOf(message)) {
          assert.equal(read(changed(message, place, Symbol('odd'))), undefined, `${message.type}: ${place.join('.')}`);
          assert.equal(read(changed(message, place, NaN)), undefined, `${message.type}: ${place.join('.')}`);
        }
      }
    });

    it('gives nobody a prototype', () => {
      for (const message of messages) {
        const heard = read(arrived(message));
        assert.equal(Object.getPrototypeOf(heard), Object.prototype);
      }
      assert.equal(({} as Record<string, unknown>).x, undefined);
    });

    it('never makes it throw, whatever it is', () => {
      fc.assert(
        fc.property(fc.anything({ withNullPrototype: true, withObjectString: true, withSparseArray: true }), (said) => {
          assert.equal(read(said), undefined);
        }),
      );
      fc.assert(
        fc.property(
          fc.constantFrom(...messages),
          fc.dictionary(fc.string(), fc.anything({ withNullPrototype: true })),
          (message, more) => {
            read({ ...message, ...more });
            read({ ...more, type: message.type });
          },
        ),
      );
    });
  });
}

describe('what the extension hears', () => {
  const exporting = { type: 'export', format: 'svg', view: VIEW };

  it('names no picture that would be endless', () => {
    for (const width of [0, -1, 20_001, Infinity]) {
      assert.equal(readToExtension(changed(exporting, ['view', 'width'], width)), undefined, String(width));
    }
    for (const day of [Infinity, -Infinity, 1e9, -1e9]) {
      assert.equal(readToExtension(changed(exporting, ['view', 'from'], day)), undefined, String(day));
      assert.equal(readToExtension(changed(exporting, ['view', 'to'], day)), undefined, String(day));
    }
  });
});

describe('what the page begins with', () => {
  it('is taken as it was given', () => {
    assert.deepEqual(readPageStart(arrived(START)), START);
  });

  it('is dropped where it is anything else', () => {
    for (const odd of [undefined, null, '', '{}', [], {}, { ...START, tab: 'other' }, { ...START, more: 1 }]) {
      assert.equal(readPageStart(odd), undefined);
    }
    assert.equal(readPageStart(changed(START, ['words', 'together'], 1)), undefined);
  });
});
