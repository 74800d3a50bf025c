import assert from 'node:assert/strict';
import fc from 'fast-check';
import { colourText, contrast, FOR_LINES, FOR_TEXT, laidOn, lifted, readColour } from '../../../src/webview/contrast';
import type { Colour } from '../../../src/webview/contrast';
import { runs } from '../arbitraries';
import { present } from '../samples';

const colour = (text: string): Colour => present(readColour(text));
const [black, white] = [colour('rgb(0, 0, 0)'), colour('rgb(255, 255, 255)')];
const part = fc.integer({ min: 0, max: 255 });
const opaque = fc.tuple(part, part, part).map(([r, g, b]) => colour(`rgb(${r}, ${g}, ${b})`));

describe('colours of the page', () => {
  it('are read as a browser tells them', () => {
    assert.deepEqual(colour('rgb(255, 0, 51)'), { red: 1, green: 0, blue: 0.2, alpha: 1 });
    assert.deepEqual(colour('rgba(0, 0, 0, 0.5)'), { ...black, alpha: 0.5 });
    assert.deepEqual(colour('rgb(255 0 51 / 50%)'), { red: 1, green: 0, blue: 0.2, alpha: 0.5 });
    assert.deepEqual(colour('color(srgb 1 0 0.2 / 0.25)'), { red: 1, green: 0, blue: 0.2, alpha: 0.25 });
  });

  for (const text of ['', 'red', '#ff0000', 'var(--x)', 'rgb(1, 2)', 'oklch(0.5 0.1 30)']) {
    it(`are not read from ${JSON.stringify(text)}`, () => {
      assert.equal(readColour(text), undefined);
    });
  }

  it('are written so that they are read again', () => {
    for (const text of ['rgb(1 2 3)', 'rgb(1 2 3 / 0.5)']) {
      assert.equal(colourText(colour(text)), text);
    }
  });

  it('have the contrast that WCAG reckons', () => {
    assert.equal(contrast(black, white), 21);
    assert.equal(contrast(white, black), 21);
    assert.equal(contrast(white, white), 1);
    // The grey that is known for just being enough.
    assert.equal(contrast(colour('rgb(118, 118, 118)'), white).toFixed(2), '4.54');
  });

  it('let through what they lie on', () => {
    assert.equal(colourText(laidOn({ ...black, alpha: 0.2 }, white)), 'rgb(204 204 204)');
  });

  it('stay as the theme says them where they are seen already', () => {
    const blue = colour('rgb(0, 99, 211)');
    assert.equal(colourText(lifted(blue, [white], FOR_TEXT)), colourText(blue));
  });

  it('are brought no further than it takes', () => {
    const yellow = colour('rgb(191, 136, 3)');
    const brought = lifted(yellow, [white], FOR_TEXT);
    assert.ok(contrast(brought, white) >= FOR_TEXT);
    assert.ok(contrast(brought, white) < FOR_TEXT + 0.5);
    assert.ok(brought.red > brought.green && brought.green > brought.blue, 'it is gold no more');
  });

  it('are seen on every ground, whatever a theme says', () => {
    fc.assert(
      fc.property(opaque, opaque, fc.constantFrom(FOR_LINES, FOR_TEXT), (said, ground, least) => {
        assert.ok(contrast(lifted(said, [ground], least), ground) >= least);
      }),
      runs(500),
    );
  });

  it('are seen on both of two grounds that are alike', () => {
    fc.assert(
      fc.property(opaque, fc.constantFrom(black, white), (said, ground) => {
        const field = laidOn({ ...(ground === black ? white : black), alpha: 0.13 }, ground);
        const brought = lifted(said, [ground, field], FOR_TEXT);
        assert.ok(Math.min(contrast(brought, ground), contrast(brought, field)) >= FOR_TEXT);
      }),
      runs(200),
    );
  });
});
