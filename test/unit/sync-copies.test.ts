import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NotePaths } from '../../src/core/note-path';
import { copyOf, SyncCopies } from '../../src/core/sync-copies';
import { anyText, runs } from './arbitraries';
import { builtInGuide } from './samples';

describe('copies that other programs make', () => {
  const copies: readonly (readonly [copy: string, note: string])[] = [
    ['5/2026-11-20-sam (Alex’s conflicted copy 2026-11-20).md', '5/2026-11-20-sam.md'],
    ["4-honesty/alex (Alex's conflicted copy 2026-11-20).md", '4-honesty/alex.md'],
    ["4-honesty/alex (Alex's conflicted copy 2026-11-20 (1)).md", '4-honesty/alex.md'],
    ["4-honesty/alex (Alex's conflicted copy 2026-11-20) (1).md", '4-honesty/alex.md'],
    ['4-honesty/alex (Laptop (old) conflicted copy 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex (conflicted copy).md', '4-honesty/alex.md'],
    ['4-honesty/alex (conflicted copy 2026-11-20 101010).md', '4-honesty/alex.md'],
    ['4-honesty/alex (Conflicted Copy Sam 2026-11-20 101010).md', '4-honesty/alex.md'],
    ['4-honesty/alex (In Konflikt stehende Kopie von Sam 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex (Copie en conflit de Sam 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex (copia en conflicto de Sam 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex (Co\u0301pia em conflito de Sam).md', '4-honesty/alex.md'],
    ['4-honesty/alex (конфликтующая копия Sam 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex (Sam の競合コピー 2026-11-20).md', '4-honesty/alex.md'],
    ['4-honesty/alex.sync-conflict-20261120-101010-ABCDEFG.md', '4-honesty/alex.md'],
    ['4-honesty/alex.sync-conflict-20261120-101010.md', '4-honesty/alex.md'],
    ['kintsugi (conflicted copy 2026-11-20 101010).yaml', 'kintsugi.yaml'],
    ['kintsugi.sync-conflict-20261120-101010-ABCDEFG.yaml', 'kintsugi.yaml'],
    ['private/9-path/2026-11-24-night-alex (conflicted copy).md', 'private/9-path/2026-11-24-night-alex.md'],
    ['4-honesty/alex.sync-conflict-20261120-101010-ABCDEFG (conflicted copy).md', '4-honesty/alex.md'],
  ];
  for (const [copy, note] of copies) {
    it(`knows ${copy}`, () => {
      assert.equal(copyOf(copy), note);
    });
  }

  const none = [
    '',
    'alex.md',
    '4-honesty/alex (1).md',
    '4-honesty/alex - Copy.md',
    '4-honesty/alex-LAPTOP.md',
    '4-honesty/alex (our conflict).md',
    '4-honesty/alex (a copy for mother).md',
    '4-honesty/alex conflicted copy 2026-11-20.md',
    '4-honesty/(conflicted copy).md',
    '4-honesty/.sync-conflict-20261120-101010-ABCDEFG.md',
    '4-honesty/alex.sync-conflict-2026.md',
    'a (conflicted copy 2026-11-20)/alex.md',
    '4-honesty/alex (conflicted copy 2026-11-20)',
  ];
  for (const path of none) {
    it(`takes “${path}” for no copy`, () => {
      assert.equal(copyOf(path), undefined);
    });
  }

  it('never takes a note of the guide for a copy, nor a copy for a note', () => {
    const templates = builtInGuide().templates;
    const paths = new NotePaths(templates, ['alex', 'sam']);
    const pattern = fc.constantFrom(...templates.flatMap(({ path, neutralPath }) => [path, neutralPath]));
    const mark = fc.constantFrom(
      ' (conflicted copy)',
      '.sync-conflict-20261120-101010-ABCDEFG',
      ' (Copie en conflit 2026-11-20) (2)',
    );
    fc.assert(
      fc.property(pattern, fc.array(mark, { minLength: 1, maxLength: 3 }), fc.boolean(), (shape, marks, isPrivate) => {
        const inner = shape.replace('${DATE}', '2026-11-20').replace('${PARTNER_ID}', 'sam');
        const note = isPrivate ? `private/${inner}` : inner;
        const copy = note.replace(/\.md$/, `${marks.join('')}.md`);
        assert.ok(paths.match(note).length > 0);
        assert.equal(copyOf(note), undefined);
        assert.equal(copyOf(copy), note);
        assert.deepEqual(paths.match(copy), []);
      }),
      runs(100),
    );
  });

  it('reads any name, and never leads to a copy, to another folder, or to the name itself', () => {
    const piece = fc.oneof(anyText, fc.constantFrom(...copies.flat(), ' (', ')', '.md', '/', '..', 'conflict copy'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const path = pieces.join('');
        const original = copyOf(path);
        if (original !== undefined) {
          assert.notEqual(original, path);
          assert.equal(copyOf(original), undefined);
          assert.equal(original.slice(0, original.lastIndexOf('/') + 1), path.slice(0, path.lastIndexOf('/') + 1));
        }
      }),
      runs(300),
    );
  });

  it('reads a very long name at once', () => {
    const started = Date.now();
    copyOf(`${' ('.repeat(4000)}.md`);
    copyOf(`a${' (conflicted copy)'.repeat(400)}.md`);
    assert.ok(Date.now() - started < 2000);
  });

  it('are kept by name, and only beside what the folder keeps', () => {
    const known = new SyncCopies((path) => path === 'a/alex.md');
    const [one, two] = ['a/alex (conflicted copy 1).md', 'a/alex (conflicted copy 2).md'];
    assert.deepEqual([known.add(two), known.add(one), known.add(one)], [true, true, false]);
    assert.deepEqual([known.add('a/sam (conflicted copy).md'), known.add('a/alex.md')], [false, false]);
    assert.deepEqual(
      [known.covers(one), known.covers('a/alex.md'), known.covers('a/sam (conflicted copy).md')],
      [true, false, false],
    );
    assert.deepEqual(known.all(), [
      { path: one, notePath: 'a/alex.md' },
      { path: two, notePath: 'a/alex.md' },
    ]);
    assert.deepEqual([known.remove(one), known.remove(one)], [true, false]);
    assert.deepEqual(
      known.all().map(({ path }) => path),
      [two],
    );
  });
});
