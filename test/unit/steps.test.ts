import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAllSteps, readSteps } from '../../src/core/steps';
import { anyText, runs, text, tickableNote } from './arbitraries';
import { told } from './samples';

const STEP = '- [ ] Say it <!-- step: say-it -->';

describe('steps', () => {
  it('are task-list items with an id', () => {
    const source = `# Title\n\n${STEP}\n- [x] Hear it <!-- step: hear-it -->\n- [ ] no step\n- no task\n`;
    assert.deepEqual(readSteps(source), {
      steps: [
        {
          id: 'say-it',
          ticked: false,
          label: 'Say it',
          heading: undefined,
          tickOffset: 12,
          place: { line: 2, startColumn: 0, endColumn: 34 },
          end: 43,
        },
        {
          id: 'hear-it',
          ticked: true,
          label: 'Hear it',
          heading: undefined,
          tickOffset: 47,
          place: { line: 3, startColumn: 0, endColumn: 36 },
          end: 80,
        },
      ],
      problems: [],
    });
  });

  const labels: readonly (readonly [source: string, label: string])[] = [
    ['- [ ] **Bold** and *not* <!-- step: a -->', 'Bold and not'],
    ['- [ ] With `code_here` <!-- step: a -->', 'With code_here'],
    ['- [ ] A [link](https://example.org) <!-- step: a -->', 'A link'],
    ['- [ ] Two\n  lines <!-- step: a -->', 'Two lines'],
    ['- [ ] R&eacute;sum&eacute; 😀 <!-- step: a -->', 'Résumé 😀'],
    ['- [ ] <!-- step: a -->words after', 'words after'],
  ];
  for (const [source, label] of labels) {
    it(`have the words of ${source}`, () => {
      assert.equal(readSteps(source).steps[0]?.label, label);
    });
  }

  it('have the words of the heading of their section', () => {
    const source = `# Title\n\n${STEP}\n\n## 2. *What* I felt\n\n- [ ] a <!-- step: a -->\n`;
    assert.deepEqual(
      readSteps(source).steps.map(({ heading }) => heading),
      [undefined, '2. What I felt'],
    );
  });

  for (const [title, source] of [
    ['other bullets', STEP.replace('-', '*')],
    ['numbers', STEP.replace('-', '1.')],
    ['a quotation', `> ${STEP}`],
    ['a list in a list', `- a\n  ${STEP}`],
    ['a list after text', `Text\n${STEP}`],
    ['emphasis', '- [ ] *Say it <!-- step: say-it -->*'],
    ['tabs', '-\t[ ]\tSay it\t<!-- step: say-it -->'],
    ['CRLF', `# Title\r\n\r\n${STEP}\r\n`],
    ['a byte order mark', `\uFEFF${STEP}`],
    ['two byte order marks', `\uFEFF\uFEFF${STEP}`],
    ['spaces in the comment', '- [ ] a <!--   step:say-it   -->'],
    ['front matter before it', `---\na: "- [ ] b <!-- step: b -->"\n---\n${STEP}`],
  ] as const) {
    it(`are found with ${title}`, () => {
      const { steps, problems } = readSteps(source);
      assert.deepEqual(
        steps.map(({ id }) => id),
        ['say-it'],
      );
      assert.equal(source.charAt((steps[0]?.tickOffset ?? 0) - 1), '[');
      assert.deepEqual(problems, []);
    });
  }

  for (const [title, source] of [
    ['code', `\`\`\`\n${STEP}\n\`\`\``],
    ['indented code', `Text\n\n    ${STEP}`],
    ['a comment', `<!--\n${STEP}\n`],
    ['a code span', '- [ ] a `<!-- step: say-it -->`'],
    ['front matter', `---\n${STEP}\n---\n`],
    ['a paragraph', '[ ] Say it <!-- step: say-it -->'],
    ['capitals', '- [ ] a <!-- step: Say-It -->'],
    ['other comments', '- [ ] a <!-- wording: feelings -->'],
  ] as const) {
    it(`are not seen in ${title}`, () => {
      assert.deepEqual(readSteps(source), { steps: [], problems: [] });
    });
  }

  const broken: readonly (readonly [title: string, source: string, problem: string])[] = [
    ['an id that comes twice', `${STEP}\n\n## b\n\n${STEP}\n`, 'step-twice:4'],
    ['an item that is no task', 'Text\n\n- Say it <!-- step: say-it -->', 'step-without-task:2'],
    ['a word in the brackets', '\n- [yes] Say it <!-- step: say-it -->', 'step-without-task:1'],
    ['a tab in the brackets', '\n- [\t] Say it <!-- step: say-it -->', 'task-bracket:1'],
    ['a line end in the brackets', '\n- [\n] Say it <!-- step: say-it -->', 'task-bracket:1'],
    ['quotations 1,000 deep', `a\n\n${'> '.repeat(1000)}${STEP}`, 'too-deep:2'],
    ['lists 1,000 deep', `a\n\n${'- '.repeat(1000)}${STEP}`, 'too-deep:2'],
    [
      'lists 150 deep over as many lines',
      `${Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')}\n${STEP}`,
      'too-deep:100',
    ],
    [
      '10,000 task items',
      Array.from({ length: 10_000 }, (_, index) => `- [ ] a <!-- step: a-${String(index)} -->\n`).join(''),
      'too-large:2000',
    ],
    ['10,000 quotations', `${'> a\n\n'.repeat(10_000)}${STEP}`, 'too-large:4000'],
    ['more lines than anybody writes', `${'a\n'.repeat(20_000)}\n${STEP}`, 'too-large:10000'],
    ['more characters than anybody writes', `${'a '.repeat(300_000)}\n\n${STEP}`, 'too-large:0'],
    ['comments that are not closed', `a\n\n${'a<!--'.repeat(20_000)}\n\n${STEP}`, 'too-large:2'],
    ['beginnings of instructions', `a\n\n${'a<?'.repeat(20_000)}\n\n${STEP}`, 'too-large:2'],
  ];
  for (const [title, source, expected] of broken) {
    it(`tell the line of ${title}`, () => {
      assert.deepEqual(told(readSteps(source).problems), [expected]);
    });
  }

  it('are found below a thematic break that begins the text', () => {
    assert.deepEqual(
      readAllSteps('---\n\n<!-- a comment -->\n\n- [ ] t <!-- step: a -->').steps.map(({ id }) => id),
      ['a'],
    );
  });

  it('keep the first of two with one id', () => {
    const { steps } = readSteps(`- [x] a <!-- step: a -->\n- [ ] b <!-- step: a -->\n`);
    assert.deepEqual(
      steps.map(({ label, ticked }) => [label, ticked]),
      [['a', true]],
    );
  });

  for (const [title, hard] of [
    ['brackets 1,000 deep', `${'['.repeat(1000)}a${']'.repeat(1000)}`],
    ['20,000 brackets', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['30,000 marks of emphasis', '*a_'.repeat(30_000)],
    ['1,000 links in links', '[a]('.repeat(1000)],
    ['20,000 tags that are not closed', 'a <b c="'.repeat(20_000)],
    ['backticks of 400 lengths', Array.from({ length: 400 }, (_, length) => `${'`'.repeat(length)}a`).join('')],
    ['a very long line', 'word '.repeat(60_000)],
    ['a line of 300,000 spaces at its end', `a${' '.repeat(300_000)}`],
    ['list items in a hundred lists', '- a\n\n# b\n\n'.repeat(900)],
    ['a paragraph of 5,000 lines below an item', `- a\n${'b\n'.repeat(5000)}`],
  ] as const) {
    it(`are found before and after ${title}`, () => {
      const { steps } = readSteps(`- [ ] a <!-- step: a -->\n\n${hard}\n\n## End\n\n- [x] b <!-- step: b -->\n`);
      assert.deepEqual(
        steps.map(({ id, ticked }) => [id, ticked]),
        [
          ['a', false],
          ['b', true],
        ],
      );
    });
  }

  it('never throw, whatever the text, and point into it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.tuple(text, text).map(([a, b]) => `${a}\n\n${STEP}\n${b}`),
        ),
        (source) => {
          const lineCount = source.split('\n').length;
          const { steps, problems } = readSteps(source);
          for (const { tickOffset, ticked, place, end } of steps) {
            assert.ok((ticked ? /[xX]/ : / /).test(source.charAt(tickOffset)), source);
            assert.equal(source.charAt(tickOffset - 1), '[');
            assert.equal(source.charAt(tickOffset + 1), ']');
            assert.ok(place.line < lineCount && end <= source.length && tickOffset < end);
          }
          assert.ok(problems.every(({ line }) => line < lineCount));
          assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
        },
      ),
      runs(500),
    );
  });

  it('are all found in a note that somebody wrote', () => {
    fc.assert(
      fc.property(tickableNote, ({ text: note, ids }) => {
        assert.deepEqual(
          readSteps(note).steps.map(({ id }) => id),
          ids,
        );
      }),
      runs(150),
    );
  });

  it('are the same whatever words stand above them', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const above = words.replace(/[\r\n<>`~\0\uFEFF$\\]/g, '').trim();
        const [found] = readSteps(`${above}\n\n# h\n\n${STEP}\n`).steps;
        assert.equal(found?.tickOffset, above.length + 10);
      }),
      runs(200),
    );
  });
});
