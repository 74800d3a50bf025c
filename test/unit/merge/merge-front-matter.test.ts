import assert from 'node:assert/strict';
import { merged } from './sides';

const BY_HAND = 'by hand';
const note = (...lines: readonly string[]): string => `---\n${lines.map((line) => `${line}\n`).join('')}---\n\n# h\n`;

describe('merging the front matter of a note', () => {
  type Case = readonly [title: string, base: string | undefined, ofAlex: string, ofSam: string, result: string];
  const cases: readonly Case[] = [
    [
      'joins changes of different keys',
      note('a: 1', 'b: 2'),
      note('a: 3', 'b: 2'),
      note('a: 1', 'b: 4'),
      note('a: 3', 'b: 4'),
    ],
    ['leaves two values of a key to a person', note('a: 1'), note('a: 2'), note('a: 3'), BY_HAND],
    [
      'takes the same value of both',
      note('a: 1', 'b:'),
      note('a: 2', 'b:'),
      note('a: 2', 'b: x'),
      note('a: 2', 'b: x'),
    ],
    [
      'takes one value that is written in two ways',
      note('a: 1', 'b:'),
      note('a: x', 'b:'),
      note('a: "x"', 'b: y'),
      note('a: x', 'b: y'),
    ],
    [
      'keeps comments',
      note('# top', 'a: # low', 'b: 1'),
      note('# top', 'a: 7 # low', 'b: 1'),
      note('# top', 'a: # low', 'b: 2'),
      note('# top', 'a: 7 # low', 'b: 2'),
    ],
    ['fills an empty value', note('a: 1'), note('a:'), note('a: 2'), note('a: 2')],
    [
      'empties a value that the other left',
      note('a: 1', 'b: 1'),
      note('a:', 'b: 1'),
      note('a: 1', 'b: 2'),
      note('a:', 'b: 2'),
    ],
    [
      'leaves a value beside a changed comment to a person',
      note('a: 1 # x'),
      note('a: 2 # x'),
      note('a: 1 # y'),
      BY_HAND,
    ],
    [
      'adds the keys of both at the end, the first partner first',
      note('a: 1'),
      note('b: 2', 'a: 1'),
      note('a: 1', 'c: 3'),
      note('a: 1', 'b: 2', 'c: 3'),
    ],
    [
      'adds a key of both once',
      note('a: 1'),
      note('a: 1', 'b: 2'),
      note('a: 1', 'b: 2', 'c: 3'),
      note('a: 1', 'b: 2', 'c: 3'),
    ],
    [
      'leaves a key that both added with two values to a person',
      note('a: 1'),
      note('a: 1', 'b: 2'),
      note('a: 1', 'b: 3'),
      BY_HAND,
    ],
    ['deletes a key that the other left', note('a: 1', 'b: 2'), note('b: 2'), note('a: 1', 'b: 3'), note('b: 3')],
    [
      'keeps a key that one deleted and the other changed',
      note('a: 1', 'b: 2'),
      note('b: 2'),
      note('a: 3', 'b: 2'),
      note('b: 2', 'a: 3').replace('b: 2\na: 3', 'a: 3\nb: 2'),
    ],
    [
      'takes a list for one value',
      note('a: [1]', 'b: 1'),
      note('a: [1, 2]', 'b: 1'),
      note('a: [1]', 'b: 2'),
      note('a: [1, 2]', 'b: 2'),
    ],
    ['leaves two changed lists to a person', note('a: [1]'), note('a: [1, 2]'), note('a: [1, 3]'), BY_HAND],
    [
      'moves the lines of a value together',
      note('a:', '  - 1', 'b: 1'),
      note('a:', '  - 1', '  - 2', 'b: 1'),
      note('a:', '  - 1', 'b: 2'),
      note('a:', '  - 1', '  - 2', 'b: 2'),
    ],
    [
      'moves a text of several lines together',
      note('a: |', '  x', '', '  y', 'b: 1'),
      note('a: |', '  x', '', '  z', 'b: 1'),
      note('a: |', '  x', '', '  y', 'b: 2'),
      note('a: |', '  x', '', '  z', 'b: 2'),
    ],
    [
      'keeps the order that one side changed',
      note('a: 1', 'b: 1'),
      note('b: 1', 'a: 1'),
      note('a: 2', 'b: 1'),
      note('b: 1', 'a: 2'),
    ],
    [
      'takes keys of both without a base',
      undefined,
      note('t: x', 'a: 1', 'b:'),
      note('t: x', 'a:', 'b: 2', 'c: 3'),
      note('t: x', 'a: 1', 'b: 2', 'c: 3'),
    ],
    ['leaves two values without a base to a person', undefined, note('a: 1'), note('a: 2'), BY_HAND],
    ['keeps front matter that one added', '# h\n', note('a: 1'), '# h\n\nx\n', `${note('a: 1')}\nx\n`],
    ['joins front matter that both added', '# h\n', note('a: 1'), note('b: 2'), note('a: 1', 'b: 2')],
    ['drops front matter that one dropped', note('a: 1'), '# h\n', `${note('a: 1')}\nx\n`, '# h\n\nx\n'],
    [
      'keeps the one changed key of front matter that was dropped',
      note('a: 1', 'b: 1'),
      '# h\n',
      note('a: 2', 'b: 1'),
      '---\na: 2\n---\n# h\n',
    ],
    [
      'leaves the same number in two ways as it is',
      note('a: 1', 'b: 1'),
      note('a: 7', 'b: 2'),
      note('a: 7.0', 'b: 1'),
      note('a: 7', 'b: 2'),
    ],
    ['keeps what is no number apart from nothing', undefined, note('a: .nan'), note('a: .inf'), BY_HAND],
    ['leaves unclosed front matter to a person', note('a: 1'), '---\na: 2\n', note('a: 1', 'b: 2'), BY_HAND],
    ['leaves broken front matter to a person', note('a: 1'), note('a: [1'), note('a: 1', 'b: 2'), BY_HAND],
    ['leaves a broken base to a person', note('a: [1'), note('a: 1'), note('a: 2'), BY_HAND],
    ['leaves a key that comes twice to a person', note('a: 1'), note('a: 1', 'a: 2'), note('a: 1', 'b: 2'), BY_HAND],
    ['leaves aliases to a person', note('a: 1'), note('a: &x 1', 'b: *x'), note('a: 1', 'c: 2'), BY_HAND],
    ['leaves several keys on a line to a person', note('a: 1'), note('{ a: 1, b: 2 }'), note('a: 1', 'c: 2'), BY_HAND],
    [
      'leaves keys that no longer stand below each other to a person',
      note('a: 1', 'b: 1'),
      note('  a: 1', '  b: 2'),
      note('a: 2', 'b: 1'),
      BY_HAND,
    ],
    [
      'leaves two changed headings of the keys to a person',
      note('# x', 'a: 1'),
      note('# y', 'a: 1'),
      note('# z', 'a: 1'),
      BY_HAND,
    ],
    [
      'knows the same letters in two ways',
      note('é: 1', 'b: 1'),
      note('é: é', 'b: 1'),
      note('é: e\u0301', 'b: 2'),
      note('é: é', 'b: 2'),
    ],
  ];
  for (const [title, base, ofAlex, ofSam, result] of cases) {
    it(title, () => {
      assert.equal(merged(base, ofAlex, ofSam), result);
    });
  }
});
