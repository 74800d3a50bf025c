import assert from 'node:assert/strict';
import type { Setting } from './contract';
import type { Clone } from './repositories';
import { stopsWith } from './trouble-of';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files of one side; `undefined` for one that it deletes. */
type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

async function commitAll(clone: Clone, files: Files): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) clone.remove(path);
    else clone.write(path, content);
  }
  await clone.git('add', '-A', '--', ...Object.keys(files).map((path) => `:(literal)${path}`));
  await clone.git('commit', '--quiet', '-m', 'Notes');
  return await clone.head();
}

/** Lets two branches part, and stays on ours. @returns the commit of theirs */
async function part(clone: Clone, base: Files, ours: Files, theirs: Files): Promise<string> {
  await commitAll(clone, { 'base.md': 'base\n', ...base });
  await clone.git('checkout', '--quiet', '-b', 'theirs');
  const other = await commitAll(clone, theirs);
  await clone.git('checkout', '--quiet', 'main');
  await commitAll(clone, ours);
  return other;
}

/** Merging, and the three sides of what both changed. */
export function describeMerging(setting: () => Setting): void {
  describe('merges', () => {
    it('without a commit of its own where only the other side moved on', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n' });
      await clone.git('checkout', '--quiet', '-b', 'theirs');
      const theirs = await clone.commit({ 'a.md': 'A\n' });
      await clone.git('checkout', '--quiet', 'main');
      const repository = await open(clone);
      assert.equal(await repository.merge(theirs), 'merged');
      assert.equal((await repository.state()).head, theirs);
      assert.equal(await repository.merge(theirs), 'merged', 'again, which changes nothing');
      assert.equal(await clone.head(), theirs);
    });

    it('what does not meet, with a merge commit', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'theirs.md': 't\n' });
      const ours = await clone.head();
      const repository = await open(clone);
      assert.equal(await repository.merge(theirs), 'merged');
      assert.equal(await clone.git('log', '-1', '--format=%P'), `${ours} ${theirs}`);
      assert.equal((await repository.state()).merging, undefined);
    });

    it('up to what meets, and hands out all three sides byte by byte', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const sides: Record<string, readonly [Uint8Array | undefined, Uint8Array | undefined, Uint8Array | undefined]> = {
        'crlf ü.md': [bytes('one\r\ntwo'), bytes('ONE\r\ntwo'), bytes('1\r\ntwo\n\n')],
        'bom.md': [bytes('\uFEFFa\n'), bytes('\uFEFFb'), bytes('c')],
        'binary.bin': [Uint8Array.of(0, 255, 128), Uint8Array.of(0, 254, 13, 10), Uint8Array.of(0, 253, 10)],
        '[x]*.md': [bytes('a\n'), bytes('b\n'), bytes('c\n')],
        'we deleted.md': [bytes('a\n'), undefined, bytes('b\n')],
        'they deleted.md': [bytes('a\n'), bytes('b\n'), undefined],
        'both added.md': [undefined, bytes('x\n'), bytes('y\n')],
        'empty.md': [bytes('a\n'), bytes('b\n'), bytes('')],
      };
      const sideOf = (index: number): Files =>
        Object.fromEntries(
          Object.entries(sides)
            .map(([path, contents]) => [path, contents[index]] as const)
            .filter(([path, content]) => content !== undefined || (index > 0 && sides[path]?.[0] !== undefined)),
        );
      const theirs = await part(clone, sideOf(0), sideOf(1), sideOf(2));
      const repository = await open(clone);
      const ours = await clone.head();
      assert.equal(await repository.merge(theirs), 'conflicts');
      const state = await repository.state();
      assert.equal(state.merging, theirs);
      assert.equal(state.head, ours);
      assert.deepEqual([...state.conflicts].sort(), Object.keys(sides).sort());
      assert.deepEqual([state.staged, state.unstaged], [[], []]);
      for (const [path, contents] of Object.entries(sides)) {
        for (const [index, stage] of (['base', 'ours', 'theirs'] as const).entries()) {
          assert.deepEqual(await repository.side(stage, path), contents[index], `${stage} of ${path}`);
        }
      }
      assert.equal(await repository.side('ours', 'base.md'), undefined, 'a file that is in no conflict');
      await stopsWith('merge-under-way', repository.merge(theirs));
    });

    it('and commits once each conflict is staged, deleted ones too', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const base = { 'a.md': 'a\n', 'b.md': 'b\n' };
      const theirs = await part(clone, base, { 'a.md': 'A\n', 'b.md': undefined }, { 'a.md': '1\n', 'b.md': '2\n' });
      const repository = await open(clone);
      const ours = await clone.head();
      assert.equal(await repository.merge(theirs), 'conflicts');
      clone.write('a.md', 'A1\n');
      clone.remove('b.md');
      await repository.stage(['a.md']);
      assert.deepEqual((await repository.state()).conflicts, ['b.md']);
      await repository.stage(['b.md']);
      const state = await repository.state();
      assert.deepEqual(state.conflicts, []);
      assert.equal(state.merging, theirs, 'until it is committed');
      await repository.commit('Together');
      assert.equal(await clone.git('log', '-1', '--format=%P'), `${ours} ${theirs}`);
      assert.equal((await repository.state()).merging, undefined);
    });

    it('sides as git holds them where the clone turns line ends around', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ settings: { 'core.autocrlf': 'true' } });
      const theirs = await part(clone, { 'a.md': 'a\r\n' }, { 'a.md': 'b\r\n' }, { 'a.md': 'c\r\n' });
      const repository = await open(clone);
      assert.equal(await repository.merge(theirs), 'conflicts');
      assert.deepEqual(await repository.side('ours', 'a.md'), bytes('b\n'));
      assert.ok(new TextDecoder().decode(clone.read('a.md')).includes('\r\n'));
    });
  });

  describe('does not merge', () => {
    it('over a file that git does not know', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'new.md': 'theirs\n' });
      clone.write('new.md', 'mine, unsaved in git\n');
      const repository = await open(clone);
      await stopsWith('would-overwrite', repository.merge(theirs));
      assert.deepEqual(clone.read('new.md'), bytes('mine, unsaved in git\n'));
    });

    it('over a file that has changed since the last commit', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, { 'a.md': 'a\n' }, { 'ours.md': 'o\n' }, { 'a.md': 'theirs\n' });
      clone.write('a.md', 'still writing\n');
      const repository = await open(clone);
      await stopsWith('still-writing', repository.merge(theirs));
      assert.deepEqual(clone.read('a.md'), bytes('still writing\n'));
      assert.equal((await repository.state()).merging, undefined);
    });

    it('with something else in the index', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, { 'a.md': 'a\n' }, { 'ours.md': 'o\n' }, { 'a.md': 'theirs\n' });
      clone.write('a.md', 'staged\n');
      await clone.git('add', 'a.md');
      await stopsWith('still-writing', (await open(clone)).merge(theirs));
    });

    it('where settings allow no merge commit', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone({ settings: { 'merge.ff': 'only' } });
      const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'theirs.md': 't\n' });
      await stopsWith('merges-forbidden', (await open(clone)).merge(theirs));
    });

    it('histories that never met', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      await clone.commit({ 'a.md': 'a\n' });
      await clone.git('checkout', '--quiet', '--orphan', 'other');
      const other = await clone.commit({ 'o.md': 'o\n' });
      await clone.git('checkout', '--quiet', 'main');
      await stopsWith('unrelated', (await open(clone)).merge(other));
    });

    it('in the name of nobody', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'theirs.md': 't\n' });
      await clone.git('config', '--unset', 'user.email');
      await clone.set({ 'user.useConfigOnly': 'true' });
      await stopsWith('no-user-name', (await open(clone)).merge(theirs));
    });

    for (const hook of ['pre-merge-commit', 'commit-msg']) {
      it(`against a ${hook} hook, and leaves the merge for a later commit`, async () => {
        const { repositories, open } = setting();
        const clone = await repositories.alone();
        const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'theirs.md': 't\n' });
        clone.hook(hook, 'exit 1');
        const repository = await open(clone);
        await stopsWith('hook-refused', repository.merge(theirs));
        const state = await repository.state();
        assert.equal(state.merging, theirs);
        assert.deepEqual(state.conflicts, []);
      });
    }

    it('where the merge has to be signed and cannot be', async () => {
      const { repositories, open } = setting();
      const clone = await repositories.alone();
      const theirs = await part(clone, {}, { 'ours.md': 'o\n' }, { 'theirs.md': 't\n' });
      await clone.set({ 'commit.gpgSign': 'true', 'gpg.program': '/nonexistent/gpg' });
      await stopsWith('signature-impossible', (await open(clone)).merge(theirs));
    });
  });
}
