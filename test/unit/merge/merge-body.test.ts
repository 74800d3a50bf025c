import assert from 'node:assert/strict';
import { findTwoVersions } from '../../../src/core/two-versions';
import { merged, toChoose, twoVersions } from './sides';

const BY_HAND = 'by hand';

/** A note as it begins, with two prompts. */
const EMPTY = `---
template: conversation
---

# A talk

## What I want to say

- [ ] What I want to say <!-- step: say -->

*Begin with one sentence.*



## What I heard

- [ ] What I heard <!-- step: heard -->

*In your own words.*


`;
const SAY = '*Begin with one sentence.*\n\n';
const HEARD = '*In your own words.*\n\n';
const ticked = (note: string, id: string): string =>
  note.replace(new RegExp(`^(.*)\\[ \\](.*step: ${id} -->)$`, 'm'), '$1[x]$2');

describe('merging the text of a note', () => {
  it('joins answers to different prompts, and ticks', () => {
    const ofAlex = ticked(EMPTY.replace(SAY, `${SAY}I was afraid.\n`), 'say');
    const ofSam = ticked(EMPTY.replace(HEARD, `${HEARD}You were afraid.\n`), 'heard');
    const both = ticked(ofAlex.replace(HEARD, `${HEARD}You were afraid.\n`), 'heard');
    assert.equal(merged(EMPTY, ofAlex, ofSam), both);
  });

  it('keeps two answers to the same prompt under their names, the first partner first', () => {
    const ofAlex = EMPTY.replace(`${SAY}\n`, `${SAY}I was afraid.\n`);
    const ofSam = EMPTY.replace(`${SAY}\n`, `${SAY}I was tired.\n\nAnd alone.\n`);
    const result = EMPTY.replace(`${SAY}\n`, `${SAY}${twoVersions('I was afraid.', 'I was tired.\n\nAnd alone.')}\n`);
    assert.equal(merged(EMPTY, ofAlex, ofSam), result);
    assert.equal(toChoose(EMPTY, ofAlex, ofSam), 1);
  });

  const cases: readonly (readonly [
    title: string,
    base: string | undefined,
    ofAlex: string,
    ofSam: string,
    result: string,
  ])[] = [
    ['joins changes of paragraphs side by side', 'a\n\nb\n', 'A\n\nb\n', 'a\n\nB\n', 'A\n\nB\n'],
    ['joins a change with a paragraph below it', 'a\n', 'A\n', 'a\n\nb\n', 'A\n\nb\n'],
    ['joins a change with a paragraph above it', 'a\n', 'A\n', 'b\n\na\n', 'b\n\nA\n'],
    ['takes the same change of both once', 'a\n\nb\n\nc\n', 'A\n\nb\n', 'A\n\nb\n\nC\n', 'A\n\nb\n\nC\n'],
    ['joins a change beside one that both made', 'a\n\nb\n', 'A\n\nB\n', 'A\n\nb\n', 'A\n\nB\n'],
    ['deletes beside a change that both made', '- a\n- b\n', '- B\n', '- a\n- B\n', '- B\n'],
    ['keeps both where both rewrote a paragraph', 'a\n', 'b\n', 'c\n', `${twoVersions('b', 'c')}\n`],
    [
      'keeps both where both changed lines of one paragraph',
      'a\nb\n',
      'A\nb\n',
      'a\nB\n',
      `${twoVersions('A\nb', 'a\nB')}\n`,
    ],
    [
      'leaves what both wrote out of the two texts',
      '# h\n',
      '# h\n\nsame\n\nmine\n\nend\n',
      '# h\n\nsame\n\nyours\n\nend\n',
      `# h\n\nsame\n\n${twoVersions('mine', 'yours')}\n\nend\n`,
    ],
    [
      'parts two texts at a line that both have in their middle',
      '# h\n',
      '# h\n\na1\n\nsame\n\na2\n',
      '# h\n\nb1\n\nsame\n\nb2\n',
      `# h\n\n${twoVersions('a1', 'b1')}\n\nsame\n\n${twoVersions('a2', 'b2')}\n`,
    ],
    ['keeps what one changed and the other deleted', 'a\n\nb\n\nc\n', 'a\n\nc\n', 'a\n\nB\n\nc\n', 'a\n\nB\n\nc\n'],
    ['deletes what one deleted', 'a\n\nb\n\nc\n', 'a\n\nc\n', 'a\n\nb\n\nC\n', 'a\n\nC\n'],
    ['deletes what both deleted', 'a\n\nb\n\nc\n', 'a\n\nc\n', 'A\n\nc\n', 'A\n\nc\n'],
    ['takes no side in empty lines', 'a\n\nb\n', 'a\n\n\nb\n', 'a\nb\n\n', 'a\n\n\nb\n\n'],
    ['takes empty lines of one side', 'a\n\nb\n', 'a\n\n\n\nb\n', 'a\n\nb\n\nc\n', 'a\n\n\n\nb\n\nc\n'],
    [
      'takes text where the other only left it empty',
      'a\n\n\n\nb\n',
      'a\n\ntext\n\nb\n',
      'a\n\n\n\n\nb\n',
      'a\n\ntext\n\nb\n',
    ],
    ['glues no paragraphs', 'a\n\nb\n', 'b\n', 'a\n\nc\n\nb\n', 'c\n\nb\n'],
    ['keeps the items of both lists', '# h\n', '# h\n\n- a\n', '# h\n\n- b\n', '# h\n\n- a\n- b\n'],
    ['keeps an item of both once', '# h\n', '# h\n\n- a\n- c\n', '# h\n\n- b\n- c\n', '# h\n\n- a\n- b\n- c\n'],
    [
      'keeps an item of both once, whatever its place',
      '# h\n',
      '# h\n\n- a\n- b\n',
      '# h\n\n- b\n- c\n- a\n',
      '# h\n\n- a\n- b\n- c\n',
    ],
    ['adds items of both to a list', '- a\n', '- a\n- b\n', '- a\n- c\n', '- a\n- b\n- c\n'],
    ['keeps items apart as both do', '# h\n', '# h\n\n- a\n\n- b\n', '# h\n\n1. c\n', '# h\n\n- a\n\n- b\n\n1. c\n'],
    [
      'keeps lines with their items',
      '# h\n',
      '# h\n\n- a\n  more\n',
      '# h\n\n* b\n  more\n',
      '# h\n\n- a\n  more\n* b\n  more\n',
    ],
    ['joins a changed item with another changed one', '- a\n- b\n', '- A\n- b\n', '- a\n- B\n', '- A\n- B\n'],
    ['keeps both where one item was rewritten twice', '- a\n', '- b\n', '- c\n', `${twoVersions('- b', '- c')}\n`],
    ['ticks a task that the other left', '- [ ] a\n- b\n', '- [x] a\n- b\n', '- [ ] a\n- c\n', '- [x] a\n- c\n'],
    ['keeps a task that one ticked and the other deleted', '- [ ] a\n\nb\n', '- [x] a\n\nb\n', 'b\n', '- [x] a\n\nb\n'],
    [
      'takes letters that are written in two ways for the same',
      'a\n',
      'é\n\nb\n',
      'e\u0301\n\nc\n',
      `é\n\n${twoVersions('b', 'c')}\n`,
    ],
    ['joins a change with other writing of letters', 'e\u0301\n\nb\n', 'é\n\nb\n', 'e\u0301\n\nc\n', 'é\n\nc\n'],
    [
      'joins two changed notes without a base',
      undefined,
      '# h\n\na\n',
      '# h\n\nb\n',
      `# h\n\n${twoVersions('a', 'b')}\n`,
    ],
    [
      'takes the one answer of two begun notes',
      undefined,
      '# h\n\n\n\n# i\n',
      '# h\n\nb\n\n# i\n',
      '# h\n\nb\n\n# i\n',
    ],
    ['fills an empty note', '', 'a\n', 'b\n', `${twoVersions('a', 'b')}\n`],
    [
      'keeps code that both added, whole',
      '# h\n',
      '# h\n\n```\na\n```\n\nb\n',
      '# h\n\n```\na\n```\n',
      '# h\n\n```\na\n```\n\nb\n',
    ],
    [
      'joins changes inside code that do not meet',
      '```\na\n\nb\n\nc\n```\n',
      '```\nA\n\nb\n\nc\n```\n',
      '```\na\n\nb\n\nC\n```\n',
      '```\nA\n\nb\n\nC\n```\n',
    ],
    ['leaves two changes inside code to a person', '```\na\n```\n', '```\nb\n```\n', '```\nc\n```\n', BY_HAND],
    ['leaves code whose end is shared to a person', '# h\n', '# h\n\n```a\n1\n```\n', '# h\n\n```b\n2\n```\n', BY_HAND],
    ['leaves two changes inside a comment to a person', '<!--\na\n-->\n', '<!--\nb\n-->\n', '<!--\nc\n-->\n', BY_HAND],
    ['leaves lines in two new orders to a person', 'a\n', 'b\n\nc\n', 'c\n\nb\n', BY_HAND],
    [
      'leaves a paragraph that both moved to a person',
      'a\n\nb\n\nc\n\nd\n',
      'b\n\na\n\nc\n\nd\n',
      'b\n\nc\n\na\n\nd\n',
      BY_HAND,
    ],
    [
      'keeps both where the same indented line continues an item on one side only',
      'P\n',
      '- a\n\n  same\n',
      'P\n\n  same\n',
      `${twoVersions('- a\n\n  same', 'P\n\n  same')}\n`,
    ],
    [
      'keeps both where the same line continues an item that one rewrote',
      '- a\n',
      '- A\n\n  same\n',
      '- a\n\n  same\n',
      `${twoVersions('- A\n\n  same', '- a\n\n  same')}\n`,
    ],
    [
      'leaves an indented line to a person that one moved from below what the other made an item',
      'P\n\n  L\n\nQ\n',
      '- A\n\n  L\n\nQ\n',
      'P\n\nQ\n\n  L\n',
      BY_HAND,
    ],
    ['follows a paragraph that one moved', 'a\n\nb\n\nc\n', 'c\n\na\n\nb\n', 'a\n\nB\n\nc\n', 'c\n\na\n\nB\n'],
  ];
  for (const [title, base, ofAlex, ofSam, result] of cases) {
    it(title, () => {
      assert.equal(merged(base, ofAlex, ofSam), result);
    });
  }

  it('puts what is added to one of two kept texts inside its marks', () => {
    const base = '# Page\n\nSam wrote this.\n';
    const both = merged('# Page\n', '# Page\n\nAlex wrote this.\n', base);
    assert.equal(findTwoVersions(both).length, 1);
    const further = merged(base, both, `${base}Sam went on.\n`);
    assert.equal(further, both.replace('Sam wrote this.\n', 'Sam wrote this.\nSam went on.\n'));
    const anew = merged(base, both, `${base}\nSam went on below.\n`);
    assert.equal(anew, both.replace('Sam wrote this.\n', 'Sam wrote this.\n\nSam went on below.\n'));
    const above = merged(base, both, '# Page\n\nSam began so.\n\nSam wrote this.\n');
    assert.equal(above, both.replace('Sam wrote this.\n', 'Sam began so.\n\nSam wrote this.\n'));
  });
});
