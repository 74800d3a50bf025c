import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { git, runGit } from '../git/git-process';
import { CANARY } from './household';
import type { Household } from './household';

const FORBIDDEN_COMMANDS = new Set([
  'pull',
  'rebase',
  'reset',
  'stash',
  'checkout',
  'restore',
  'clean',
  'gc',
  'update-ref',
]);
const FORBIDDEN_WORDS = new Set([
  '--force',
  '-f',
  '--force-with-lease',
  '--mirror',
  '--delete',
  '.',
  '--all',
  '--amend',
]);

/** Looks at everything that the syncs of a household have left behind. */
export async function inspect({ remote, desks }: Household): Promise<void> {
  for (const { clone, words } of desks) {
    assert.equal(await clone.git('fsck', '--no-dangling', '--no-progress'), '');
    assertHarmless(words);
  }
  assert.equal(await git(remote, 'fsck', '--no-dangling', '--no-progress'), '');
  await assertNothingPrivate(remote);
  await assertOnlyForward(remote);
}

/** No git process of a sync could force, rewrite, or take in more than it was told. */
export function assertHarmless(processes: readonly (readonly string[])[]): void {
  for (const words of processes) {
    const [command = ''] = words[0] === '-c' ? words.slice(2) : words;
    assert.ok(!FORBIDDEN_COMMANDS.has(command), `git ${words.join(' ')}`);
    assert.ok(!words.some((word) => FORBIDDEN_WORDS.has(word) || word.startsWith('+')), `git ${words.join(' ')}`);
    if (command === 'add') assert.ok(words.includes('--pathspec-from-file=-'), `git ${words.join(' ')}`);
  }
}

/** Nothing in a remote holds a word of a private note: no object, no ref, no log of refs, no name. */
export async function assertNothingPrivate(remote: string): Promise<void> {
  const { stdout } = await runGit(remote, ['cat-file', '--batch-all-objects', '--batch']);
  assert.ok(stdout.length > 0, 'the remote holds something');
  assert.ok(!stdout.includes(CANARY), 'a private note is in the remote');
  for (const entry of fs.readdirSync(remote, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    assert.ok(!file.includes(CANARY), file);
    if (entry.isFile() && !file.includes(`${path.sep}objects${path.sep}`)) {
      assert.ok(!fs.readFileSync(file).includes(CANARY), file);
    }
  }
}

/** Each update of a branch of the remote held what was there before. */
export async function assertOnlyForward(remote: string): Promise<void> {
  const parents = new Map(
    (await git(remote, 'log', '--all', '--format=%H %P')).split('\n').map((line) => {
      const [commit = '', ...before] = line.split(' ');
      return [commit, before] as const;
    }),
  );
  const updates = fs
    .readFileSync(path.join(remote, 'logs', 'refs', 'heads', 'main'), 'utf8')
    .trim()
    .split('\n');
  for (const update of updates) {
    const [before = '', after = ''] = update.split(' ');
    assert.ok(/^0+$/.test(before) || isAncestor(parents, before, after), `forced: ${update}`);
  }
}

function isAncestor(parents: ReadonlyMap<string, readonly string[]>, ancestor: string, commit: string): boolean {
  const seen = new Set<string>();
  const waiting = [commit];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ancestor) return true;
    if (!seen.has(next)) {
      seen.add(next);
      waiting.push(...(parents.get(next) ?? []));
    }
  }
  return false;
}
