import type * as vscode from 'vscode';
import type { FileChange, Stage } from '../sync/port';
import { pathBelow } from '../workspace/folder-walk';
import { GitStatus } from './git-extension';
import type { GitChange } from './git-extension';

const KINDS: ReadonlyMap<number, FileChange['kind']> = new Map([
  [GitStatus.indexModified, 'changed'],
  [GitStatus.indexAdded, 'added'],
  [GitStatus.indexDeleted, 'deleted'],
  [GitStatus.indexRenamed, 'renamed'],
  [GitStatus.indexCopied, 'added'],
  [GitStatus.modified, 'changed'],
  [GitStatus.deleted, 'deleted'],
  [GitStatus.untracked, 'added'],
  [GitStatus.intentToAdd, 'added'],
  [GitStatus.intentToRename, 'renamed'],
  [GitStatus.typeChanged, 'changed'],
]);

/** The sides of a file in conflict that git holds, by what the extension calls the conflict. */
const STAGES: ReadonlyMap<number, readonly Stage[]> = new Map<number, readonly Stage[]>([
  [GitStatus.addedByUs, ['ours']],
  [GitStatus.addedByThem, ['theirs']],
  [GitStatus.deletedByUs, ['base', 'theirs']],
  [GitStatus.deletedByThem, ['base', 'ours']],
  [GitStatus.bothAdded, ['ours', 'theirs']],
  [GitStatus.bothDeleted, ['base']],
  [GitStatus.bothModified, ['base', 'ours', 'theirs']],
]);

/** @returns what the git extension tells, in our words; files that git leaves out are not among them */
export function changesOf(root: vscode.Uri, changes: readonly GitChange[]): readonly FileChange[] {
  return changes.flatMap(({ uri, originalUri, status }) => {
    const path = pathBelow(root, uri);
    const kind = KINDS.get(status);
    if (path === undefined || kind === undefined) {
      return [];
    }
    const from = kind === 'renamed' ? pathBelow(root, originalUri) : undefined;
    return [from === undefined ? { path, kind } : { path, from, kind }];
  });
}

/** Whether git holds one side of a file in conflict. */
export function hasStage(status: number, stage: Stage): boolean {
  return STAGES.get(status)?.includes(stage) ?? false;
}

/** @returns a pattern for git that fits one path alone, whatever it is called */
export function literalSpec(path: string): string {
  return path.replace(/[*?[]/g, '[$&]').replace(/^:/, '[:]');
}
