import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from 'esbuild';
import { isTrouble } from '../../src/sync/trouble';
import { runInSmallProcess } from '../git/small-process';
import { chooseByHand } from './choosing';
import type { Desk } from './desk';
import type { Household } from './household';
import { Ledger } from './ledger';
import { append, TOGETHER } from './two';

const MOST_MENDINGS = 8;
const TALK = '5-check-ins/2026-11-23-talk.md';

/** When a sync is ended: around one of its git processes, or with git itself after some time. */
export type Ending =
  { readonly moment: 'before' | 'after'; readonly count: number } | { readonly milliseconds: number };

/** Makes the program that syncs once. @returns its file */
export async function makeOneSync(folder: string): Promise<string> {
  const outfile = path.join(folder, 'one-sync.cjs');
  await build({
    entryPoints: ['test/sync/one-sync.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outfile;
}

/** A sync with everything in it, which is ended by force; then what it left is mended as a person would. */
export class KilledSync {
  private readonly ledger = new Ledger();
  private readonly alex: Desk;
  private readonly sam: Desk;

  constructor(
    private readonly household: Household,
    private readonly oneSync: string,
  ) {
    const [alex, sam] = household.desks;
    assert.ok(alex && sam);
    this.alex = alex;
    this.sam = sam;
  }

  /** Both write in one note at one place, in two others, and begin the same one. */
  async prepare(): Promise<void> {
    for (const [desk, author] of [
      [this.sam, 'Sam'],
      [this.alex, 'Alex'],
    ] as const) {
      append(desk.clone, TOGETHER, this.ledger.write(author));
      append(desk.clone, '1-name-the-betrayal/together.md', this.ledger.write(author));
      append(desk.clone, `1-name-the-betrayal/${author.toLowerCase()}.md`, this.ledger.write(author));
      desk.clone.write(TALK, `# Talk\n\n${this.ledger.write(author)}\n`);
      desk.clone.write(`6-kindness/2026-11-23-${author}.md`, `# Kindness\n\n${this.ledger.write(author)}\n`);
      if (desk === this.sam) await desk.sync();
    }
  }

  /** @returns how many git processes a whole sync takes */
  async countProcesses(): Promise<number> {
    const { status, stdout, stderr } = await this.start(['never', '0']);
    assert.equal(status, 0, Buffer.from(stderr).toString('utf8'));
    return Number(/^(\d+) git processes/.exec(Buffer.from(stdout).toString('utf8'))?.[1]);
  }

  /** @returns what the next syncs came to */
  async endAndMend(ending: Ending): Promise<string> {
    if ('milliseconds' in ending) await this.endGroup(ending.milliseconds);
    else assert.equal((await this.start([ending.moment, String(ending.count)])).status, -1, 'it was ended by force');
    const met: string[] = [];
    for (const desk of [this.alex, this.sam, this.alex, this.sam]) {
      while (!(await this.syncOrMend(desk, met))) assert.ok(met.length < MOST_MENDINGS, met.join(', '));
    }
    for (const { clone } of this.household.desks)
      assert.deepEqual(this.ledger.faultsIn(clone.folder), [], met.join(', '));
    return met.length === 0 ? 'went on by itself' : met.join(', then ');
  }

  private async start(words: readonly string[]): ReturnType<typeof runInSmallProcess> {
    const options = { cwd: this.household.folder, env: process.env, input: '' };
    return await runInSmallProcess(process.execPath, [this.oneSync, this.alex.clone.folder, ...words], options);
  }

  /** Ends the sync and whatever git is doing for it, at any moment. */
  private async endGroup(milliseconds: number): Promise<void> {
    const child = spawn(process.execPath, [this.oneSync, this.alex.clone.folder], {
      cwd: this.household.folder,
      detached: true,
      stdio: 'ignore',
    });
    const closed = new Promise((resolve) => child.once('close', resolve));
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, milliseconds);
    await closed;
    clearTimeout(timer);
  }

  /** @returns whether the sync came to its end */
  private async syncOrMend(desk: Desk, met: string[]): Promise<boolean> {
    try {
      await desk.sync();
      return true;
    } catch (error) {
      if (!isTrouble(error)) throw error;
      met.push(error.code);
      switch (error.code) {
        case 'locked':
          // The lock is named, so that a person can look for git and take it away.
          error.paths.forEach((lock) => {
            fs.rmSync(path.join(desk.clone.folder, lock));
          });
          break;
        case 'emptied':
        case 'conflict-markers':
          await desk.clone.git('checkout', '--', ...error.paths);
          break;
        case 'to-choose':
        case 'merge-under-way':
          await chooseByHand(desk);
          break;
        default:
          throw error;
      }
      return false;
    }
  }
}
