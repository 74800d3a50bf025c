import assert from 'node:assert/strict';
import { CommandLineRepository } from '../../git/git-command-line';
import { describeRepositoryContract } from '../../git/contract';
import { startRefusingServer } from '../../git/refusing-server';
import { Repositories } from '../../git/repositories';
import { stopsWith } from '../../git/trouble-of';

describeRepositoryContract('the command line', (clone) => Promise.resolve(new CommandLineRepository(clone.folder)));

describe('git on the command line', () => {
  it('asks nobody for a name and a password', async () => {
    const repositories = Repositories.make();
    const server = await startRefusingServer(401);
    try {
      const clone = await repositories.alone();
      await clone.git('remote', 'add', 'origin', server.address);
      await stopsWith('refused-credentials', new CommandLineRepository(clone.folder).fetch('origin'));
    } finally {
      await server.stop();
      repositories.remove();
    }
  });

  // The editor's git writes its message to a git that has said no by then, and Node takes that for an error of the test.
  it('commits nothing while a conflict is open', async () => {
    const repositories = Repositories.make();
    try {
      const clone = await repositories.alone();
      const base = await clone.commit({ 'a.md': 'a\n' });
      await clone.git('checkout', '--quiet', '-b', 'side');
      const theirs = await clone.commit({ 'a.md': 'theirs\n' });
      await clone.git('checkout', '--quiet', '-b', 'ours', base);
      await clone.commit({ 'a.md': 'ours\n' });
      const repository = new CommandLineRepository(clone.folder);
      assert.equal(await repository.merge(theirs), 'conflicts');
      await stopsWith('merge-under-way', repository.commit('Too early'));
    } finally {
      repositories.remove();
    }
  });
});
