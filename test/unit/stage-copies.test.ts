import assert from 'node:assert/strict';
import { NoteIndex } from '../../src/core/note-index';
import { SyncCopies } from '../../src/core/sync-copies';
import { copiesOfStage } from '../../src/views/stage-tree/copies';
import { builtInGuide, bytesOf, coupleOf } from './samples';

const [guide, couple] = [builtInGuide(), coupleOf()];

function titlesOf(paths: readonly string[], stage: string, viewer: string | undefined, note?: string) {
  const index = new NoteIndex(guide, couple);
  if (note !== undefined) {
    index.update(note, bytesOf('---\nrole: broke-trust\n---\n'));
  }
  const copies = new SyncCopies((path) => index.covers(path));
  paths.forEach((path) => copies.add(path));
  return copiesOfStage({ couple, guide, index, copies }, stage, viewer).map(({ name, hasNote }) => [
    name.template.title,
    name.partner,
    hasNote,
  ]);
}

describe('the copies of a stage', () => {
  it('are called what the page of its writer is called, in the role of the note', () => {
    const copy = '4-honesty/alex (conflicted copy).md';
    assert.deepEqual(titlesOf([copy], 'honesty', 'sam'), [['What honesty would give me', 'alex', false]]);
    assert.deepEqual(titlesOf([copy], 'honesty', 'sam', '4-honesty/alex.md'), [['What I tell openly', 'alex', true]]);
    assert.deepEqual(titlesOf([copy], 'path', 'sam'), []);
  });

  it('show a copy of a private note to its author alone', () => {
    const copies = ['alex', 'sam'].map((id) => `private/9-path/2026-11-24-night-${id} (conflicted copy).md`);
    assert.deepEqual(
      titlesOf(copies, 'path', 'alex').map(([, partner]) => partner),
      ['alex'],
    );
    assert.deepEqual(titlesOf(copies, 'path', undefined), []);
  });
});
