import type { TroubleCode } from './trouble';

/** What git was asked to do. `look` changes nothing. */
export type GitOperation = 'look' | 'stage' | 'commit' | 'fetch' | 'merge' | 'push';

/** What git said when it failed. It may name files, so it is read here and kept nowhere. */
export interface GitFailure {
  readonly operation: GitOperation;
  /** What the editor's git extension takes it for; used where the words are not known. */
  readonly code?: string | undefined;
  readonly stderr: string;
  readonly stdout: string;
  /** Whether a hook that could have refused lies in the repository. */
  readonly hasHook: boolean;
}

type Cause = readonly [words: RegExp, code: TroubleCode, operations?: readonly GitOperation[]];

/** The first that fits counts, so what says more stands first. */
const CAUSES: readonly Cause[] = [
  [/detected dubious ownership|unsafe repository/i, 'unsafe-folder'],
  // git ends a lost race for a branch with words about a lock, too.
  [
    /cannot lock ref|failed to update ref|remote ref updated since checkout|incorrect old value provided/i,
    'race-lost',
    ['push'],
  ],
  [/! \[rejected\]|non-fast-forward|\(fetch first\)|\(stale info\)/i, 'race-lost', ['push']],
  [
    /\[remote rejected\]|pre-receive hook declined|update hook declined|protected branch|GH006|GH013/i,
    'protected-branch',
    ['push'],
  ],
  [
    /unable to create '[^']*\.lock'|another git process seems to be running|could not lock config file|unable to lock/i,
    'locked',
  ],
  [/cannot lock ref/i, 'locked'],
  [
    /please tell me who you are|useConfigOnly|empty ident|unable to auto-detect email|no (?:email|name) was given/i,
    'no-user-name',
  ],
  [
    /gpg failed to|\bgpg: |cannot run (?:gpg|ssh-keygen)|cannot exec '[^']*gpg|couldn't (?:load|get) (?:public|agent)|user\.signingkey|signing failed|failed to write commit object|no private key found for/i,
    'signature-impossible',
    ['commit', 'merge'],
  ],
  [
    /authentication failed|permission denied \(|could not read (?:username|password)|terminal prompts disabled|returned error: 40[13]|http basic: access denied|invalid username or (?:password|token)|host key verification failed|permission to \S+ denied/i,
    'refused-credentials',
    ['look', 'fetch', 'merge', 'push'],
  ],
  [
    /could not resolve host|unable to access|connection (?:refused|timed out|reset|closed)|operation timed out|network is unreachable|no route to host|does not appear to be a git repository|repository (?:'[^']*' )?not found|could not read from remote repository|unable to look up|remote end hung up|early eof|couldn't connect/i,
    'unreachable',
    ['fetch', 'push'],
  ],
  [/not possible to fast-forward|diverging branches can't be fast-forwarded/i, 'merges-forbidden', ['merge']],
  [/refusing to merge unrelated histories|no merge base/i, 'unrelated'],
  [
    /untracked working tree files? would be (?:overwritten|removed)|would lose untracked files|following untracked working tree/i,
    'would-overwrite',
  ],
  [/your local changes (?:to the following files )?would be overwritten|not uptodate/i, 'still-writing', ['merge']],
  [/commit your changes or stash them/i, 'still-writing', ['merge']],
  [
    /you have not concluded your merge|MERGE_HEAD exists|you have unmerged files|exiting because of an unresolved conflict/i,
    'merge-under-way',
  ],
  [/not currently on a branch/i, 'detached'],
  [/no such remote|no configured push destination/i, 'no-remote'],
  [/not a git repository/i, 'no-repository'],
];

/** What the git extension calls a failure, where it knows. */
const EXTENSION_CODES: Readonly<Record<string, TroubleCode>> = {
  AuthenticationFailed: 'refused-credentials',
  PermissionDenied: 'refused-credentials',
  NoUserNameConfigured: 'no-user-name',
  NoUserEmailConfigured: 'no-user-name',
  RepositoryIsLocked: 'locked',
  RemoteConnectionError: 'unreachable',
  RepositoryNotFound: 'unreachable',
  CantAccessRemote: 'unreachable',
  NotAGitRepository: 'no-repository',
  NotASafeGitRepository: 'unsafe-folder',
  UnmergedChanges: 'merge-under-way',
  NoRemoteRepositorySpecified: 'no-remote',
  CantLockRef: 'locked',
};

/** @returns why git failed, as far as its words tell */
export function troubleOf(failure: GitFailure): TroubleCode {
  const { operation, code, stderr, stdout } = failure;
  const said = `${stderr}\n${stdout}`;
  for (const [words, trouble, operations] of CAUSES) {
    if ((operations?.includes(operation) ?? true) && words.test(said)) {
      return trouble;
    }
  }
  return EXTENSION_CODES[code ?? ''] ?? withoutWords(failure);
}

/** @returns the lock that git found in its way, relative to the repository, as far as its words tell; else nothing */
export function lockFor(code: TroubleCode, stderr: string): readonly string[] {
  const lock = /unable to create '[^']*?[\\/](\.git[\\/][^']+\.lock)'/i.exec(stderr)?.[1];
  return code === 'locked' && lock !== undefined ? [lock.replaceAll('\\', '/')] : [];
}

/** Hooks say what they like, or nothing; only what git does not say around them tells that one refused. */
function withoutWords({ operation, code, stderr, stdout, hasHook }: GitFailure): TroubleCode {
  switch (operation) {
    case 'push':
      // git tells each branch that the other side refused; where it tells none, it never asked.
      return hasHook && /failed to push some refs/i.test(stderr) ? 'hook-refused' : pushed(code);
    case 'commit':
      return hasHook && !/nothing (?:added )?to commit|no changes added/i.test(stdout)
        ? 'hook-refused'
        : 'commit-refused';
    case 'merge':
      return hasHook ? 'hook-refused' : 'unknown';
    default:
      return 'unknown';
  }
}

function pushed(code: string | undefined): TroubleCode {
  return code === 'PushRejected' ? 'race-lost' : 'unknown';
}
