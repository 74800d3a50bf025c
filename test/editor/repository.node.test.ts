import * as vscode from 'vscode';
import { openRepository } from '../../src/git/open-repository';
import { describeRepositoryContract } from '../git/contract';
import { closeRepository, hidePerson, showPerson, workspacePath } from './git-places';

const opened: vscode.Uri[] = [];

describeRepositoryContract(
  'the git extension',
  async ({ folder }) => {
    const uri = vscode.Uri.file(folder);
    opened.push(uri);
    return await openRepository(uri);
  },
  {
    parent: workspacePath,
    before: hidePerson,
    after: showPerson,
    close: async () => {
      for (const uri of opened.splice(0)) await closeRepository(uri);
    },
    waitsForLocks: true,
  },
);
