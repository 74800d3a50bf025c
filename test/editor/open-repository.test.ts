import * as vscode from 'vscode';
import { isTrouble } from '../../src/sync/trouble';
import { openRepository } from '../../src/git/open-repository';
import { equal, holds, refusal } from './expect';

describe('Opening the repository of a notes folder', () => {
  it('is not possible in a place without a disk', async () => {
    const error = await refusal(openRepository(vscode.Uri.from({ scheme: 'memfs', path: '/ws' })));
    holds(isTrouble(error), 'the trouble is told');
    equal(error.code, 'no-git-here');
  });
});
