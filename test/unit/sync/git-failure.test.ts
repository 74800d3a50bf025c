import assert from 'node:assert/strict';
import { troubleOf } from '../../../src/sync/git-failure';
import type { GitFailure, GitOperation } from '../../../src/sync/git-failure';
import type { TroubleCode } from '../../../src/sync/trouble';

function troubleIn(operation: GitOperation, stderr: string, more: Partial<GitFailure> = {}): TroubleCode {
  return troubleOf({ operation, stderr, stdout: '', hasHook: false, ...more });
}

const REFUSED = "error: failed to push some refs to 'https://example.org/notes.git'";

/** What git and the places that keep repositories say, as they say it. What git alone says, the contract provokes. */
const TEXTS: readonly (readonly [TroubleCode, GitOperation, string])[] = [
  [
    'locked',
    'stage',
    "fatal: Unable to create '/notes/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\nan editor opened by 'git commit'.",
  ],
  ['locked', 'fetch', "error: cannot lock ref 'refs/remotes/origin/main': is at 1 but expected 2"],
  ['locked', 'push', "fatal: Unable to create '/notes/.git/refs/remotes/origin/main.lock': File exists."],
  [
    'no-user-name',
    'commit',
    'Author identity unknown\n\n*** Please tell me who you are.\n\nRun\n\n  git config --global user.email "you@example.com"',
  ],
  ['no-user-name', 'commit', 'fatal: user.useConfigOnly set but no name given'],
  ['no-user-name', 'merge', 'fatal: empty ident name (for <a@b.c>) not allowed'],
  ['no-user-name', 'commit', "fatal: unable to auto-detect email address (got 'alex@notes.(none)')"],
  ['no-user-name', 'commit', 'fatal: no email was given and auto-detection is disabled'],
  [
    'refused-credentials',
    'fetch',
    'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.',
  ],
  [
    'refused-credentials',
    'fetch',
    "remote: Invalid username or password.\nfatal: Authentication failed for 'https://github.com/a/b.git/'",
  ],
  [
    'refused-credentials',
    'push',
    "remote: Permission to a/b.git denied to alex.\nfatal: unable to access 'https://github.com/a/b.git/': The requested URL returned error: 403",
  ],
  [
    'refused-credentials',
    'push',
    'ERROR: Permission to a/b.git denied to alex.\nfatal: Could not read from remote repository.',
  ],
  [
    'refused-credentials',
    'fetch',
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
  ],
  [
    'refused-credentials',
    'fetch',
    "fatal: could not read Username for 'https://github.com': No such device or address",
  ],
  ['refused-credentials', 'fetch', 'Host key verification failed.\nfatal: Could not read from remote repository.'],
  ['unreachable', 'fetch', "fatal: unable to access 'https://github.com/a/b.git/': Could not resolve host: github.com"],
  [
    'unreachable',
    'fetch',
    'ssh: Could not resolve hostname notes: Name or service not known\nfatal: Could not read from remote repository.',
  ],
  [
    'unreachable',
    'push',
    'ssh: connect to host github.com port 22: Connection timed out\nfatal: Could not read from remote repository.',
  ],
  ['unreachable', 'fetch', "remote: Repository not found.\nfatal: repository 'https://github.com/a/b.git/' not found"],
  [
    'unreachable',
    'fetch',
    "fatal: 'nowhere' does not appear to be a git repository\nfatal: Could not read from remote repository.",
  ],
  [
    'unreachable',
    'push',
    'send-pack: unexpected disconnect while reading sideband packet\nfatal: the remote end hung up unexpectedly',
  ],
  [
    'race-lost',
    'push',
    ` ! [rejected]        main -> main (fetch first)\n${REFUSED}\nhint: Updates were rejected because the remote contains work that you do\nhint: not have locally.`,
  ],
  ['race-lost', 'push', ` ! [rejected]        main -> main (non-fast-forward)\n${REFUSED}`],
  [
    'race-lost',
    'push',
    ` ! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)\n${REFUSED}`,
  ],
  ['race-lost', 'push', ` ! [remote rejected] main -> main (failed to update ref)\n${REFUSED}`],
  ['race-lost', 'push', ` ! [remote rejected] main -> main (incorrect old value provided)\n${REFUSED}`],
  [
    'protected-branch',
    'push',
    `remote: error: GH006: Protected branch update failed for refs/heads/main.\nTo https://github.com/a/b.git\n ! [remote rejected] main -> main (protected branch hook declined)\n${REFUSED}`,
  ],
  [
    'protected-branch',
    'push',
    `remote: error: GH013: Repository rule violations found for refs/heads/main.\n ! [remote rejected] main -> main (push declined due to repository rule violations)\n${REFUSED}`,
  ],
  [
    'protected-branch',
    'push',
    `remote: GitLab: You are not allowed to push code to protected branches on this project.\n ! [remote rejected] main -> main (pre-receive hook declined)\n${REFUSED}`,
  ],
  ['signature-impossible', 'commit', 'error: gpg failed to sign the data\nfatal: failed to write commit object'],
  [
    'signature-impossible',
    'commit',
    'error: cannot run gpg: No such file or directory\nerror: gpg failed to sign the data',
  ],
  [
    'signature-impossible',
    'merge',
    "error: Couldn't load public key /home/a/.ssh/id: No such file or directory?\n\nfatal: failed to write commit object",
  ],
  ['merges-forbidden', 'merge', 'fatal: Not possible to fast-forward, aborting.'],
  [
    'merges-forbidden',
    'merge',
    "hint: Diverging branches can't be fast-forwarded, you need to either:\nfatal: Not possible to fast-forward, aborting.",
  ],
  ['unrelated', 'merge', 'fatal: refusing to merge unrelated histories'],
  [
    'would-overwrite',
    'merge',
    'error: The following untracked working tree files would be overwritten by merge:\n\ta.md\nPlease move or remove them before you merge.\nAborting',
  ],
  [
    'still-writing',
    'merge',
    'error: Your local changes to the following files would be overwritten by merge:\n\ta.md\nPlease commit your changes or stash them before you merge.\nAborting',
  ],
  [
    'merge-under-way',
    'merge',
    'fatal: You have not concluded your merge (MERGE_HEAD exists).\nPlease, commit your changes before you merge.',
  ],
  ['merge-under-way', 'commit', 'error: Committing is not possible because you have unmerged files.'],
  ['unsafe-folder', 'look', "fatal: detected dubious ownership in repository at '/notes'"],
  ['no-repository', 'look', 'fatal: not a git repository (or any of the parent directories): .git'],
  ['unknown', 'look', 'fatal: bad object'],
];

