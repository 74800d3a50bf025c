import assert from 'node:assert/strict';
import { conflictLine } from '../../src/core/conflict';

describe('conflict markers', () => {
  const cases: readonly (readonly [title: string, text: string, line: number])[] = [
    ['the opening marker', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n', 1],
    ['the first line', '<<<<<<< HEAD\n', 0],
    ['the first line behind a byte order mark', '\uFEFF<<<<<<< HEAD\n', 0],
    ['a closing marker that was left alone', 'a\nb\n>>>>>>> theirs', 2],
    ['the marker of the common base', 'a\n||||||| 1a2b3c\n', 1],
    ['a marker with nothing after it', 'a\n<<<<<<<', 1],
    ['a marker before a carriage return', 'a\r\n<<<<<<<\r\nb\r\n', 1],
    ['a marker in front matter', '---\ntemplate: x\n<<<<<<< HEAD\n---\n', 2],
    ['a marker in a code block', '```\n<<<<<<< HEAD\n```\n', 1],
    ['a marker on the last line without its end', 'a\n\n\n>>>>>>> b', 3],
  ];
  for (const [title, text, line] of cases) {
    it(`finds ${title}`, () => {
      assert.equal(conflictLine(text), line);
    });
  }

  const none: readonly (readonly [title: string, text: string])[] = [
    ['an empty text', ''],
    ['a heading underlined with seven signs', 'Heading\n=======\n'],
    ['signs within a line', 'see <<<<<<< here'],
    ['a byte order mark within the text before a marker', 'a\n\uFEFF<<<<<<< HEAD'],
    ['an indented marker', '    <<<<<<< HEAD'],
    ['eight signs', '<<<<<<<< HEAD\n>>>>>>>> b\n'],
    ['a quotation seven deep', '>>>>>>>text'],
  ];
  for (const [title, text] of none) {
    it(`does not take ${title} for one`, () => {
      assert.equal(conflictLine(text), -1);
    });
  }
});
