import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findTwoVersions } from '../../src/core/two-versions';
import { git } from '../git/git-process';
import { ALEX } from '../git/repositories';
import { notification, pressInDialog } from '../ui/answers';
import { Gate, withHook } from './gate';
import type { Machine } from './machine';
import { story } from './story';

const TODAY = new Date().toLocaleDateString('sv-SE');
const PAGE = '1-name-the-betrayal/together.md';
const COMMITMENT = '3-commitment/together.md';
const DAYS = 30;

describe('two people, one remote', () => {
  story(
    'both write at once, each a note of their own, and each has the other’s after one more sync',
    async ({ alex, sam }) => {
      const [hers, his] = await Promise.all([
        alex.writes('6-kindness/2026-02-01-alex.md'),
        sam.writes('6-kindness/2026-02-01-sam.md'),
      ]);
      await Promise.all([alex.syncs(), sam.syncs()]);
      await alex.syncs();
      await sam.syncs();
      assert.ok(alex.reads('6-kindness/2026-02-01-sam.md').includes(his));
      assert.ok(sam.reads('6-kindness/2026-02-01-alex.md').includes(hers));
    },
    { isTelling: true },
  );

  story(
    'both edit one place of one page, and both texts stand there until one of them chooses',
    async ({ alex, sam, editor }) => {
      const before = await alex.writes(PAGE);
      await alex.syncs();
      await sam.syncs();
      const hers = await alex.writesInstead(PAGE, before);
      const his = await sam.writesInstead(PAGE, before);
      await alex.syncs();
      assert.deepEqual((await sam.syncs()).keptBoth, [PAGE]);
      await notification(sam.window.page, 'both texts stand there').waitFor();
      const [place] = findTwoVersions(sam.reads(PAGE));
      assert.deepEqual(place?.names, ['Alex', 'Sam']);
      await sam.runs('kintsugi.open');
      await sam.window.ask({ act: 'show', path: PAGE, line: place.startLine });
      await sam.window.page.getByRole('button', { name: 'Keep Alex’s' }).first().waitFor();
      await editor.takePicture('kept-both', sam.window);
      await alex.syncs();
      assert.equal(alex.reads(PAGE), sam.reads(PAGE));
      await alex.runsOn(PAGE, 'kintsugi.keepVersion', place.startLine, 'both');
      await alex.syncs();
      await sam.syncs();
      const text = sam.reads(PAGE);
      assert.deepEqual(findTwoVersions(text), []);
      assert.ok(text.indexOf(hers) < text.indexOf(his));
    },
    { isTelling: true },
  );

  story('both write in other places of one page, and nobody is asked anything', async ({ alex, sam }) => {
    const note = '2-conversation/2026-02-02-together.md';
    const [first, last] = [await alex.writes(note), await alex.writes(note)];
    await alex.writes(note);
    await alex.syncs();
    await sam.syncs();
    await alex.writesInstead(note, first);
    await sam.writesInstead(note, last);
    await alex.syncs();
    assert.deepEqual((await sam.syncs()).keptBoth, []);
  });

  story('both add to the end of one page', async ({ alex, sam }) => {
    await alex.writes(PAGE);
    await sam.writes(PAGE);
    await alex.syncs();
    await sam.syncs();
  });

  story(
    'both sign the commitment at once, and both have both signatures',
    async ({ alex, sam }) => {
      await alex.window.ask({ act: 'write', path: COMMITMENT, instead: 'We stay', text: 'We do stay', save: true });
      await alex.syncs();
      await sam.syncs();
      await Promise.all([alex, sam].map(signs));
      await Promise.all([alex.syncs(), sam.syncs()]);
      await alex.syncs();
      await sam.syncs();
      for (const { folder } of [alex, sam]) {
        for (const me of ['alex', 'sam']) {
          assert.ok(existsSync(path.join(folder, `3-commitment/${TODAY}-commitment-${me}.md`)));
        }
      }
    },
    { isTelling: true },
  );

  story('one renames a note while the other writes in it', async ({ alex, sam }) => {
    const [before, after] = ['9-path/2026-02-03-milestone-alex.md', '9-path/2026-02-04-milestone-alex.md'];
    await alex.writes(before);
    await alex.syncs();
    await sam.syncs();
    await alex.clone.git('mv', before, after);
    await alex.clone.git('reset', '--quiet');
    const line = await sam.writes(before);
    await alex.syncs();
    await sam.syncs();
    assert.ok(sam.reads(after).includes(line));
  });

  story('one deletes a note while the other writes in it: what was written stays', async ({ alex, sam, ledger }) => {
    const note = '9-path/2026-02-05-hopeful-alex.md';
    const gone = await alex.writes(note);
    await alex.syncs();
    await sam.syncs();
    await alex.tidies();
    alex.clone.remove(note);
    const line = await sam.writes(note);
    await alex.syncs();
    const report = await sam.sync();
    if (report.kind === 'stopped') {
      // git asks which of the two is meant; the note is the answer, as it stands.
      assert.equal(report.code, 'to-choose');
      await sam.clone.git('add', '--', note);
      await sam.syncs();
    }
    await alex.syncs();
    assert.ok(alex.reads(note).includes(line));
    if (!alex.reads(note).includes(gone)) ledger.strike(gone);
  });

  story('one is offline for a month, and both have written every day', async ({ alex, sam, remote }) => {
    await sam.clone.git('remote', 'set-url', 'origin', `${remote}-away`);
    for (let day = 1; day <= DAYS; day += 1) {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      for (const me of [alex, sam]) {
        me.clone.write(`5-check-ins/${date}-${me.name.toLowerCase()}.md`, `# Day\n\n${me.hasLine()}\n`);
      }
      await alex.clone.git('add', '--', '5-check-ins');
      await alex.clone.git('commit', '--quiet', '-m', 'Update notes');
      if (day % 10 === 0) await sam.isStoppedBy('unreachable');
    }
    await alex.syncs();
    await sam.clone.git('remote', 'set-url', 'origin', remote);
    const { sent, received } = await sam.syncs();
    assert.deepEqual([sent, received], [DAYS, DAYS]);
  });

  story(
    'the other was faster by a moment, and the sync goes round once more',
    async ({ alex, remote, repositories }) => {
      const other = await repositories.clone(remote);
      const once = path.join(repositories.folder, 'raced');
      const line = alex.hasLine();
      await other.commit({ '6-kindness/2026-02-06-sam.md': `# Faster\n\n${line}\n` });
      const race = `cat > /dev/null; [ -e '${once}' ] || { touch '${once}'; git -C '${other.folder}' push --quiet; }`;
      await withHook(alex.hooks, 'pre-push', race, async () => {
        await alex.writes('6-kindness/2026-02-06-alex.md');
        const { received } = await alex.syncs();
        assert.equal(received, 1);
      });
    },
  );

  story('the other is faster each time, and that is said', async ({ alex, remote, repositories }) => {
    const other = await repositories.clone(remote);
    const race = `cat > /dev/null; cd '${other.folder}' && git commit --quiet --allow-empty -m 'Update notes' && git push --quiet`;
    const withoutPlace = `unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE; ${race}`;
    await withHook(alex.hooks, 'pre-push', withoutPlace, async () => {
      await alex.writes('6-kindness/2026-02-07-alex.md');
      await alex.isStoppedBy('race-lost');
      await notification(alex.window.page, 'In the same moment Sam shared something').waitFor();
    });
    assert.equal(await git(other.folder, 'rev-parse', 'HEAD'), await git(remote, 'rev-parse', 'main'));
  });

  story('a note is written while a sync runs, and is sent by this sync or the next', async ({ alex, repositories }) => {
    const gate = new Gate(repositories.folder, 'while-sending');
    await withHook(alex.hooks, 'pre-push', `cat > /dev/null\n${gate.script}`, async () => {
      await alex.writes('6-kindness/2026-02-08-alex.md');
      const sync = alex.syncs();
      await gate.reached();
      await alex.writes('6-kindness/2026-02-08-alex.md', { save: false });
      await alex.writes('6-kindness/2026-02-09-alex.md');
      gate.open();
      await sync;
    });
    assert.deepEqual(await alex.window.ask({ act: 'unsaved' }), ['6-kindness/2026-02-08-alex.md']);
  });

  story('a note that comes in is being typed in at that moment', async ({ alex, sam, repositories }) => {
    const note = '2-conversation/2026-02-10-together.md';
    await alex.writes(note);
    await alex.syncs();
    await sam.syncs();
    await alex.writes(note);
    await alex.syncs();
    const gate = new Gate(repositories.folder, 'while-fetching');
    await withHook(sam.hooks, 'reference-transaction', `cat > /dev/null\n${gate.script}`, async () => {
      const sync = sam.sync();
      await gate.reached();
      await sam.writes(note, { save: false });
      gate.open();
      const report = await sync;
      assert.ok(report.kind === 'synced' || report.code === 'still-writing', JSON.stringify(report));
    });
  });

  story('the head of the tree tells what is not shared yet, and shares it', async ({ alex, sam, editor }) => {
    const { page } = alex.window;
    const row = (words: string) => page.getByRole('treeitem', { name: `Sync with Sam, ${words}` });
    await alex.runs('kintsugi.open');
    await sam.writes('6-kindness/2026-02-13-sam.md');
    await sam.syncs();
    await alex.writes('6-kindness/2026-02-13-alex.md');
    await alex.clone.git('fetch', '--quiet');
    await row('one new, one not shared yet').waitFor();
    await editor.takePicture('news', alex.window);
    await row('one new').click();
    await notification(page, 'Yours is shared, and there is something new from Sam.').waitFor();
    await editor.takePicture('synced', alex.window);
    await row('').waitFor({ state: 'detached' });
  });

  story('what was typed and not saved is saved and sent', async ({ alex, sam }) => {
    const line = await alex.writes('6-kindness/2026-02-11-alex.md', { save: false });
    await alex.syncs();
    await sam.syncs();
    assert.ok(sam.reads('6-kindness/2026-02-11-alex.md').includes(line));
  });

  story('one person begins the same entry on two machines', async (couple) => {
    const note = '5-check-ins/2026-02-12-alex.md';
    const other = await couple.sitsElsewhere(ALEX);
    await couple.alex.writes(note);
    await other.writes(note);
    await couple.alex.syncs();
    const { keptBoth } = await other.syncs();
    assert.deepEqual(keptBoth, [note]);
    assert.deepEqual(findTwoVersions(other.reads(note))[0]?.names, ['Alex', 'Alex']);
  });
});

async function signs(me: Machine): Promise<void> {
  const { page } = me.window;
  const signing = me.runs('kintsugi.signCommitment');
  await pressInDialog(page, 'Sign');
  await signing;
  await notification(page, 'Signed, in a note of your own.').waitFor();
}
