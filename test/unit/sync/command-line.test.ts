import { CommandLineRepository } from '../../git/git-command-line';
import { describeRepositoryContract } from '../../git/contract';

describeRepositoryContract('the command line', (clone) => Promise.resolve(new CommandLineRepository(clone.folder)));
