import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { git } from '../../git/git-process';
import { putHook } from '../../git/repositories';
import { chooseByHand } from '../../sync/choosing';
import { ALEX_PAGE, append, textOf, TOGETHER, twoForEach } from '../../sync/two';

const KINDNESS = '6-kindness/2026-11-16-alex.md';
const NOTES = [TOGETHER, ALEX_PAGE, KINDNESS];
const MONTH = LONG_TESTS ? 400 : 60;

describe('two who share', () => {
  const two = twoForEach();

  /** Both desks hold the line once, and nothing of git's. */
  function assertThere(file: string, ...lines: readonly string[]): void {
    for (const { clone } of [two().alex, two().sam]) {
      const text = textOf(clone, file);
      for (const line of lines) assert.equal(text.split(line).length, 2, `${line} in ${clone.folder}`);
      assert.doesNotMatch(text, /^(?:<{7}|>{7})/m);
    }
  }

  it('get what the other wrote, whatever the notes are called', async () => {
    const { alex, sam } = two();
    const names = ['*.md', '[ab].md', 'a b/ü ☕.md', '-dash.md', ':(top)x.md', 'x/"quoted".md'];
    for (const name of names) alex.clone.write(name, `In ${name}.\n`);
    sam.clone.write('a.md', 'In a.md.\n');
    await two().agree();
    for (const name of [...names, 'a.md']) assertThere(name, `In ${name}.`);
  });

  it('keep notes apart whose names are spelled the same in other bytes', async () => {
    const { alex, sam } = two();
    const [composed, decomposed] = ['Grüße.md'.normalize('NFC'), 'Grüße.md'.normalize('NFD')];
    alex.clone.write(composed, 'From Alex.\n');
    sam.clone.write(decomposed, 'From Sam.\n');
    await two().agree();
    append(sam.clone, composed, 'Sam too.');
    await two().agree();
    assertThere(composed, 'From Alex.', 'Sam too.');
    assertThere(decomposed, 'From Sam.');
  });

  it('share a note whose name only changes its case, where one folder does not tell the case', async () => {
    const { alex, sam } = two();
    await alex.clone.set({ 'core.ignorecase': 'true' });
    await sam.clone.git('mv', KINDNESS, '6-kindness/2026-11-16-ALEX.md');
    append(alex.clone, KINDNESS, 'From Alex.');
    await two().agree();
    assertThere('6-kindness/2026-11-16-ALEX.md', 'From Alex.');
  });

  it('send notes and nothing else', async () => {
    const { alex, sam, remote } = two();
    alex.clone.write('holiday.txt', 'x\n');
    alex.clone.write('.obsidian/notes.md', 'x\n');
    alex.clone.write('node_modules/a/README.md', 'x\n');
    alex.clone.write('PRIVATE /a.md', 'x\n');
    fs.symlinkSync('/etc/hostname', path.join(alex.clone.folder, 'link.md'));
    fs.symlinkSync('/etc', path.join(alex.clone.folder, 'folder.md'));
    fs.rmSync(path.join(alex.clone.folder, KINDNESS));
    fs.symlinkSync('/etc/hostname', path.join(alex.clone.folder, KINDNESS));
    alex.clone.write('new.md', 'x\n');
    const before = await git(remote, 'ls-tree', '-r', '--name-only', 'main');
    await alex.sync();
    assert.deepEqual(
      (await git(remote, 'ls-tree', '-r', '--name-only', 'main')).split('\n').filter((name) => !before.includes(name)),
      ['new.md'],
    );
    assert.match(await git(remote, 'show', `main:${KINDNESS}`), /^---/, 'a link takes no note away');
    await sam.sync();
    assert.ok(!sam.clone.has('holiday.txt'));
  });

  it('agree where one folder has other line ends', async () => {
    const { alex, sam, remote } = two();
    await alex.clone.set({ 'core.autocrlf': 'true' });
    await sam.clone.set({ 'core.autocrlf': 'false' });
    fs.rmSync(path.join(alex.clone.folder, TOGETHER));
    await alex.clone.git('checkout', '--quiet', '--', TOGETHER);
    assert.match(textOf(alex.clone, TOGETHER), /\r\n/);
    alex.clone.write(TOGETHER, `${textOf(alex.clone, TOGETHER)}From Alex.\r\n`);
    alex.clone.write('new.md', 'one\r\ntwo\r\n');
    append(sam.clone, TOGETHER, 'From Sam.');
    await two().agree();
    assertThere(TOGETHER, 'From Alex.', 'From Sam.');
    assert.doesNotMatch(await git(remote, 'show', `main:${TOGETHER}`), /\r/);
    assert.doesNotMatch(textOf(alex.clone, TOGETHER), /[^\r]\n/);
    assert.equal(textOf(sam.clone, 'new.md'), 'one\ntwo\n');
  });

  for (const overtaken of [1, 2, 3]) {
    it(`go on where the other was quicker ${String(overtaken)} times`, async () => {
      const { alex, sam, remote } = two();
      const log = path.join(remote, 'updates');
      putHook(path.join(remote, 'hooks'), 'update', `echo "$1 $2 $3" >> ${log}; git merge-base --is-ancestor $2 $3`);
      append(alex.clone, TOGETHER, 'From Alex.');
      let times = 0;
      alex.interruptions.before = async (step) => {
        if (step !== 'push' || times >= overtaken) return;
        times += 1;
        append(sam.clone, NOTES[times - 1] ?? '', `From Sam ${String(times)}.`);
        await sam.sync();
      };
      if (overtaken < 3) await alex.sync();
      else await two().stops('race-lost');
      await two().agree();
      assertThere(TOGETHER, 'From Alex.');
      for (const [index, file] of NOTES.slice(0, overtaken).entries())
        assertThere(file, `From Sam ${String(index + 1)}.`);
      assert.ok(fs.readFileSync(log, 'utf8').split('\n').length > overtaken, 'every update came through the hook');
    });
  }

  for (const step of ['status', 'add', 'commit', 'fetch', 'merge', 'push']) {
    it(`may write on while a sync runs, before each git ${step}`, async () => {
      const { alex, sam } = two();
      append(sam.clone, TOGETHER, 'From Sam.');
      append(sam.clone, ALEX_PAGE, 'Sam here.');
      await sam.sync();
      append(alex.clone, TOGETHER, 'From Alex.');
      const written: string[] = [];
      alex.interruptions.before = (name) => {
        if (name !== step) return;
        written.push(`Written on ${String(written.length)}.`);
        append(alex.clone, ALEX_PAGE, written.at(-1) ?? '');
      };
      await alex.sync().catch((error: unknown) => {
        assert.match(String(error), /still-writing|race-lost|to-choose/);
      });
      alex.interruptions.before = undefined;
      if ((await alex.clone.git('ls-files', '-u')) !== '') await chooseByHand(alex);
      await two().agree();
      assert.ok(written.length > 0);
      assertThere(TOGETHER, 'From Sam.', 'From Alex.');
      assertThere(ALEX_PAGE, 'Sam here.', ...written);
    });
  }

  it('may have a note open that is not saved yet', async () => {
    const { alex, sam } = two();
    append(sam.clone, TOGETHER, 'From Sam.');
    await sam.sync();
    alex.interruptions.before = (step) => {
      if (step === 'fetch') alex.disk.open.set(TOGETHER, `${textOf(alex.clone, TOGETHER)}From Alex, unsaved.\n`);
    };
    await alex.sync();
    assert.equal(alex.disk.open.size, 0);
    alex.interruptions.before = undefined;
    await two().agree();
    assertThere(TOGETHER, 'From Sam.', 'From Alex, unsaved.');
  });

  it('keep a note that is open and cannot be saved, and tell it', async () => {
    const { alex, sam } = two();
    append(sam.clone, TOGETHER, 'From Sam.');
    await sam.sync();
    alex.disk.unsavable.add(TOGETHER);
    alex.disk.open.set(TOGETHER, 'From Alex, unsaved.\n');
    await two().stopsSafely('still-writing');
    assert.equal(alex.disk.open.get(TOGETHER), 'From Alex, unsaved.\n');
  });

  for (const renames of ['alex', 'sam'] as const) {
    it(`rename on one side and write on the other: ${renames} renames`, async () => {
      const [one, other] = renames === 'alex' ? [two().alex, two().sam] : [two().sam, two().alex];
      await one.clone.git('mv', KINDNESS, '6-kindness/renamed.md');
      await one.clone.git('reset', '--quiet');
      append(other.clone, KINDNESS, 'Written there.');
      await two().agree();
      assertThere('6-kindness/renamed.md', 'Written there.');
      assert.ok(!one.clone.has(KINDNESS));
    });

    it(`keep what was written where the other deleted the note: ${renames} deletes`, async () => {
      const [one, other] = renames === 'alex' ? [two().alex, two().sam] : [two().sam, two().alex];
      one.clone.remove(KINDNESS);
      append(other.clone, KINDNESS, 'Written there.');
      await two().agree();
      assertThere(KINDNESS, 'Written there.');
    });
  }

  it('delete what nobody else wrote in', async () => {
    two().sam.clone.remove(KINDNESS);
    await two().agree();
    assert.ok(!two().alex.clone.has(KINDNESS));
  });

  it('begin the same entry on one day', async () => {
    const { alex, sam } = two();
    const file = '5-check-ins/2026-11-23-talk.md';
    alex.clone.write(file, '# Talk\n\nFrom Alex.\n');
    sam.clone.write(file, '# Talk\n\nFrom Sam.\n');
    await two().agree();
    assertThere(file, '# Talk', 'From Alex.', 'From Sam.');
  });

  it('tick in one page at once', async () => {
    const { alex, sam } = two();
    const text = textOf(alex.clone, '7-support/together.md');
    const first = text.replace('- [ ]', '- [x]');
    const last = text.replace(/- \[ \](?![^]*- \[ \])/, '- [x]');
    assert.notEqual(first, last);
    alex.clone.write('7-support/together.md', first);
    sam.clone.write('7-support/together.md', last);
    await two().agree();
    const joined = textOf(alex.clone, '7-support/together.md');
    assert.equal(joined.split('- [x]').length, 3);
    assert.equal(joined.replaceAll('[x]', '[ ]'), text);
  });

  it('rewrite the same line of the page of both, and keep both', async () => {
    const { alex, sam } = two();
    append(alex.clone, TOGETHER, 'The line.');
    await two().agree();
    const text = textOf(alex.clone, TOGETHER);
    alex.clone.write(TOGETHER, text.replace('The line.', 'Alex rewrote it.'));
    sam.clone.write(TOGETHER, text.replace('The line.', 'Sam rewrote it.'));
    await sam.sync();
    assert.deepEqual((await alex.sync()).keptBoth, [TOGETHER]);
    await two().agree();
    assertThere(TOGETHER, 'Alex rewrote it.', 'Sam rewrote it.');
  });

  it('lose nothing where one writes on in a place that keeps both', async () => {
    const { alex, sam } = two();
    append(sam.clone, TOGETHER, 'Sam wrote line-1-end.');
    await sam.sync();
    append(alex.clone, TOGETHER, 'Alex wrote line-2-end.');
    alex.interruptions.before = async (step) => {
      if (step !== 'push') return;
      alex.interruptions.before = undefined;
      append(sam.clone, TOGETHER, 'Sam wrote line-3-end.');
      await sam.sync();
    };
    await alex.sync().catch(async (error: unknown) => {
      assert.match(String(error), /to-choose/);
      await chooseByHand(alex);
    });
    await two().agree();
    assertThere(TOGETHER, 'line-1-end', 'line-2-end', 'line-3-end');
  });

  it('ask a person where one number has two values, and go on afterwards', async () => {
    const { alex, sam } = two();
    const file = '5-check-ins/2026-11-16-alex.md';
    const text = textOf(alex.clone, file);
    alex.clone.write(file, text.replace(/^trust:.*$/m, 'trust: 3'));
    sam.clone.write(file, `${text.replace(/^trust:.*$/m, 'trust: 8')}Sam wrote line-1-end.\n`);
    await sam.sync();
    assert.deepEqual((await two().stops('to-choose')).paths, [file]);
    assert.deepEqual((await two().stops('to-choose')).paths, [file], 'nothing is decided by asking twice');
    await chooseByHand(alex);
    await two().agree();
    assert.match(textOf(sam.clone, file), /^trust: 3$/m);
    assertThere(file, 'Sam wrote line-1-end.');
  });

  it('meet after a month without a network', async () => {
    const { alex, sam } = two();
    for (let day = 0; day < MONTH; day += 1) {
      for (const [desk, name] of [
        [alex, 'alex'],
        [sam, 'sam'],
      ] as const) {
        desk.clone.write(`5-check-ins/day-${String(day)}-${name}.md`, `# Day ${String(day)}\n\nFrom ${name}.\n`);
        if (day % 10 === 0) append(desk.clone, TOGETHER, `Day ${String(day)} of ${name}.`);
      }
    }
    await two().agree();
    assert.equal(
      fs.readdirSync(path.join(alex.clone.folder, '5-check-ins')).filter((name) => name.startsWith('day')).length,
      MONTH * 2,
    );
    assertThere(TOGETHER, 'Day 0 of alex.', 'Day 50 of alex.', 'Day 0 of sam.', 'Day 50 of sam.');
  });

  describe('where a merge of the partner’s notes was begun by hand', () => {
    async function beginMerge(): Promise<void> {
      const { alex, sam } = two();
      append(sam.clone, TOGETHER, 'From Sam.');
      await sam.sync();
      append(alex.clone, TOGETHER, 'From Alex.');
      await alex.clone.git('commit', '--quiet', '-am', 'Notes');
      await alex.clone.git('fetch', '--quiet');
      await assert.rejects(alex.clone.git('merge', 'origin/main'));
    }

    it('and nothing was chosen: it is gone on with', async () => {
      await beginMerge();
      await two().agree();
      assertThere(TOGETHER, 'From Alex.', 'From Sam.');
    });

    for (const isStaged of [true, false]) {
      it(`and a person has chosen, ${isStaged ? 'and staged' : 'and only saved'}: the choice stays`, async () => {
        await beginMerge();
        const { alex } = two();
        const chosen = textOf(alex.clone, TOGETHER).replace(/^<{7}[^]*^>{7}.*\n/m, 'What we both mean.\n');
        alex.clone.write(TOGETHER, chosen);
        if (isStaged) await alex.clone.git('add', TOGETHER);
        await two().agree();
        assert.equal(textOf(two().sam.clone, TOGETHER), chosen);
      });
    }

    it('and a person has only begun to choose: nothing is touched', async () => {
      await beginMerge();
      append(two().alex.clone, TOGETHER, 'Half done.');
      const { before, after } = await two().stops('to-choose');
      assert.deepEqual(after, before);
    });
  });

  it('leave a conflict in a file that is no note to the person', async () => {
    const { alex, sam, remote } = two();
    await sam.clone.commit({ 'holiday.txt': 'From Sam.\n' });
    await sam.clone.git('push', '--quiet', 'origin', 'main');
    await alex.clone.commit({ 'holiday.txt': 'From Alex.\n' });
    const sent = await git(remote, 'rev-parse', 'main');
    assert.deepEqual((await two().stops('to-choose')).paths, ['holiday.txt']);
    assert.deepEqual((await two().stops('to-choose')).paths, ['holiday.txt']);
    assert.equal(await git(remote, 'rev-parse', 'main'), sent);
    alex.clone.write('holiday.txt', 'From both.\n');
    await alex.clone.git('add', 'holiday.txt');
    await two().agree();
    assertThere('holiday.txt', 'From both.');
  });
});