describe('what git says when it fails', () => {
  for (const [trouble, operation, text] of TEXTS) {
    it(`means ${trouble} on ${operation}: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      assert.equal(troubleIn(operation, text), trouble);
      assert.equal(troubleIn(operation, text, { hasHook: true }), trouble, 'also where a hook lies there');
    });
  }

  it('means a hook where git has no words for it', () => {
    assert.equal(troubleIn('commit', 'too many sad words', { hasHook: true }), 'hook-refused');
    assert.equal(troubleIn('merge', 'not on Sundays', { hasHook: true }), 'hook-refused');
    assert.equal(troubleIn('push', `not on Sundays\n${REFUSED}`, { hasHook: true }), 'hook-refused');
  });

  it('means no hook where none lies there, and none where there was nothing to commit', () => {
    assert.equal(troubleIn('commit', 'something'), 'commit-refused');
    assert.equal(troubleIn('push', REFUSED), 'unknown');
    assert.equal(troubleIn('merge', 'something'), 'unknown');
    const nothing = { hasHook: true, stdout: 'On branch main\nnothing to commit, working tree clean\n' };
    assert.equal(troubleIn('commit', '', nothing), 'commit-refused');
  });

  it('means what the git extension calls it where there are no words', () => {
    assert.equal(troubleIn('commit', '', { code: 'NoUserNameConfigured', hasHook: true }), 'no-user-name');
    assert.equal(troubleIn('fetch', '', { code: 'AuthenticationFailed' }), 'refused-credentials');
    assert.equal(troubleIn('stage', '', { code: 'RepositoryIsLocked' }), 'locked');
    assert.equal(troubleIn('stage', '', { code: 'NobodyKnows' }), 'unknown');
  });
});
