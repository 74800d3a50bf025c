import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NoteIndex } from '../../src/core/note-index';
import type { Note } from '../../src/core/note';
import { runs } from './arbitraries';
import { builtInGuide, bytesOf, coupleOf, told } from './samples';

const GUIDE = builtInGuide();
const PATHS = [
  '1-name-the-betrayal/alex.md',
  '1-name-the-betrayal/sam.md',
  '1-name-the-betrayal/together.md',
  '4-honesty/alex.md',
  '4/alex.md',
  '5-check-ins/2026-11-23-alex.md',
  '5-check-ins/2026-11-23-alex-2.md',
  '5-check-ins/2026-11-23-sam.md',
  '5-check-ins/README.md',
  '9-path/2026-11-24-setback-sam.md',
  'private/9-path/2026-11-24-night-alex.md',
  'private/8-forgiveness/2026-11-24-alex.md',
  'kintsugi.yaml',
  'photo.png',
  '3-commitment/2026-11-24-commitment-sam.md',
] as const;
const CONTENTS = [
  '',
  '---\ntemplate: check-in\ntrust: 4\n---\n',
  '- [ ] a <!-- step: read -->\n',
  '- [x] a <!-- step: read -->\n',
  '<<<<<<< HEAD\n',
  '\0',
  '---\nrole: hurt\n',
  '---\nact: signed\ndigest: abc\n---\nWords',
] as const;
const FOLDERS = ['1-name-the-betrayal', '5-check-ins', 'private', 'private/9-path', 'moved', '4', '9-path'] as const;

type Event =
  | { readonly type: 'write'; readonly path: string; readonly content: string }
  | { readonly type: 'remove'; readonly path: string }
  | { readonly type: 'rename'; readonly path: string; readonly to: string };

const place = fc.constantFrom(...PATHS);
const anywhere = fc.oneof({ weight: 3, arbitrary: place }, fc.constantFrom(...FOLDERS));
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('write' as const), path: place, content: fc.constantFrom(...CONTENTS) }),
  },
  fc.record({ type: fc.constant('remove' as const), path: anywhere }),
  fc.record({ type: fc.constant('rename' as const), path: place, to: place }),
  fc.record({
    type: fc.constant('rename' as const),
    path: fc.constantFrom(...FOLDERS),
    to: fc.constantFrom(...FOLDERS),
  }),
);

const isAtOrBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** What happens to the files, and, told as the watcher tells it, to the index. */
function happen(files: Map<string, string>, index: NoteIndex, { type, path, ...rest }: Event): void {
  if (type === 'write') {
    const content = 'content' in rest ? rest.content : '';
    files.set(path, content);
    index.update(path, bytesOf(content));
    return;
  }
  const gone = [...files].filter(([known]) => isAtOrBelow(known, path));
  gone.forEach(([known]) => files.delete(known));
  index.remove(path);
  if ('to' in rest) {
    for (const [known, content] of gone) {
      const moved = rest.to + known.slice(path.length);
      files.set(moved, content);
      index.update(moved, bytesOf(content));
    }
  }
}

const byPath = (notes: readonly Note[]): readonly Note[] => [...notes].sort((a, b) => (a.path < b.path ? -1 : 1));

function fresh(files: ReadonlyMap<string, string>): NoteIndex {
  const index = new NoteIndex(GUIDE, coupleOf());
  for (const [path, content] of files) {
    index.update(path, bytesOf(content));
  }
  return index;
}

