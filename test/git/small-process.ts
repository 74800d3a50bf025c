import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

interface Options {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: string;
}

interface Answer {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

interface Request extends Options {
  readonly id: number;
  readonly program: string;
  readonly words: readonly string[];
}

type Response = { readonly id: number } & (Answer | { readonly error: string });

const waiting = new Map<number, (response: Response) => void>();
let small: ChildProcess | undefined;
let count = 0;

/**
 * Runs a program from a small process. To start one from a large process, such as that of the tests, takes twenty times
 * as long, because the system copies its page tables first.
 */
export function runInSmallProcess(program: string, words: readonly string[], options: Options): Promise<Answer> {
  small ??= start();
  const child = small;
  count += 1;
  const request: Request = { id: count, program, words, ...options };
  return new Promise((resolve, reject) => {
    child.ref();
    waiting.set(request.id, (response) => {
      waiting.delete(request.id);
      if (waiting.size === 0) rest(child);
      if ('error' in response) reject(new Error(response.error));
      else resolve(response);
    });
    child.send(request);
  });
}

function start(): ChildProcess {
  const child = spawn(process.execPath, ['-e', `(${serve.toString()})()`], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  child.on('message', (response: Response) => waiting.get(response.id)?.(response));
  child.once('exit', () => {
    small = undefined;
    for (const [id, answer] of waiting) answer({ id, error: 'the process that runs git has ended' });
  });
  rest(child);
  return child;
}

/** Keeps nobody from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** What the small process does. It is handed over as text and may use nothing around it. */
function serve(): void {
  const { spawn: run } = process.getBuiltinModule('node:child_process');
  process.on('disconnect', () => process.exit());
  process.on('message', ({ id, program, words, cwd, env, input }: Request) => {
    const answer = (response: object): void => {
      process.send?.({ id, ...response });
    };
    const child = run(program, words, { cwd, env });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', ({ message }) => {
      answer({ error: message });
    });
    child.once('close', (status) => {
      answer({ status: status ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
    });
    // A program that ends before it has read everything is told by its status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
