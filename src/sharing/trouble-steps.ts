import * as vscode from 'vscode';
import type { TroubleCode } from '../sync/trouble';

/** What somebody can do about a trouble, as a button. */
export interface NextStep {
  readonly title: string;
  /** What the button does: a command of the editor or of the product's, or the same sync once more. */
  readonly act:
    | { readonly kind: 'command'; readonly command: string; readonly argument?: unknown }
    | { readonly kind: 'open'; readonly uri: vscode.Uri }
    | { readonly kind: 'again'; readonly accepts?: 'rewritten' | 'emptied' };
}

/**
 * The next steps for a trouble, the likeliest first.
 * @param files the places of the files that it is about
 */
export function nextSteps(code: TroubleCode, files: readonly vscode.Uri[]): readonly NextStep[] {
  const [first] = files;
  switch (code) {
    case 'detached':
      return [command(vscode.l10n.t('Switch Branch'), 'git.checkout')];
    case 'git-missing':
    case 'git-off':
      return [command(vscode.l10n.t('Open Settings'), 'workbench.action.openSettings', 'git.enabled')];
    case 'commit-refused':
    case 'hook-refused':
    case 'protected-branch':
    case 'signature-impossible':
    case 'unknown':
      return [gitOutput()];
    case 'locked':
      return first ? [again()] : [again(), gitOutput()];
    case 'race-lost':
    case 'still-writing':
      return [again()];
    case 'refused-credentials':
    case 'unreachable':
      return [again(), gitOutput()];
    case 'merge-under-way':
    case 'rebase-under-way':
    case 'staged-elsewhere':
      return [command(vscode.l10n.t('Show Source Control'), 'workbench.view.scm')];
    case 'no-remote':
    case 'no-repository':
    case 'no-upstream':
      return [command(vscode.l10n.t('Share for the First Time'), 'kintsugi.shareFolder')];
    case 'no-user-name':
      return [command(vscode.l10n.t('Say My Name'), 'kintsugi.nameForGit')];
    case 'not-own-repository':
      return [command(vscode.l10n.t('Move the Notes'), 'kintsugi.moveFolder')];
    case 'incoming-private':
    case 'private-pushed':
    case 'private-tracked':
      return [command(vscode.l10n.t('How to Repair It'), 'kintsugi.privateInGit')];
    case 'rewritten':
      return [
        { title: vscode.l10n.t('Join Both All the Same'), act: { kind: 'again', accepts: 'rewritten' } },
        gitOutput(),
      ];
    case 'to-choose':
      return first ? [command(vscode.l10n.t('Choose Now'), 'git.openMergeEditor', first)] : [];
    case 'unsafe-folder':
      return [command(vscode.l10n.t('Look at It'), 'git.manageUnsafeRepositories')];
    case 'conflict-markers':
    case 'would-overwrite':
      return first ? [open(first)] : [];
    case 'emptied':
      return first
        ? [
            command(vscode.l10n.t('Compare with Before'), 'git.openChange', first),
            { title: vscode.l10n.t('It Is Meant So'), act: { kind: 'again', accepts: 'emptied' } },
          ]
        : [];
    case 'already-syncing':
    case 'cancelled':
    case 'merges-forbidden':
    case 'no-git-here':
    case 'shallow':
    case 'unrelated':
      return [];
  }
}

function command(title: string, id: string, argument?: unknown): NextStep {
  return { title, act: { kind: 'command', command: id, argument } };
}

function open(uri: vscode.Uri): NextStep {
  return { title: vscode.l10n.t('Open It'), act: { kind: 'open', uri } };
}

function again(): NextStep {
  return { title: vscode.l10n.t('Try Again'), act: { kind: 'again' } };
}

function gitOutput(): NextStep {
  return command(vscode.l10n.t('Show Git Output'), 'git.showOutput');
}
