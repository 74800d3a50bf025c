import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { lockFor, troubleOf } from '../../src/sync/git-failure';
import type { GitOperation } from '../../src/sync/git-failure';
import type { CommitAuthor, FileChange, GitRemote, GitRepository, RepositoryState, Stage } from '../../src/sync/port';
import { SyncTrouble } from '../../src/sync/trouble';
import { runGit } from './git-process';
import type { GitOutcome } from './git-process';
import { parseNameStatus, parseStatus } from './porcelain-status';
import { Remembered, stampOf, stampOfCommit } from './remembered';
import { parseSettings, remotesOf, settingOf, upstreamOf } from './settings';
import type { Settings } from './settings';

const STAGES: Readonly<Record<Stage, number>> = { base: 1, ours: 2, theirs: 3 };
const OTHER_ACTS = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];

interface CommandLineOptions {
  /** Added to the environment of each git process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Called before each git process with its subcommand, such as `merge`, and with all its words. */
  readonly before?: (step: string, words: readonly string[]) => void | Promise<void>;
  /** Called after each git process. */
  readonly after?: (step: string) => void | Promise<void>;
}

/** The real git, through its command line. The product never uses it; tests and proofs do. */
export class CommandLineRepository implements GitRepository {
  private readonly listings = new Remembered();
  private readonly configuration = new Remembered();

  constructor(
    readonly folder: string,
    private readonly options: CommandLineOptions = {},
  ) {}

  async state(): Promise<RepositoryState> {
    const words = ['--porcelain=v2', '--branch', '-z', '--untracked-files=all', '--find-renames'];
    const status = parseStatus(await this.look('status', ...words));
    const settings = await this.settings();
    return {
      ...status,
      upstream: upstreamOf(settings, status.branch),
      remotes: await this.remotes(settings),
      merging: this.merging(),
      isRebasing: OTHER_ACTS.some((name) => this.has(name)),
      isShallow: this.has('shallow'),
      lock: this.lock(status.branch),
    };
  }

  async config(key: string): Promise<string | undefined> {
    return settingOf(await this.settings(), key);
  }

