import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writingPlace } from '../../src/core/writing-place';
import { runs, stepId, text, tickableNote } from './arbitraries';

const NOTE = `# A

## One

- [x] a <!-- step: a -->

*Prompt.*



## Two

- [ ] b <!-- step: b -->

*Prompt.*

Words.

## Three

- [ ] c <!-- step: c -->
`;

describe('the place to write', () => {
  it('is the empty line below the prompt', () => {
    assert.deepEqual(writingPlace(NOTE, 'a'), { line: 8, column: 0 });
  });

  it('is below the last words of the section', () => {
    assert.deepEqual(writingPlace(NOTE, 'b'), { line: 17, column: 0 });
  });

  it('of no step in particular is that of the first open one', () => {
    assert.deepEqual(writingPlace(NOTE), writingPlace(NOTE, 'b'));
  });

  it('is not there without the step', () => {
    assert.equal(writingPlace(NOTE, 'z'), undefined);
    assert.equal(writingPlace('', 'a'), undefined);
    assert.equal(writingPlace('- [x] a <!-- step: a -->'), undefined);
  });

  it('is at the end of the step where nothing follows', () => {
    assert.deepEqual(writingPlace('- [ ] c <!-- step: c -->', 'c'), { line: 0, column: 24 });
  });

  it('is the same with CRLF', () => {
    for (const id of ['a', 'b', 'c']) {
      assert.deepEqual(writingPlace(NOTE.replaceAll('\n', '\r\n'), id), writingPlace(NOTE, id));
    }
  });

  it('never throws, and lies within the note', () => {
    const notes = fc.oneof(
      text,
      tickableNote.map((note) => note.text),
      fc.tuple(text, text).map(([a, b]) => `${a}\n- [ ] a <!-- step: a -->\n${b}`),
    );
    fc.assert(
      fc.property(notes, fc.option(stepId, { nil: undefined }), (note, id) => {
        const place = writingPlace(note, id);
        if (place) {
          const row = note.split(/\r?\n/)[place.line];
          assert.ok(row !== undefined && place.column >= 0 && place.column <= row.length);
        }
      }),
      runs(400),
    );
  });
});
