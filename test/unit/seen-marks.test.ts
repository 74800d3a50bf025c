import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seenMark, SeenMarks } from '../../src/core/seen-marks';
import { runs } from './arbitraries';
import { builtInGuide, noteAt } from './samples';

const { templates } = builtInGuide();
const noteWith = (path: string, text: string) => noteAt(templates, path, text);

describe('the marks of what was seen', () => {
  it('are kept as one text, and are the same afterwards', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.maxSafeNat()), fc.maxSafeNat(), (own, other) => {
        const read = SeenMarks.read(SeenMarks.of(own).text);
        assert.equal(read.size, own.length);
        assert.ok(own.every((mark) => read.has(mark)));
        assert.equal(read.has(other), own.includes(other));
      }),
      runs(200),
    );
  });

  it('are more with others, and fewer where only some are kept', () => {
    const some = SeenMarks.of([5, 1, 3]).with([4, 2]);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((mark) => some.has(mark)),
      [false, true, true, true, true, true, false],
    );
    assert.equal(some.only(SeenMarks.of([2, 9])).text, SeenMarks.of([2]).text);
  });

  it('are none where something else was kept', () => {
    for (const text of ['', 'not kept', 'AAAA', '{}']) {
      assert.equal(SeenMarks.read(text).size, 0, text);
    }
  });

  it('are others for another note, and for another content, and the same for the same', () => {
    const of = (path: string, text: string): number => seenMark(noteWith(path, text));
    const marks = new Set<number>();
    for (let day = 1; day <= 28; day += 1) {
      for (const partner of ['alex', 'sam']) {
        for (const text of ['', 'one', 'two']) {
          const path = `6-kindness/2026-02-${String(day).padStart(2, '0')}-${partner}.md`;
          marks.add(of(path, text));
          assert.equal(of(path, text), of(path, text));
        }
      }
    }
    assert.equal(marks.size, 28 * 2 * 3);
    assert.ok([...marks].every((mark) => Number.isSafeInteger(mark) && mark >= 0));
  });

  it('tell neither the path nor a word of the note', () => {
    const { text } = SeenMarks.of([seenMark(noteWith('6-kindness/2026-02-01-sam.md', '# Zugvogel'))]);
    assert.match(text, /^[0-9A-Za-z+/]{11}=$/);
  });
});
