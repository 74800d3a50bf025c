import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tests as commonMarkExamples } from 'commonmark-spec';
import { readFlatSteps } from '../../src/core/flat-steps';
import { readAllSteps, readSteps } from '../../src/core/steps';
import { grammarText, runs, tickableNote } from './arbitraries';

const USUAL_LINES = [
  '',
  '# Check-in, 2026-11-23',
  '## What I did this week',
  '### Thanks',
  '<!-- wording: check-in -->',
  '*What did you do? "Say" it.*',
  'I went for a walk, and I said so; 2 hours [or more] of it.',
  'Ünïcödé 😀, a < b and <3',
  '- bread',
  '- [ ] call the therapist',
  '1. first',
  '> said',
  '**bold** words',
  ', I thought, and … yes',
  '... ? And then!',
  '!important',
  '$4,200, or 5 %',
] as const;

/** Lines and pieces that open, close, hide or change blocks. */
const HARD = [
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n> ',
  '\n---\n',
  '\n===\n',
  '\n-\n',
  '\n```\n',
  '\n~~~\n',
  '\n<!--\n',
  '\n-->\n',
  '\n<div>\n',
  '\n<pre>\n',
  '\n</pre>\n',
  '\n<?php\n',
  '\n<!A\n',
  '\n[a]: b\n',
  '\n[a]:\n',
  '\n***\n',
  '\n- - -\n',
  '\n# \n',
  '\n##\n',
  '\n## #\n',
  '\n## a ##\n',
  '\n####### a\n',
  '\n#a\n',
  '\n---\na: b\n---\n',
  '\nwords\n',
  '\n1) ',
  '\n2. a\n',
  '\n1234567890. ',
  '\n+ ',
  '\n* a\n',
  '\n- # a\n',
  '\n* # a\n',
  '\n1. # a\n',
  '\n## So *very* _good_\n',
  '\r---\r',
  '\n> # a\n',
  '\n- ```\n',
  '\n- [x]\n',
  '\n- [ ] \n',
  '\n- [\t] a\n',
  '\n\\\n',
  '`',
  '``',
  '\\',
  '*',
  '**',
  '_',
  '[',
  ']',
  '](b)',
  '![',
  '\n![a](b)\n',
  '\n.',
  '\n?',
  '\n!',
  '\n;',
  '\n,',
  '\n:::a\n',
  '\n: a\n',
  '\n$$\n',
  '\n/',
  '\n@',
  '\n^',
  '\n{',
  '\n}',
  '\n)',
  '\n%',
  '&amp;',
  '&#32;',
  '<',
  '>',
  '<b>',
  '<a@b.c>',
  '<!-- a -->',
  '<!---->',
  '<!-->',
  '-->',
  '<!-- step: other -->',
  '<!--step:other-->',
  '<!-- step: A -->',
  '<!-- step: a--b -->',
  '<!-- step: a- -->',
  '- [ ] a <!-- step: other -->',
  '* [ ] a <!-- step: star -->',
  'x',
  'X',
  '#',
  ' #',
  '  a',
  '\u00A0',
  '\u0085',
  '\u2028',
  '\u3000',
  '\uFEFF',
  '\u0000',
  '\uD800',
  'e\u0301',
  '0',
  '12',
  '7.',
  '7)',
] as const;

const step = fc
  .tuple(
    fc.constantFrom(' ', 'x', 'X'),
    fc.constantFrom(
      'What I did',
      'Thanks: yours',
      '1. One thing',
      'Ünder 😀',
      "it's “said” (twice)!",
      '- a',
      '+ b',
      '> c',
    ),
    fc.oneof(
      fc.constantFrom('a', 'did-this-week', '7', 'c-1'),
      fc.nat({ max: 999 }).map((id) => `s-${String(id)}`),
    ),
  )
  .map(([tick, label, id]) => `- [${tick}] ${label} <!-- step: ${id} -->`);
