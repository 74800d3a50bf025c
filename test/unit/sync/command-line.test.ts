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
});
