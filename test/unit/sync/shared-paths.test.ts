import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPrivatePath, isShared } from '../../../src/sync/shared-paths';
import { runs } from '../arbitraries';

const SHARED = [
  'kintsugi.yaml',
  '.gitignore',
  'README.md',
  '5-check-ins/2026-11-23-alex.md',
  '5-check-ins/renamed by hand.md',
  'archive/2025/a.md',
  '.kintsugi/templates/letter.md',
  'é/e\u0301.md',
];

const NOT_SHARED = [
  'private/8-forgiveness/a.md',
  'private',
  'Private/a.md',
  'PRIVATE/a.md',
  'ｐrivate/a.md',
  'private./a.md',
  'private /a.md',
  '5-check-ins/private/a.md',
  '.kintsugi/other.md',
  '.kintsugi/templates/.hidden.md',
  '.obsidian/workspace.md',
  '.git/config.md',
  'node_modules/a/README.md',
  '5-check-ins/2026-11-23-alex.sync-conflict-20261120-101010-ABCDEFG.md',
  "5-check-ins/2026-11-23-alex (Sam's conflicted copy 2026-11-20).md",
  'photo.jpg',
  'notes.txt',
  'sub/kintsugi.yaml',
  'sub/.gitignore',
  '../other/a.md',
  '/a.md',
  '.md',
];

describe('What a sync may put into a commit', () => {
  for (const path of SHARED) {
    it(`takes ${path}`, () => {
      assert.equal(isShared(path), true);
    });
  }

  for (const path of NOT_SHARED) {
    it(`leaves ${JSON.stringify(path)} alone`, () => {
      assert.equal(isShared(path), false);
    });
  }

  it('never takes anything below a folder called private, however deep and however written', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9 _-]{1,8}$/);
    const name = fc.constantFrom('private', 'Private', 'pRIVATE', 'private.');
    fc.assert(
      fc.property(fc.array(segment), name, fc.array(segment), segment, (above, folder, below, file) => {
        const path = [...above, folder, ...below, `${file}.md`].join('/');
        assert.ok(isPrivatePath(path));
        assert.ok(!isShared(path));
      }),
      runs(200),
    );
  });
});
