import assert from 'node:assert/strict';
import type { TroubleCode } from '../../src/sync/trouble';
import { isTrouble } from '../../src/sync/trouble';
import type { Clone } from '../git/repositories';
import type { Desk, Replaced } from './desk';
import { Households } from './household';
import { inspect } from './inspection';
import { snapshot } from './snapshot';
import type { Snapshot } from './snapshot';

/** Alex's page and the one of both, in the small notes folder. */
export const ALEX_PAGE = '1-name-the-betrayal/alex.md';
export const TOGETHER = '3-commitment/together.md';

/** Two desks and their remote, for one test. */
export class Two {
  private constructor(
    readonly folder: string,
    readonly remote: string,
    readonly alex: Desk,
    readonly sam: Desk,
  ) {}

  static async make(households: Households): Promise<Two> {
    const { folder, remote, desks } = await households.copy(2);
    const [alex, sam] = desks;
    assert.ok(alex && sam);
    return new Two(folder, remote, alex, sam);
  }

  /** Expects Alex's sync to stop, and gives where everything stood before and after. */
  async stops(
    code: TroubleCode,
    replaced: Replaced = {},
  ): Promise<{ before: Snapshot; after: Snapshot; paths: readonly string[] }> {
    const before = await snapshot(this.alex, this.remote);
    const error: unknown = await this.alex.sync(replaced).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(isTrouble(error), `expected the trouble ${code}, not ${String(error)}`);
    assert.equal(error.code, code, JSON.stringify(error.cause));
    return { before, after: await snapshot(this.alex, this.remote), paths: error.paths };
  }

  /** Expects Alex's sync to stop before anything has changed. @returns the files that it names */
  async stopsAtOnce(code: TroubleCode, replaced: Replaced = {}): Promise<readonly string[]> {
    const { before, after, paths } = await this.stops(code, replaced);
    assert.deepEqual(after, before);
    return paths;
  }

  /** Expects Alex's sync to stop with every file as it was, what was written committed at most, and nothing sent. */
  async stopsSafely(code: TroubleCode, replaced: Replaced = {}): Promise<readonly string[]> {
    const head = await this.alex.clone.head();
    const { before, after, paths } = await this.stops(code, replaced);
    assert.deepEqual([after.files, after.remote], [before.files, before.remote]);
    assert.equal(after.repository.MERGE_HEAD, 'missing');
    await this.alex.clone.git('merge-base', '--is-ancestor', head, 'HEAD');
    return paths;
  }

  /** Both sync until they agree, and everything that they left is looked at. */
  async agree(): Promise<void> {
    for (const desk of [this.alex, this.sam, this.alex, this.sam]) await desk.sync();
    assert.equal(await this.alex.clone.head(), await this.sam.clone.head());
    assert.equal(
      await this.alex.clone.git('rev-parse', 'HEAD^{tree}'),
      await this.sam.clone.git('rev-parse', 'HEAD^{tree}'),
    );
    await inspect({ folder: this.folder, remote: this.remote, desks: [this.alex, this.sam] });
  }
}

/** Gives each test of a suite two desks of its own. */
export function twoForEach(): () => Two {
  let households: Households | undefined;
  let two: Two | undefined;
  before(async () => {
    households = await Households.make();
  });
  beforeEach(async () => {
    assert.ok(households);
    two = await Two.make(households);
  });
  after(() => households?.remove());
  return () => {
    assert.ok(two);
    return two;
  };
}

/** Adds a line at the end of a note. */
export function append(clone: Clone, file: string, line: string): void {
  clone.write(file, `${textOf(clone, file)}${line}\n`);
}

export function textOf(clone: Clone, file: string): string {
  return new TextDecoder().decode(clone.read(file));
}