describe('the index of notes', () => {
  it('after any sequence of events equals one that is built fresh', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const files = new Map<string, string>();
        const index = new NoteIndex(GUIDE, coupleOf());
        events.forEach((one) => {
          happen(files, index, one);
        });
        const expected = fresh(files);
        assert.deepEqual(byPath(index.all()), byPath(expected.all()));
        for (const { id } of GUIDE.stages) {
          assert.deepEqual(index.ofStage(id), expected.ofStage(id));
        }
        for (const path of PATHS) {
          assert.deepEqual(index.note(path), expected.note(path));
        }
      }),
      runs(200),
    );
  });

  it('tells who listens of every note, as it was and as it is, until nobody does', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const [files, heard] = [new Map<string, string>(), new Map<string, Note>()];
        const index = new NoteIndex(GUIDE, coupleOf());
        const listening = index.listen((path, before, now) => {
          assert.equal(before, heard.get(path));
          if (now) {
            heard.set(path, now);
          } else {
            heard.delete(path);
          }
        });
        events.forEach((one) => {
          happen(files, index, one);
        });
        const expected = index.all();
        assert.deepEqual(byPath([...heard.values()]), byPath(expected));
        listening.dispose();
        index.update('5-check-ins/2026-11-25-alex.md', bytesOf('a'));
        assert.deepEqual(byPath([...heard.values()]), byPath(expected));
      }),
      runs(50),
    );
  });

  it('gives out the same notes of a stage until one of them changes, and newest first', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    const day = (number: number): string => `5-check-ins/2026-11-${String(number)}-alex.md`;
    [12, 10, 14].forEach((number) => index.update(day(number), bytesOf('a')));
    const before = index.ofStage('check-ins');
    assert.deepEqual(
      before.map(({ path }) => path),
      [day(14), day(12), day(10)],
    );
    index.update('6-kindness/2026-11-24-sam.md', bytesOf('a'));
    index.update(day(12), bytesOf('a'));
    assert.equal(index.ofStage('check-ins'), before);
    index.update(day(13), bytesOf('a'));
    index.remove(day(14));
    assert.equal(before.length, 3);
    assert.deepEqual(
      index.ofStage('check-ins').map(({ path }) => path),
      [day(13), day(12), day(10)],
    );
  });

  it('tells the notes that hold something that cannot be used, while they do', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    const path = '5-check-ins/2026-11-23-alex.md';
    index.update(path, bytesOf('---\ntrust: much\n---\n'));
    assert.deepEqual(
      index.withProblems().map((note) => note.path),
      [path],
    );
    index.update(path, bytesOf('---\ntrust: 3\n---\n'));
    assert.deepEqual(index.withProblems(), []);
    index.updateUnreadable(path, 'no-permission');
    index.remove(path);
    assert.deepEqual(index.withProblems(), []);
  });

  it('says whether something changed', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    const path = '5-check-ins/2026-11-23-alex.md';
    assert.equal(index.update(path, bytesOf('a')), true);
    assert.equal(index.update(path, bytesOf('a')), false);
    assert.equal(index.update(path, bytesOf('b')), true);
    assert.equal(index.update('5-check-ins/README.md', bytesOf('a')), false);
    assert.equal(index.remove('5-check-in'), false);
    assert.equal(index.remove('5-check-ins'), true);
    assert.equal(index.remove(path), false);
    assert.deepEqual(index.all(), []);
  });

  it('keeps a file that cannot be had until it can be had again', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    const path = '5-check-ins/2026-11-23-alex.md';
    assert.equal(index.updateUnreadable('photo.png', 'symbolic-link'), false);
    assert.equal(index.updateUnreadable(path, 'no-permission'), true);
    assert.equal(index.updateUnreadable(path, 'no-permission'), false);
    assert.equal(index.updateUnreadable(path, 'not-a-file'), true);
    assert.deepEqual(told(index.note(path)?.problems ?? []), ['not-a-file:0']);
    assert.equal(index.update(path, bytesOf('Words')), true);
    assert.deepEqual(index.all(), fresh(new Map([[path, 'Words']])).all());
  });

  it('puts a note into the stage of its path', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    const path = '9-path/2026-11-24-setback-sam.md';
    index.update(path, bytesOf('a'));
    assert.deepEqual(
      index.ofStage('path').map((note) => note.path),
      [path],
    );
    assert.deepEqual(index.ofStage('nothing'), []);
  });

  it('knows which files can be notes', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    assert.equal(index.covers('5-check-ins/2026-11-23-alex.md'), true);
    assert.equal(index.covers('private/5-check-ins/2026-11-23-alex.md'), true);
    assert.equal(index.covers('kintsugi.yaml'), false);
    assert.ok(index.folders().includes('9-path'));
  });

  it('holds no prose of a note', () => {
    const index = new NoteIndex(GUIDE, coupleOf());
    index.update('4-honesty/alex.md', bytesOf('---\npartner: alex\n---\n\nUnspeakable words\n'));
    assert.ok(!JSON.stringify(index.all()).includes('Unspeakable'));
  });
});
