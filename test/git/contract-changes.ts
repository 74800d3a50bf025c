import assert from 'node:assert/strict';
import type { FileChange } from '../../src/sync/port';
import type { Setting } from './contract';
import { putHook } from './repositories';
import { stopsWith } from './trouble-of';

const LONG_NOTE = Array.from({ length: 40 }, (_, index) => `Line ${String(index)}\n`).join('');

/** Names that shells, pathspecs or file systems take for something else. */
const ODD_NAMES = [
  'a note with spaces.md',
  ' begins with one.md',
  'Über Grüße.md'.normalize('NFC'),
  'Über Grüße.md'.normalize('NFD'),
  'quo"te.md',
  "apo'strophe.md",
  '-dash.md',
  '#hash.md',
  '!bang.md',
  ':colon.md',
  ':(glob)magic.md',
  '*.md',
  '?.md',
  '[ab].md',
  'back\\slash.md',
  '$HOME.md',
  '日本語 ☕.md',
];

const sorted = (changes: readonly FileChange[]): readonly FileChange[] =>
  [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));

/** What was changed, staging and committing. */
export function describeChanges(setting: () => Setting): void {
  describe('tells what has changed', () => {
    it('between the last commit, the index and the files', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'changed.md': 'a\n', 'deleted.md': 'b\n', 'both.md': 'c\n', 'old name.md': LONG_NOTE });
      const repository = await open(clone);
      clone.write('changed.md', 'A\n');
      clone.remove('deleted.md');
      clone.write('both.md', 'C\n');
      await clone.git('add', 'both.md');
      clone.write('both.md', 'CC\n');
      await clone.git('mv', 'old name.md', 'new näme.md');
      clone.write('folder/new.md', 'n\n');
      clone.write('staged.md', 's\n');
      await clone.git('add', 'staged.md');
      const state = await repository.state();
      assert.deepEqual(sorted(state.staged), [
        { path: 'both.md', kind: 'changed' },
        { path: 'new näme.md', from: 'old name.md', kind: 'renamed' },
        { path: 'staged.md', kind: 'added' },
      ]);
      assert.deepEqual(sorted(state.unstaged), [
        { path: 'both.md', kind: 'changed' },
        { path: 'changed.md', kind: 'changed' },
        { path: 'deleted.md', kind: 'deleted' },
        { path: 'folder/new.md', kind: 'added' },
      ]);
    });

    it('and never what git is told to leave out', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ '.gitignore': '/private/\n' });
      clone.write('private/a.md', 'a\n');
      const repository = await open(clone);
      assert.deepEqual((await repository.state()).unstaged, []);
    });

    it('at once, also when files change again and again', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n' });
      const repository = await open(clone);
      for (let round = 0; round < 5; round += 1) {
        const path = `${String(round)}.md`;
        clone.write(path, 'x\n');
        assert.deepEqual((await repository.state()).unstaged, [{ path, kind: 'added' }]);
        await repository.stage([path]);
        assert.deepEqual((await repository.state()).staged, [{ path, kind: 'added' }]);
        await repository.commit('Notes');
        const state = await repository.state();
        assert.deepEqual([state.staged, state.unstaged], [[], []]);
        assert.equal(state.head, await clone.head());
      }
    });
  });

  describe('stages', () => {
    it('the named files and no others, whatever they are called', async function () {
      if (process.platform === 'win32') this.skip();
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const repository = await open(clone);
      for (const name of ODD_NAMES) clone.write(name, `${name}\n`);
      for (const name of ODD_NAMES) {
        await repository.stage([name]);
        assert.deepEqual((await clone.git('diff', '--cached', '--name-only', '-z')).split('\0'), [name, '']);
        assert.equal(await repository.holds('index', name), true, name);
        await clone.git('rm', '--quiet', '--cached', '-r', '.');
      }
      await repository.stage(ODD_NAMES);
      await repository.commit('Odd names');
      assert.deepEqual((await repository.state()).unstaged, []);
      for (const name of ODD_NAMES) assert.equal(await repository.holds({ commit: 'HEAD' }, name), true, name);
    });

    it('files in folders, changed ones and deleted ones', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'one/a.md': 'a\n', 'one/b.md': 'b\n', 'two/c.md': 'c\n' });
      clone.write('one/a.md', 'A\n');
      clone.remove('one/b.md');
      clone.remove('two/c.md');
      const repository = await open(clone);
      await repository.stage(['one/a.md', 'two/c.md']);
      const state = await repository.state();
      assert.deepEqual(sorted(state.staged), [
        { path: 'one/a.md', kind: 'changed' },
        { path: 'two/c.md', kind: 'deleted' },
      ]);
      assert.deepEqual(state.unstaged, [{ path: 'one/b.md', kind: 'deleted' }]);
    });

    it('nothing at all where no file is named', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      clone.write('a.md', 'a\n');
      const repository = await open(clone);
      await assert.rejects(repository.stage([]));
      assert.equal(await clone.git('ls-files'), '');
    });

    it('several hundred files', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const paths = Array.from({ length: 400 }, (_, index) => `a folder with a long name/note ${String(index)}.md`);
      for (const path of paths) clone.write(path, 'x\n');
      const repository = await open(clone);
      await repository.stage(paths);
      assert.equal((await clone.git('ls-files')).split('\n').length, 400);
      assert.equal((await repository.state()).staged.length, 400);
    });

    it('line ends as the clone asks for, and then finds nothing changed', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ settings: { 'core.autocrlf': 'true' } });
      clone.write('a.md', 'one\r\ntwo\r\n');
      const repository = await open(clone);
      await repository.stage(['a.md']);
      await repository.commit('Notes');
      assert.equal(await clone.git('cat-file', 'blob', 'HEAD:a.md'), 'one\ntwo');
      assert.deepEqual((await repository.state()).unstaged, []);
    });
  });

  describe('commits', () => {
    it('the index alone, with the message as it is', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n', 'b.md': 'b\n' });
      clone.write('a.md', 'A\n');
      clone.write('b.md', 'B\n');
      const repository = await open(clone);
      await repository.stage(['a.md']);
      const message = 'Share "notes" $HOME `x`\n\n-m not an option\n日本';
      await repository.commit(message);
      assert.equal(await clone.git('log', '-1', '--format=%B'), `${message}\n`);
      assert.equal(await clone.git('show', '--format=', '--name-only', 'HEAD'), 'a.md');
      assert.deepEqual((await repository.state()).unstaged, [{ path: 'b.md', kind: 'changed' }]);
    });

    it('not in the name of nobody', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ person: undefined, settings: { 'user.useConfigOnly': 'true' } });
      clone.write('a.md', 'a\n');
      const repository = await open(clone);
      await repository.stage(['a.md']);
      await stopsWith('no-user-name', repository.commit('Notes'));
      assert.equal((await repository.state()).head, undefined);
    });

    for (const hook of ['pre-commit', 'commit-msg']) {
      it(`not against a ${hook} hook, and skips none`, async () => {
        const { repositories, open } = setting();
        const clone = await repositories.alone();
        clone.hook(hook, 'echo "not today" >&2; exit 1');
        clone.write('a.md', 'a\n');
        const repository = await open(clone);
        await repository.stage(['a.md']);
        await stopsWith('hook-refused', repository.commit('Notes'));
        assert.deepEqual((await repository.state()).staged, [{ path: 'a.md', kind: 'added' }]);
      });
    }

    it('not with a hook that refuses in a folder of its own', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ settings: { 'core.hooksPath': 'hooks of ours' } });
      putHook(`${clone.folder}/hooks of ours`, 'pre-commit', 'exit 1');
      clone.write('a.md', 'a\n');
      const repository = await open(clone);
      await repository.stage(['a.md']);
      await stopsWith('hook-refused', repository.commit('Notes'));
    });

    it('not where it has to be signed and cannot be', async () => {
      const { repositories, open } = setting();
      const settings = { 'commit.gpgSign': 'true', 'gpg.program': '/nonexistent/gpg' };
      const clone = await repositories.alone({ settings });
      clone.write('a.md', 'a\n');
      const repository = await open(clone);
      await repository.stage(['a.md']);
      await stopsWith('signature-impossible', repository.commit('Notes'));
    });
  });
}
