import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../src/core/front-matter';
import { withWordAhead, wordAheadOf } from '../../src/core/word-ahead';
import { WORD_AHEAD_KEY } from '../../src/core/word-ahead-key';
import type { WordAhead } from '../../src/core/word-ahead-key';
import { bytes, grammarText, runs, tickableNote } from './arbitraries';
import { bytesOf } from './samples';

const WORDS = ['heavy', 'together', 'both'] as const;
const anyWord: fc.Arbitrary<WordAhead | undefined> = fc.constantFrom(...WORDS, undefined);

const textOfBytes = (content: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);

/** The text with a word ahead; `undefined` where that is refused. */
function written(text: string, word: WordAhead | undefined): string | undefined {
  const after = withWordAhead(bytesOf(text), word);
  return after && textOfBytes(after);
}

const wordIn = (text: string): WordAhead | undefined => wordAheadOf(readFrontMatter(text).fields.get(WORD_AHEAD_KEY));

/** The lines of a text with their line ends, without those that hold the key. */
const otherLines = (text: string): readonly string[] =>
  (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).filter((line) => !line.startsWith(`${WORD_AHEAD_KEY}:`));

describe('a word ahead', () => {
  it('is read as one word, as both in a line or a list, and as none where it is anything else', () => {
    const read = (value: string): WordAhead | undefined => wordIn(`---\nword-ahead: ${value}\n---\n`);
    for (const [value, word] of [
      ['heavy', 'heavy'],
      ['together', 'together'],
      ['heavy, together', 'both'],
      ['"together,heavy"', 'both'],
      ['[heavy, together]', 'both'],
      ['[heavy]', 'heavy'],
      ['', undefined],
      ['Heavy', undefined],
      ['heavy, sad', undefined],
      ['7', undefined],
      ['[]', undefined],
      ['{ heavy: true }', undefined],
    ] as const) {
      assert.equal(read(value), word, value);
    }
  });

  it('is one line at the end of the front matter, with the line end of the line before', () => {
    assert.equal(
      written('---\ntemplate: reflection # mine\n---\nText', 'heavy'),
      '---\ntemplate: reflection # mine\nword-ahead: heavy\n---\nText',
    );
    assert.equal(
      written('\uFEFF---\r\na: 1\r\n---\r\n\nText\n', 'both'),
      '\uFEFF---\r\na: 1\r\nword-ahead: heavy, together\r\n---\r\n\nText\n',
    );
    assert.equal(written('---\n---\n', 'together'), '---\nword-ahead: together\n---\n');
    assert.equal(
      written('---\na: |\n  words\n\n# said\n---\n', 'heavy'),
      '---\na: |\n  words\n\n# said\nword-ahead: heavy\n---\n',
    );
  });

  it('gives a note without front matter one of its own, at its top', () => {
    assert.equal(written('', 'heavy'), '---\nword-ahead: heavy\n---\n\n');
    assert.equal(written('\uFEFFHello\r\nyou', 'heavy'), '\uFEFF---\r\nword-ahead: heavy\r\n---\r\n\r\nHello\r\nyou');
    assert.equal(written('---\n\nA break above', 'together'), '---\nword-ahead: together\n---\n\n---\n\nA break above');
  });

  it('replaces the value alone where the line is there, and empties it where no word is wanted', () => {
    for (const [line, word, after] of [
      ['word-ahead: heavy # softly', 'together', 'word-ahead: together # softly'],
      ['word-ahead: "heavy"', 'both', 'word-ahead: heavy, together'],
      ['word-ahead: [heavy, together]', 'heavy', 'word-ahead: heavy'],
      ['word-ahead:', 'heavy', 'word-ahead: heavy'],
      ['word-ahead: # softly', 'heavy', 'word-ahead: heavy # softly'],
      ['"word-ahead": 7', 'heavy', '"word-ahead": heavy'],
      ['word-ahead: heavy # softly', undefined, 'word-ahead:  # softly'],
    ] as const) {
      assert.equal(written(`---\n${line}\nb: 2\n---\nText`, word), `---\n${after}\nb: 2\n---\nText`, line);
    }
  });

  it('leaves the very same bytes where nothing need change, however broken the rest is', () => {
    for (const [text, word] of [
      ['Text', undefined],
      ['---\na: 1\n---\n', undefined],
      ['---\na: [\n---\n', undefined],
      ['---\nunclosed: 1\n', undefined],
      ['---\nword-ahead: heavy\n---\n', 'heavy'],
    ] as const) {
      const before = bytesOf(text);
      assert.equal(withWordAhead(before, word), before, text);
    }
  });

  for (const [title, content] of [
    ['front matter that is not closed', '---\na: 1\nText'],
    ['front matter that is no YAML', '---\na: [\n---\n'],
    ['front matter that is a list', '---\n- a\n---\n'],
    ['front matter in braces', '---\n{ a: 1 }\n---\n'],
    ['indented front matter', '---\n  a: 1\n---\n'],
    ['a key that stands twice', '---\nword-ahead: heavy\nword-ahead: together\n---\n'],
    ['a value of several lines', '---\nword-ahead: |\n  sad\n---\n'],
    ['an alias', '---\na: &b 1\nc: *b\n---\n'],
    ['a conflict', '<<<<<<< ours\n'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
    ['a note that one more line makes too large', 'a'.repeat(1_000_000)],
  ] as const) {
    it(`is refused with ${title}`, () => {
      assert.equal(withWordAhead(typeof content === 'string' ? bytesOf(content) : content, 'both'), undefined);
    });
  }

  it('never changes a byte outside its one line, whatever the note is like', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          tickableNote.map(({ text }) => text),
          grammarText,
        ),
        anyWord,
        (text, word) => {
          const after = written(text, word);
          if (after === undefined || after === text) {
            return;
          }
          assert.equal(wordIn(after), word);
          const isNew = !/^\uFEFF?---/.test(text) || !readFrontMatter(text).present;
          const mark = text.startsWith('\uFEFF') ? 1 : 0;
          if (isNew) {
            assert.equal(after.slice(0, mark), text.slice(0, mark));
            assert.ok(after.endsWith(text.slice(mark)));
            assert.match(
              after.slice(mark, after.length - text.length + mark),
              /^---\r?\nword-ahead: .+\r?\n---\r?\n\r?\n$/,
            );
          } else {
            assert.deepEqual(otherLines(after), otherLines(text));
          }
        },
      ),
      runs(400),
    );
  });

  it('is always taken by a note that has no front matter problems of its own, and can be changed there and back', () => {
    fc.assert(
      fc.property(tickableNote, fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), ({ text }, first, second) => {
        const once = written(text, first);
        assert.ok(once !== undefined);
        const twice = written(once, second);
        assert.ok(twice !== undefined);
        assert.equal(written(twice, first), once);
      }),
      runs(100),
    );
  });

  it('never throws, and gives text or refuses', () => {
    fc.assert(
      fc.property(bytes, anyWord, (content, word) => {
        const after = withWordAhead(content, word);
        assert.ok(after === undefined || after.length >= 0);
      }),
      runs(300),
    );
  });
});
