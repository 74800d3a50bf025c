import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

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
export function runGit(
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  input = '',
): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', words, { cwd: folder, env: { ...process.env, ...FRESH_ENVIRONMENT, ...environment } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({
        status: status ?? -1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
    // A git that ends before it has read everything is told by its status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
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
