import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphAt, sentenceAround } from '../../../src/core/hints/places';

const NOTE = 'First line\nof one paragraph.\n\n  \nYou never listen. I wait! “Do you?”\r\nStill the same one\n\nlast';

const paragraph = (offset: number, text = NOTE): string => {
  const { start, end } = paragraphAt(text, offset);
  return text.slice(start, end);
};
const sentence = (words: string, text = NOTE): string => {
  const at = text.indexOf(words);
  const { start, end } = sentenceAround(text, { start: at, end: at + words.length });
  return text.slice(start, end);
};

describe('the paragraph at a place', () => {
  it('is everything between two blank lines', () => {
    assert.equal(paragraph(0), 'First line\nof one paragraph.');
    assert.equal(paragraph(NOTE.indexOf('paragraph')), 'First line\nof one paragraph.');
    assert.equal(paragraph(NOTE.indexOf('never')), NOTE.slice(NOTE.indexOf('You'), NOTE.indexOf('\n\nlast')));
    assert.equal(paragraph(NOTE.length), 'last');
  });

  it('is empty on a blank line', () => {
    assert.equal(paragraph(NOTE.indexOf('  \n') + 1), '');
    assert.equal(paragraph(0, ''), '');
  });

  it('is the same from each place in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '. '), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { start, end } = paragraphAt(text, offset);
          assert.ok(start <= end && end <= text.length);
          if (start < end) {
            assert.deepEqual(
              [start, end],
              [paragraphAt(text, start), paragraphAt(text, end)].flatMap((one, index) =>
                index === 0 ? one.start : one.end,
              ),
            );
          }
        }
      }),
    );
  });
});

describe('the sentence around a finding', () => {
  it('goes from one end of a sentence to the next', () => {
    assert.equal(sentence('You never'), 'You never listen.');
    assert.equal(sentence('wait'), 'I wait!');
    assert.equal(sentence('Do you'), '“Do you?”');
    assert.equal(sentence('same'), 'Still the same one');
    assert.equal(sentence('one paragraph'), 'First line\nof one paragraph.');
  });

  it('takes two in where the finding does', () => {
    assert.equal(sentence('listen. I wait'), 'You never listen. I wait!');
  });

  it('does not end at a number or in a word', () => {
    assert.equal(sentence('late', 'At 7.30 you were late again. So.'), 'At 7.30 you were late again.');
  });
});
