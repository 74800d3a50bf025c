import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readingPlace } from '../../src/core/reading-place';

const NUMBERS = ['trust', 'hurt'];

const CHECK_IN = `---
template: check-in
partner: alex
trust: 4 # 0 not at all, 10 fully
hurt: 6
---

# Check-in, 2026-03-09

A sentence.

## What goes better

- [ ] What goes better <!-- step: better -->

## One request

- [ ] One request <!-- step: request -->
`;

/** The row at which reading begins, and what stands there. */
function at(text: string, numbers: readonly string[] = []): string {
  const { line, column } = readingPlace(text, numbers);
  return (text.split(/\r?\n/)[line] ?? '').slice(column);
}

describe('where one begins to read a note', () => {
  it('is its first number in the front matter, in the order in which it was written', () => {
    assert.equal(at(CHECK_IN, NUMBERS), '4 # 0 not at all, 10 fully');
    assert.equal(at(CHECK_IN, ['hurt']), '6');
    assert.equal(at(CHECK_IN.replaceAll('\n', '\r\n'), ['hurt']), '6');
  });

  it('is the heading above its first step, where it has no number', () => {
    assert.equal(at(CHECK_IN), '## What goes better');
    assert.equal(at('# Title\n\n- [ ] Only this <!-- step: this -->\n'), '- [ ] Only this <!-- step: this -->');
  });

  it('is its first heading, or its first line, where it was written freely', () => {
    assert.equal(at('---\npartner: alex\n---\n\n# A hard day\n\nWords.\n'), '# A hard day');
    assert.equal(at('---\npartner: alex\n---\nWords.\n'), 'Words.');
    assert.equal(at('Words.'), 'Words.');
    assert.equal(at(''), '');
  });

  it('lies in the note, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('---\n', '# a\n', '\r\n', 'hurt: 3\n', 'a', '\n')), (parts) => {
        const text = parts.join('');
        const { line, column } = readingPlace(text, NUMBERS);
        const rows = text.split(/\r?\n/);
        assert.ok(line >= 0 && line < rows.length && column >= 0 && column <= (rows[line] ?? '').length);
      }),
    );
  });
});