const usualLine = fc.oneof(fc.constantFrom(...USUAL_LINES), fc.constant(''), step);
const usualHead = fc.constantFrom('', '---\ntemplate: check-in\ntrust: 3 # 0 not at all\n---\n', '---\n---\n');
const hardHead = fc.constantFrom(
  '---\n\n---  \n',
  '---\na: 1\n',
  '---\n',
  '----\na: 1\n----\n',
  '\n---\na: 1\n---\n',
  '\uFEFF---\na: 1\n---\n',
  '\uFEFF',
  '---\na: 1\r---\nb: 2\n---\n',
  '---\na: |\n  ---\n---\n',
  `---\na: 1\n${' '.repeat(201)}b: 1\n---\n`,
  `---\na: 1\n${'- '.repeat(51)}\n---\n`,
  `---\na: ${'<!x'.repeat(101)}\n---\n`,
);

/** A note as it is usual, whose lines stand in any order. */
const usualNote = fc
  .record({
    front: fc.oneof({ weight: 9, arbitrary: usualHead }, hardHead),
    lines: fc.array(usualLine, { maxLength: 7 }),
    between: fc.constantFrom('\n', '\n\n', '\n\n'),
    last: fc.constantFrom('', '\n'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ front, lines, between, last, lineEnd }) => (front + lines.join(between) + last).replaceAll('\n', lineEnd));

/** The same with one or two pieces put in, or over something, anywhere. */
const spoiltNote = fc
  .tuple(
    usualNote,
    fc.array(fc.tuple(fc.constantFrom(...HARD), fc.nat(), fc.nat({ max: 2 })), { minLength: 1, maxLength: 2 }),
  )
  .map(([whole, pieces]) =>
    pieces.reduce((text, [put, at, over]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + over);
    }, whole),
  );

/** Whether the flat reader takes a text; it must then say of it, to the column, what the reader of all of Markdown says. */
function isTaken(text: string): boolean {
  const steps = readFlatSteps(text);
  if (steps) {
    assert.deepEqual({ steps, problems: [] }, readAllSteps(text));
  }
  return steps !== undefined;
}

function shareTaken(texts: fc.Arbitrary<string>, count: number): number {
  const { numRuns } = runs(count);
  let taken = 0;
  fc.assert(
    fc.property(texts, (text) => {
      taken += isTaken(text) ? 1 : 0;
    }),
    { numRuns },
  );
  return taken / numRuns;
}

describe('the flat reader of steps', () => {
  it('says what the full reader says of 60,000 notes that are made to be misread, and takes some of them', () => {
    const share = shareTaken(
      fc.oneof(
        { weight: 6, arbitrary: spoiltNote },
        tickableNote.map(({ text }) => text),
        grammarText,
      ),
      60_000,
    );
    assert.ok(share > 0.05, `took ${String(share)}`);
  }).timeout(240_000);

  it('takes usual notes, and says what the full reader says of them', () => {
    const share = shareTaken(usualNote, 5_000);
    assert.ok(share > 0.5, `took ${String(share)}`);
  }).timeout(60_000);

  it('leaves to the full reader what may be too much of it', () => {
    const words = (lines: number): string => `${'words\n'.repeat(lines)}\n- [ ] a <!-- step: a -->\n`;
    assert.equal(isTaken(words(1_900)), true);
    assert.equal(isTaken(words(2_000)), false);
    assert.equal(isTaken(`${'x'.repeat(99_000)}\n`), true);
    assert.equal(isTaken(`${'x'.repeat(101_000)}\n`), false);
  });

  it('says what the full reader says of every example of CommonMark, with a step before it and after it', () => {
    const taken = commonMarkExamples.flatMap(({ markdown }) => [
      isTaken(markdown),
      isTaken(`- [ ] a <!-- step: a -->\n\n${markdown}\n\n- [x] b <!-- step: b -->\n`),
      isTaken(`- [ ] a <!-- step: a -->\n${markdown}- [x] b <!-- step: b -->\n`),
      isTaken(`## Above\n${markdown}## Below\n- [x] b <!-- step: b -->`),
    ]);
    assert.ok(taken.filter(Boolean).length > 100);
  });

  it('is not seen in what is read', () => {
    fc.assert(
      fc.property(fc.oneof(usualNote, spoiltNote), (text) => {
        if (/<!--\s*step:/.test(text)) assert.deepEqual(readSteps(text), readAllSteps(text));
      }),
      runs(500),
    );
  });
});
