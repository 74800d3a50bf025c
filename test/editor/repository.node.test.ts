import * as vscode from 'vscode';
import { openRepository } from '../../src/workspace/open-repository';
import { describeRepositoryContract } from '../git/contract';
import { holds } from './expect';

function workspaceFolder(): string {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  holds(workspace, 'the tests run in a workspace folder');
  return workspace.uri.fsPath;
}

describeRepositoryContract(
  'the git extension',
  async (clone) => await openRepository(vscode.Uri.file(clone.folder)),
  workspaceFolder,
);
