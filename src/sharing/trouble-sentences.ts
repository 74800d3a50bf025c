import * as vscode from 'vscode';
import type { SyncTrouble } from '../sync/trouble';

/**
 * The plain sentences for what stopped a sync: what happened, that the notes are as they were, what to do next.
 * @param other the partner's name
 */
export function troubleSentences({ code, paths }: SyncTrouble, other: string): string {
  const [first = ''] = paths;
  switch (code) {
    case 'already-syncing':
      return vscode.l10n.t(
        'These notes are being synced already, perhaps in another window. Let that come to its end.',
      );
    case 'cancelled':
      return vscode.l10n.t('Stopped. What was done so far stays, and the next sync goes on from there.');
    case 'commit-refused':
      return vscode.l10n.t('git would not take the notes in, so nothing was sent. They are all still here.');
    case 'conflict-markers':
      return vscode.l10n.t(
        'Two versions that git could not join stand in {0}. Choose there first; nothing was sent.',
        first,
      );
    case 'detached':
      return vscode.l10n.t(
        'git is looking at an older moment of these notes instead of a branch. Switch back to your branch first; nothing was changed.',
      );
    case 'emptied':
      return vscode.l10n.t(
        '{0} held words and is empty now, which can happen when a program is ended while it writes. It was not sent.',
        first,
      );
    case 'git-missing':
      return vscode.l10n.t('git is not installed here, and notes are shared through it. They stay as they are.');
    case 'git-off':
      return vscode.l10n.t('git is turned off in this editor’s settings. Your notes stay as they are.');
    case 'hook-refused':
      return vscode.l10n.t(
        'A hook, a program of this repository’s own, said no. Nothing was sent, and nothing is lost.',
      );
    case 'incoming-private':
      return vscode.l10n.t(
        'What would come in holds a private folder, which must never be shared. Nothing was taken over, and your own private notes are untouched.',
      );
    case 'locked':
      if (first === '') {
        return vscode.l10n.t(
          'git is at work here, or was ended while it was, and a lock of its own stands in the way. Try again in a moment; git’s output names the lock.',
        );
      }
      return vscode.l10n.t(
        'git is at work here, or was ended while it was: its lock {0} lies there. If no git is running any more, look through your newest notes, then delete that file yourself.',
        first,
      );
    case 'merge-under-way':
      return vscode.l10n.t('A merge that Kintsugi did not begin is under way. End it first; nothing was changed.');
    case 'merges-forbidden':
      return vscode.l10n.t(
        'Both of you have written, and a git setting forbids or changes how that is joined (merge.ff, merge.autoStash or the branch’s mergeOptions). Take it back for this repository; your notes are committed here.',
      );
    case 'no-git-here':
      return vscode.l10n.t(
        'This window has no git, as in vscode.dev. Open the folder in VS Code on a computer to sync it; you can write here all the same.',
      );
    case 'no-remote':
      return vscode.l10n.t('These notes are on this machine only: no place to share them is set yet.');
    case 'no-repository':
      return vscode.l10n.t('These notes are on this machine only: the folder is no git repository yet.');
    case 'no-upstream':
      return vscode.l10n.t('This branch has never been shared. Share it once, and the next sync finds its way.');
    case 'no-user-name':
      return vscode.l10n.t('git does not know under which name you write. It needs one before it can take notes in.');
    case 'not-own-repository':
      return vscode.l10n.t(
        'This folder lies in a larger repository. A sync would send the rest along, and whoever can read the rest could read your notes. Give the notes a repository of their own.',
      );
    case 'private-tracked':
      return vscode.l10n.t(
        'git has a private note in its keeping, so nothing was sent. It has not left this machine by this sync; it takes a repair by hand first.',
      );
    case 'private-pushed':
      return vscode.l10n.t(
        'A private note was sent to the remote at an earlier time. Whoever can read the repository can read it. Nothing more was sent now.',
      );
    case 'protected-branch':
      return vscode.l10n.t(
        'The remote refuses what is sent to this branch: it is protected, or has rules of its own. Your notes are committed here.',
      );
    case 'race-lost':
      return vscode.l10n.t(
        'In the same moment {0} shared something, three times over. Everything is here; try again in a little while.',
        other,
      );
    case 'rebase-under-way':
      return vscode.l10n.t('A rebase or something like it is under way. End it first; nothing was changed.');
    case 'refused-credentials':
      return vscode.l10n.t(
        'The remote did not let you in. Your notes are committed here; sign in to it, then try again.',
      );
    case 'rewritten':
      return vscode.l10n.t(
        'The history at the remote was rewritten since the last sync, perhaps to take something back. Talk about it first; nothing was joined or sent.',
      );
    case 'shallow':
      return vscode.l10n.t(
        'This copy holds only the newest part of the history. Get all of it with “git fetch --unshallow” in a terminal; nothing was changed.',
      );
    case 'signature-impossible':
      return vscode.l10n.t(
        'git is told to sign what you commit, and the signature could not be made. Your notes are as they were.',
      );
    case 'staged-elsewhere':
      return vscode.l10n.t(
        'Something that is no note is staged here: {0}. It would have been sent along. Commit or unstage it first.',
        first,
      );
    case 'still-writing':
      return vscode.l10n.t('A note that {0} changed too is being written just now. Save it, then sync again.', other);
    case 'to-choose':
      return vscode.l10n.t(
        'Both of you changed {0}, and it takes one of you to choose. Until then nothing is sent, and nothing is lost.',
        first,
      );
    case 'unreachable':
      return vscode.l10n.t('The remote cannot be reached just now. Your notes are committed here; try again later.');
    case 'unrelated':
      return vscode.l10n.t(
        'What lies at the remote has nothing in common with these notes. Nothing was joined or sent.',
      );
    case 'unsafe-folder':
      return vscode.l10n.t('This folder belongs to another user of this computer, so git leaves it alone.');
    case 'would-overwrite':
      return vscode.l10n.t(
        'A file of the same name would come in: {0}. Yours stays as it is; rename it, then sync again.',
        first,
      );
    case 'unknown':
      return vscode.l10n.t('git could not do it, and did not say why in a way known here. Nothing is lost.');
  }
}
