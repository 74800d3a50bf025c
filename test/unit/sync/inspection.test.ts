import assert from 'node:assert/strict';
import { git } from '../../git/git-process';
import { assertHarmless, assertNothingPrivate, assertOnlyForward } from '../../sync/inspection';
import { Ledger } from '../../sync/ledger';
import { ALEX_PAGE, append, textOf, twoForEach } from '../../sync/two';

/**
 * A proof that cannot fail shows nothing. To see the others fail, break what they hold: let `mergeNote` answer with
 * our bytes alone, and random interleavings tell the seed and the lost line; let `stage` of the command line add
 * `private` with force, and every sync stops with staged-elsewhere, or, without that guard, the inspection fails.
 */
describe('the inspection after a sync', () => {
  const two = twoForEach();

  it('finds a private note in any commit, though a later one took it away', async () => {
    const { alex, remote } = two();
    await assertNothingPrivate(remote);
    await alex.clone.git('add', '-f', 'private');
    await alex.clone.git('commit', '--quiet', '-m', 'Oh');
    await alex.clone.git('rm', '-r', '--quiet', '--cached', 'private');
    await alex.clone.git('commit', '--quiet', '-m', 'Took it back');
    await alex.clone.git('push', '--quiet');
    await assert.rejects(assertNothingPrivate(remote), /private/);
  });

  it('finds a rewritten history', async () => {
    const { alex, remote } = two();
    append(alex.clone, ALEX_PAGE, 'From Alex.');
    await alex.sync();
    await assertOnlyForward(remote);
    await git(remote, 'update-ref', 'refs/heads/main', 'main~1');
    await assert.rejects(assertOnlyForward(remote), /forced/);
  });

  for (const words of [
    ['push', '--force', 'origin', 'main'],
    ['push', 'origin', '+main'],
    ['add', '-A', '.'],
    ['add', '-f', 'private/a.md'],
    ['pull'],
    ['-c', 'a.b=c', 'stash'],
  ]) {
    it(`does not let git ${words.join(' ')} pass`, () => {
      assert.throws(() => {
        assertHarmless([['status'], words]);
      });
    });
  }

  it('finds a lost line, one that is there twice, a lost tick and what git left', () => {
    const { clone } = two().alex;
    const ledger = new Ledger();
    const [first, second] = [ledger.write('Alex'), ledger.write('Alex')];
    ledger.tick('A step <!-- step: a -->');
    append(clone, ALEX_PAGE, `${second}\n${second}\n>>>>>>> theirs`);
    assert.deepEqual(ledger.faultsIn(clone.folder), [
      'lost: line 1',
      `twice: line 2 in ${ALEX_PAGE}, ${ALEX_PAGE}`,
      'lost: the tick of A step <!-- step: a -->',
      `conflict markers: ${ALEX_PAGE}`,
    ]);
    clone.write(
      ALEX_PAGE,
      `${textOf(clone, ALEX_PAGE).split(second)[0] ?? ''}${first}\n${second}\n- [x] A step <!-- step: a -->\n`,
    );
    assert.deepEqual(ledger.faultsIn(clone.folder), []);
  });
});
