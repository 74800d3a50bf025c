import { devNull } from 'node:os';
import { runInSmallProcess } from './small-process';

/** What a git process left behind. */
export interface GitOutcome {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** git as on a fresh machine: no settings but the repository's own, never a question, English words. */
export const FRESH_ENVIRONMENT: NodeJS.ProcessEnv = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  LC_ALL: 'C',
};

/** Runs git once. @param input what it reads */
export async function runGit(
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  input = '',
): Promise<GitOutcome> {
  const env = { ...process.env, ...FRESH_ENVIRONMENT, ...environment };
  const { status, stdout, stderr } = await runInSmallProcess('git', words, { cwd: folder, env, input });
  return { status, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr).toString('utf8') };
}

/**
 * Runs git as a person would in a terminal.
 * @returns what it wrote, without the last line end
 * @throws where it failed
 */
export async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runGit(folder, words);
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${String(status)}\n${stderr}${stdout.toString('utf8')}`);
  return stdout.toString('utf8').replace(/\n$/, '');
}