  async stage(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) throw new Error('no paths: git would take every file');
    const words = ['add', '-A', '--pathspec-from-file=-', '--pathspec-file-nul'];
    await this.must('stage', words, paths.join('\0'));
  }

  async commit(message: string): Promise<void> {
    await this.must('commit', ['-c', 'user.useConfigOnly=true', 'commit', '--quiet', '--file', '-'], message);
  }

  async fetch(remote: string): Promise<void> {
    await this.must('fetch', ['fetch', remote]);
  }

  async merge(commit: string): Promise<'merged' | 'conflicts'> {
    const outcome = await this.run(['merge', '--no-edit', commit]);
    if (outcome.status === 0) return 'merged';
    if (/^CONFLICT /m.test(outcome.stdout.toString('utf8'))) return 'conflicts';
    throw await this.trouble('merge', outcome);
  }

  async push(remote: string, branch: string, name: string, options: { readonly setUpstream: boolean }): Promise<void> {
    const words = options.setUpstream ? ['--set-upstream'] : [];
    await this.must('push', ['push', ...words, remote, `refs/heads/${branch}:refs/heads/${name}`]);
  }

  async remoteCommit(remote: string, name: string): Promise<string | undefined> {
    const ref = `refs/remotes/${remote}/${name}`;
    const file = path.join(this.folder, '.git', ref);
    return existsSync(file) ? readFileSync(file, 'latin1').trim() : await this.commitAt(ref);
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const outcome = await this.run(['merge-base', one, other]);
    if (outcome.status > 1) throw await this.trouble('look', outcome);
    return outcome.status === 0 ? outcome.stdout.toString('utf8').trim() : undefined;
  }

  async commitsSince(from: string | undefined, to: string, file?: string): Promise<readonly CommitAuthor[]> {
    const range = from === undefined ? to : `${from}..${to}`;
    const told = await this.look(
      'log',
      '-z',
      '--format=%H%n%aN%n%aE',
      range,
      '--',
      ...(file === undefined ? [] : [file]),
    );
    return told
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [commit = '', name = '', email = ''] = entry.split('\n');
        return { commit, name, email };
      });
  }

  async changesSince(from: string, to: string): Promise<readonly FileChange[]> {
    return parseNameStatus(await this.look('diff', '--name-status', '-z', '-M', `${from}...${to}`, '--'));
  }

  async holds(tree: 'index' | { readonly commit: string }, file: string): Promise<boolean> {
    const listed =
      tree === 'index'
        ? await this.listings.of(stampOf(this.folder, 'index'), () => this.look('ls-files', '-z'))
        : await this.listings.of(stampOfCommit(tree.commit), () =>
            this.look('ls-tree', '-r', '-z', '--name-only', '--full-tree', tree.commit),
          );
    return (
      listed.startsWith(`${file}\0`) ||
      listed.startsWith(`${file}/`) ||
      listed.includes(`\0${file}\0`) ||
      listed.includes(`\0${file}/`)
    );
  }

  async side(stage: Stage, file: string): Promise<Uint8Array | undefined> {
    const number = String(STAGES[stage]);
    const entries = (await this.look('ls-files', '-u', '-z', '--', file)).split('\0');
    if (!entries.some((entry) => entry.endsWith(` ${number}\t${file}`))) return undefined;
    const { stdout } = await this.must('look', ['cat-file', 'blob', `:${number}:${file}`]);
    return Uint8Array.from(stdout);
  }

  private async settings(): Promise<Settings> {
    const list = (): Promise<string> => this.look('config', '--list', '-z');
    return parseSettings(await this.configuration.of(stampOf(this.folder, 'config'), list));
  }

  private async remotes(settings: Settings): Promise<readonly GitRemote[]> {
    const rewrites = [...settings.keys()].some((key) => key.startsWith('url.'));
    const remotes: GitRemote[] = [];
    for (const { name, fetchUrl, pushUrl } of remotesOf(settings)) {
      // Only git itself tells what its rewriting of addresses makes of one.
      const address = async (...words: readonly string[]): Promise<string> =>
        (await this.look('remote', 'get-url', ...words, name)).trim();
      remotes.push(
        rewrites ? { name, fetchUrl: await address(), pushUrl: await address('--push') } : { name, fetchUrl, pushUrl },
      );
    }
    return remotes;
  }

  private merging(): string | undefined {
    const file = path.join(this.folder, '.git', 'MERGE_HEAD');
    return existsSync(file) ? readFileSync(file, 'latin1').split('\n')[0] : undefined;
  }

  private async commitAt(name: string): Promise<string | undefined> {
    const { status, stdout } = await this.run(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    return status === 0 ? stdout.toString('utf8').trim() : undefined;
  }

  private has(name: string): boolean {
    return existsSync(path.join(this.folder, '.git', name));
  }

  private lock(branch: string | undefined): string | undefined {
    const names = ['index', 'HEAD', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
    const found = names.map((name) => `${name}.lock`).find((name) => this.has(name));
    return found === undefined ? undefined : `.git/${found}`;
  }

  private async look(...words: readonly string[]): Promise<string> {
    return (await this.must('look', words)).stdout.toString('utf8');
  }

  /** Runs git. @throws what its words mean where it fails */
  private async must(operation: GitOperation, words: readonly string[], input?: string): Promise<GitOutcome> {
    const outcome = await this.run(words, input);
    if (outcome.status !== 0) throw await this.trouble(operation, outcome);
    return outcome;
  }

  private async run(words: readonly string[], input?: string): Promise<GitOutcome> {
    const step = (words[0] === '-c' ? words[2] : words[0]) ?? '';
    await this.options.before?.(step, words);
    const environment = { GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0', ...this.options.environment };
    const outcome = await runGit(this.folder, words, environment, input);
    await this.options.after?.(step);
    return outcome;
  }

  /** @returns the trouble, with git's own words as its cause for whoever reads a failed test */
  private async trouble(operation: GitOperation, { stdout, stderr }: GitOutcome): Promise<SyncTrouble> {
    const hooks = await runGit(this.folder, ['rev-parse', '--git-path', 'hooks']);
    const folder = path.resolve(this.folder, hooks.stdout.toString('utf8').trim());
    const failure = { operation, stderr, stdout: stdout.toString('utf8'), hasHook: hasHook(folder) };
    const code = troubleOf(failure);
    return Object.assign(new SyncTrouble(code, lockFor(code, stderr)), { cause: failure });
  }
}

function hasHook(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith('.sample'));
}
