import assert from 'node:assert/strict';
import fc from 'fast-check';
import { proseOfNote, wordedSections } from '../../../src/core/wording/prose-of-note';
import { anyText, runs } from '../arbitraries';

const NOTE = `---
stage: conversation
title: "You never listen"
---

# You always

## What happened

You never called.

## What I felt

<!-- wording: feelings -->

- [ ] What I felt <!-- step: feelings -->

*Only the feelings, as many as there are.*

I felt alone. You said “you always do this” and \`you never\` left.

> You never listen.

- You always shout, [you never](https://example.org/you-never) answer

\`\`\`
you always
\`\`\`

| you always | you never |
| --- | --- |
| a | b |

<div>you never</div>

### You never

Whatever.

## The answer

You always knew.

<!-- wording: apology -->

I am sorry.
`;

function proseOf(note: string): string[] {
  return wordedSections(note).map(({ section, prose }) => `${section}: ${prose.replace(/\s+/g, ' ').trim()}`);
}

const PIECES = [
  '<!-- wording: feelings -->',
  '<!-- wording: apology -->',
  '<!-- wording: x -->',
  '\n\n',
  '\n',
  '# a',
  '## b',
  '### c',
  '> q',
  '- [ ] t <!-- step: a -->',
  '- l',
  '`',
  '```',
  '~~~',
  '*p*',
  '“q”',
  '"q"',
  '[a](b)',
  '<b>',
  '| a | b |',
  '---',
  'you always',
  '\uFEFF',
  '\r\n',
  '    ',
  '&amp;',
  '\\*',
];
const anyNote = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), anyText), { maxLength: 40 })
  .map((parts) => parts.join(''));
const linesOfPieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('\n\n'));

describe('the prose of a note', () => {
  it('is what the writer wrote in the sections that the template marks', () => {
    assert.deepEqual(proseOf(NOTE), [
      'feelings: I felt alone. You said “ ” and left. You always shout, answer Whatever.',
      'apology: I am sorry.',
    ]);
  });

  it('is as long as its section, line by line', () => {
    for (const { start, end, prose } of wordedSections(NOTE)) {
      assert.equal(prose.length, end - start);
    }
  });

  it('of a whole note is as long as the note, and has its unmarked sections, too', () => {
    const prose = proseOfNote(NOTE);
    assert.equal(prose.length, NOTE.length);
    assert.match(prose, /You never called\.[^]*I felt alone\.[^]*You always knew\./);
    assert.doesNotMatch(prose, /You never listen|What I felt|you always do this/);
    assert.equal(proseOfNote('---\ntitle: You never listen\n---\n').trim(), '');
  });

  it('is nothing in a note without a mark, or with a mark of no known kind', () => {
    assert.deepEqual(wordedSections('You never listen.'), []);
    assert.deepEqual(wordedSections('<!-- wording: weather -->\n\nYou never listen.'), []);
  });

  it('is nothing of what stands in an HTML element, and everything after a tag that is never closed', () => {
    const prose = (paragraph: string): string[] => proseOf(`<!-- wording: feelings -->\n\n${paragraph}\n`);
    assert.deepEqual(prose('Sad, <b>you never <i>listen</i> to</b> <B title="x">me</B> and <!-- you --> tired.'), [
      'feelings: Sad, and tired.',
    ]);
    assert.deepEqual(prose('One<br>two</i> three <b>four <b>five</b>.'), ['feelings: One two three four .']);
  });

  it('ends with a mark of no kind', () => {
    assert.deepEqual(proseOf('<!-- wording: feelings -->\n\nSad.\n\n<!-- wording: -->\n\nWhatever.'), [
      'feelings: Sad.',
    ]);
  });

  it('keeps the offsets of the note, and shows nothing from outside of its sections, whatever the note', () => {
    fc.assert(
      fc.property(fc.oneof(anyNote, linesOfPieces), (note) => {
        let last = 0;
        for (const { start, end, prose } of wordedSections(note)) {
          assert.ok(start >= last && end >= start && end <= note.length);
          assert.equal(prose.length, end - start);
          for (let at = 0; at < prose.length; at += 1) {
            assert.ok(prose[at] === ' ' || prose[at] === note[start + at], `at ${start + at}`);
          }
          assert.equal(prose.replace(/[^\r\n]/g, ''), note.slice(start, end).replace(/[^\r\n]/g, ''));
          const before = note.slice(0, start);
          assert.match(before, /<!--\s*wording:\s*[a-z-]+\s*-->\s*$/);
          last = end;
        }
      }),
      { ...runs(400), examples: [['<!-- wording: feelings -->    '], ['<!-- wording: feelings -->\u00A0\n\nYou.']] },
    );
  });

  it('never shows a heading, a task or a quotation', () => {
    fc.assert(
      fc.property(linesOfPieces, (note) => {
        for (const { prose } of wordedSections(note)) {
          assert.doesNotMatch(prose, /^#|^>|^- \[|wording:|step:/m);
        }
      }),
      runs(200),
    );
  });
});
