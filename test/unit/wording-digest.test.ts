import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tickEdit } from '../../src/core/tick';
import { digestOf, wordingOf } from '../../src/core/wording-digest';
import { runs, text, tickableNote } from './arbitraries';

const PAGE =
  '---\ntemplate: commitment-together\n---\n\n# Ours\n\n- [ ] The wording <!-- step: wording -->\n\nWe stay, é.\n';

describe('the wording that is signed', () => {
  it('is the text below the front matter', () => {
    assert.equal(wordingOf(PAGE), '\n# Ours\n\n- [ ] The wording <!-- step: wording -->\n\nWe stay, é.\n');
  });

  for (const [title, same] of [
    ['a tick', PAGE.replace('[ ]', '[x]')],
    ['a capital tick', PAGE.replace('[ ]', '[X]')],
    ['CRLF', PAGE.replaceAll('\n', '\r\n')],
    ['another Unicode form', PAGE.normalize('NFD')],
    ['a byte order mark', `\uFEFF${PAGE}`],
    [
      'other front matter',
      PAGE.replace('template: commitment-together', 'template: signature\npartner: alex\nact: signed'),
    ],
  ] as const) {
    it(`is not changed by ${title}`, () => {
      assert.equal(digestOf(wordingOf(same)), digestOf(wordingOf(PAGE)));
    });
  }

  for (const [title, other] of [
    ['one character', PAGE.replace('stay,', 'stay')],
    ['a space', PAGE.replace('We stay', 'We  stay')],
    ['a tick of something that is no step', `${PAGE}- [x] a\n`],
    ['the words of a step', PAGE.replace('The wording', 'A wording')],
  ] as const) {
    it(`is changed by ${title}`, () => {
      assert.notEqual(digestOf(wordingOf(other)), digestOf(wordingOf(PAGE)));
    });
  }

  it('has the SHA-256 that everybody gets', () => {
    assert.equal(digestOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(digestOf(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is the same whichever steps are ticked', () => {
    fc.assert(
      fc.property(tickableNote, ({ text: note, ids }) => {
        const turned = ids.reduce((whole, id) => {
          const edit = tickEdit(whole, id, true);
          return typeof edit === 'object'
            ? whole.slice(0, edit.offset) + edit.to + whole.slice(edit.offset + 1)
            : whole;
        }, note);
        assert.equal(wordingOf(turned), wordingOf(note));
        assert.equal(wordingOf(note.replaceAll('\r\n', '\n')), wordingOf(note));
      }),
      runs(100),
    );
  });

  it('of a signature is the wording that was signed, and never throws', () => {
    fc.assert(
      fc.property(text, (body) => {
        const wording = wordingOf(`---\na: 1\n---\n${body}`);
        assert.equal(wordingOf(`---\ntemplate: signature\nact: signed\n---\n${wording}`), wording);
        assert.equal(wording.includes('\r'), false);
        wordingOf(body);
      }),
      runs(300),
    );
  });
});
