import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SyncReport } from '../../src/sharing/sync-folder';
import type { TroubleCode } from '../../src/sync/trouble';
import type { Clone } from '../git/repositories';
import type { StoryWindow } from './editor';
import type { Ledger } from './ledger';

type Synced = SyncReport & { readonly kind: 'synced' };
type Stopped = SyncReport & { readonly kind: 'stopped' };

/** One person's clone, in a window of their own. */
export class Machine {
  constructor(
    readonly name: string,
    readonly clone: Clone,
    readonly window: StoryWindow,
    private readonly ledger: Ledger,
  ) {}

  get folder(): string {
    return this.clone.folder;
  }

  /** @returns a line of one's own for a test to write somewhere */
  hasLine(): string {
    return this.ledger.line(this.name);
  }

  /** Writes a line of one's own at the end of a note, or a new note. @returns the line */
  async writes(note: string, { save = true, title = 'A note' } = {}): Promise<string> {
    const line = this.ledger.line(this.name);
    const text = this.clone.has(note) ? `\n${line}\n` : `# ${title}\n\n${line}\n`;
    await this.window.ask({ act: 'write', path: note, text, save });
    return line;
  }

  /** Puts a line of one's own in place of a text. @returns the line */
  async writesInstead(note: string, instead: string, { save = true } = {}): Promise<string> {
    const line = this.ledger.line(this.name);
    await this.window.ask({ act: 'write', path: note, text: line, instead, save });
    this.ledger.strike(instead);
    return line;
  }

  async runs(command: string, ...words: readonly unknown[]): Promise<unknown> {
    return await this.window.ask({ act: 'run', command, words });
  }

  async runsOn(note: string, command: string, ...words: readonly unknown[]): Promise<unknown> {
    return await this.window.ask({ act: 'run', command, path: note, words });
  }

  /** Where git looks for this clone's hooks. */
  get hooks(): string {
    return path.join(this.folder, '.git', 'hooks');
  }

  /** Syncs, as a person would by hand. */
  async sync(): Promise<SyncReport> {
    return (await this.runs('kintsugi.sync')) as SyncReport;
  }

  /** Syncs to the end. */
  async syncs(): Promise<Synced> {
    const report = await this.sync();
    assert.ok(report.kind === 'synced', `${this.name}’s sync stopped: ${JSON.stringify(report)}`);
    return report;
  }

  /** Syncs, and is told why it cannot be. */
  async isStoppedBy(code: TroubleCode): Promise<Stopped> {
    const report = await this.sync();
    assert.ok(report.kind === 'stopped', `${this.name}’s sync came through, and was to be stopped by ${code}`);
    assert.equal(report.code, code);
    return report;
  }

  /** What lies on the disk. */
  reads(note: string): string {
    return readFileSync(path.join(this.folder, note), 'utf8');
  }

  /** Closes what is open, messages too. */
  async tidies(): Promise<void> {
    await this.window.ask({ act: 'tidy' });
  }
}
