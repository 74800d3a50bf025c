import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitText, plainText, textWidth, wrapText } from '../../../src/core/picture/lettering';
import { runs, text } from '../arbitraries';

describe('the lettering of a picture', () => {
  it('takes out what controls or turns the writing, and keeps what people write', () => {
    assert.equal(plainText('a\u202Eb\u2066c\u2069\u0007d\u200Be\uFEFFf\u061C'), 'abcdef');
    assert.equal(plainText('  two\n\tlines\u2028here  '), 'two lines here');
    assert.equal(plainText('\uD83D broken'), 'broken');
    assert.equal(plainText('Zoë, Łukasz, 明子, נועה, 👩‍👧'), 'Zoë, Łukasz, 明子, נועה, 👩‍👧');
    assert.equal(plainText(`a${'\u0301'.repeat(500)}b`), 'a\u0301\u0301\u0301');
    assert.equal(plainText('x'.repeat(10_000)).length, 300);
  });

  it('leaves nothing of any text that could harm', () => {
    fc.assert(
      fc.property(text, (any) => {
        const plain = plainText(any);
        assert.doesNotMatch(plain, /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u2028\u2029\uFFFE\uFFFF]/u);
        assert.equal(plainText(plain), plain);
      }),
      runs(300),
    );
  });

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 200 }), (any, room) => {
        const plain = plainText(any);
        assert.ok(textWidth(fitText(plain, 11, room), 11) <= room);
        const lines = wrapText(plain, 11, room, 3);
        assert.ok(lines.length <= 3 && lines.every((line) => textWidth(line, 11) <= room));
      }),
      runs(200),
    );
  });

  it('ends in an ellipsis where it is cut', () => {
    assert.equal(fitText('Alexandria', 10, 1000), 'Alexandria');
    assert.match(fitText('Alexandria', 10, 40), /^Alexa?…$/);
    assert.equal(fitText('Alexandria', 10, 3), '');
    assert.deepEqual(wrapText('low is lighter', 10, 45, 3), ['low is', 'lighter']);
  });
});
