import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newestFirst } from '../../src/core/note';
import type { Note } from '../../src/core/note';
import { SortedNotes } from '../../src/core/sorted-notes';
import { runs } from './arbitraries';
import { builtInGuide, noteAt } from './samples';

const { templates } = builtInGuide();
const PATHS = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`).flatMap((date) =>
  ['alex', 'sam', 'alex-2', 'sam-12', 'sam-2'].map((writer) => `5-check-ins/${date}-${writer}.md`),
);
const NOTES = new Map(
  [...PATHS, '1-name-the-betrayal/alex.md'].map((path) => [
    path,
    [noteAt(templates, path, 'a'), noteAt(templates, path, 'b')] as const,
  ]),
);

const change = fc.record({
  path: fc.constantFrom(...NOTES.keys()),
  version: fc.constantFrom(0 as const, 1 as const, undefined),
  isRead: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

describe('sorted notes', () => {
  it('after any changes, few or many at once, are what sorting them would give', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
        const sorted = new SortedNotes();
        const notes = new Map<string, Note>();
        for (const { path, version, isRead } of changes) {
          const now = version === undefined ? undefined : NOTES.get(path)?.[version];
          sorted.replace(path, notes.get(path), now);
          if (now) {
            notes.set(path, now);
          } else {
            notes.delete(path);
          }
          if (isRead) {
            sorted.all();
          }
        }
        const expected = [...notes.values()].sort(newestFirst);
        const found = sorted.all();
        assert.equal(found.length, expected.length);
        assert.ok(found.every((note, index) => note === expected[index]));
      }),
      runs(200),
    );
  });
});
