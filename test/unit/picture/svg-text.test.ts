import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawTimeline } from '../../../src/core/picture/draw-timeline';
import { GOLD, inkOf, PAPER, SERIES_INK } from '../../../src/core/picture/paper';
import type { PictureWords } from '../../../src/core/picture/picture';
import { DASHES } from '../../../src/core/picture/style';
import { paperSize, svgText } from '../../../src/core/picture/svg-text';
import { runs, text } from '../arbitraries';
import { checkIn, moment, timelineOf } from '../timeline/files';
import { breakOf, drawn, eventOf, laneOf, MEASURES, timelineWith, viewOf, WORDS } from './drawn';
import { parseXml } from './xml';

const HOSTILE =
  '</text><script>alert(1)</script><image href="https://example.org/a.png" onload="alert(1)"/>&quot;]]>\u202Egpj\u2066\u0000\u0008';

const all = MEASURES.map(({ name }) => name);
const numbers = Object.fromEntries(
  [0, 7, 14, 21, 70, 77].map((day) => [day, Object.fromEntries(all.map((name, at) => [name, at]))]),
);

/** @returns a timeline whose every text is the given one. */
function saying(words: string) {
  const measures = MEASURES.map((measure) => ({ ...measure, title: words }));
  return timelineWith({
    measures,
    lanes: [
      { ...laneOf('alex', numbers), name: words },
      { ...laneOf('sam', numbers), name: words },
    ],
    events: [
      eventOf(10, 'setback', { title: words, kind: words }),
      eventOf(40, 'milestone', { title: words, turned: words }),
    ],
    breaks: [breakOf(10, 40)],
  });
}

function wordsSaying(words: string): PictureWords {
  const entries = Object.keys(WORDS).map((key) => [key, words]);
  return { ...WORDS, ...(Object.fromEntries(entries) as Partial<PictureWords>) };
}

const view = viewOf(0, 100, { measures: all });

describe('the file of a picture', () => {
  it('is well formed, and says what it is', () => {
    const picture = drawn(saying('Alex'), view);
    const { names, texts, attributes } = parseXml(svgText(picture));
    assert.deepEqual(names, new Set(['svg', 'title', 'rect', 'path', 'text']));
    assert.equal(texts[0], 'The path');
    const size = paperSize(picture);
    assert.ok(attributes.includes(`width=${size.width}`) && attributes.includes(`height=${size.height}`));
  });

  it('holds text as text, whatever the notes say', () => {
    const picture = drawTimeline(saying(HOSTILE), view, wordsSaying(HOSTILE), 'en');
    const svg = svgText(picture);
    const { names, texts } = parseXml(svg);
    assert.deepEqual(names, new Set(['svg', 'title', 'rect', 'path', 'text']));
    assert.ok(texts.some((found) => found.includes('<script>')));
    assert.doesNotMatch(svg, /[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n]/u);
  });

  it('stays well formed with any text', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { names } = parseXml(svgText(drawTimeline(saying(any), view, wordsSaying(any), 'en')));
        assert.ok([...names].every((name) => ['svg', 'title', 'rect', 'path', 'text'].includes(name)));
      }),
      runs(100),
    );
  });

  it('refers to nothing outside itself and runs nothing', () => {
    const { attributes } = parseXml(svgText(drawn(saying('Alex'), view)));
    assert.deepEqual(
      attributes.filter((attribute) => /href|url\(|^on|^style=|^class=/.test(attribute)),
      [],
    );
    assert.deepEqual(
      attributes.filter((attribute) => attribute.includes('://')),
      ['xmlns=http://www.w3.org/2000/svg'],
    );
  });

  it('has ink that can be seen on paper, in grey too', () => {
    for (const color of [...Object.values(SERIES_INK), GOLD]) {
      assert.ok(contrast(color, PAPER) >= 3, color);
    }
    const letters = inkOf(['event-label', 'golden']).fill ?? '';
    assert.ok(contrast(letters, PAPER) >= 4.5);
    for (const color of Object.values(SERIES_INK)) {
      assert.ok(contrast(color, PAPER) >= 4.5, `${color} as letters`);
    }
    assert.equal(new Set(Object.values(SERIES_INK)).size, 5);
    assert.equal(new Set(Object.values(DASHES).map((dashes) => dashes.join())).size, 5);
    const dashes = Object.keys(DASHES).map((_, index) =>
      inkOf(['trend', 'several', `series-${index + 1}` as keyof typeof DASHES]),
    );
    assert.equal(new Set(dashes.map((ink) => ink['stroke-dasharray'])).size, 5);
  });

  it('holds no private note where the timeline was built without them', () => {
    const files = {
      '5-check-ins/2026-11-01-alex.md': checkIn({ trust: 3 }),
      'private/5-check-ins/2026-11-08-alex.md': checkIn({ trust: 9 }),
      'private/9-path/2026-11-09-night-alex.md': '---\ntemplate: night\n---\n\nSecret.\n',
      'private/9-path/2026-11-10-setback-alex.md': moment('setback'),
    };
    const shared = timelineOf(files);
    const inNovember = { ...viewOf(240, 270), measures: all };
    const withoutPrivate = timelineOf({ '5-check-ins/2026-11-01-alex.md': checkIn({ trust: 3 }) });
    assert.equal(svgText(drawn(shared, inNovember)), svgText(drawn(withoutPrivate, inNovember)));
  });
});

/** @returns the contrast of two colours after WCAG 2. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
