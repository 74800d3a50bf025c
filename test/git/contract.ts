import type { GitRepository } from '../../src/sync/port';
import { describeChanges } from './contract-changes';
import { describeHistory } from './contract-history';
import { describeMerging } from './contract-merging';
import { describeSending } from './contract-sending';
import { describeState } from './contract-state';
import { Repositories } from './repositories';
import type { Clone } from './repositories';

/** What a test of the contract works with. */
export interface Setting {
  readonly repositories: Repositories;
  /** Opens a clone through the adapter under test. */
  readonly open: (clone: Clone) => Promise<GitRepository>;
}

/** What a host needs around the tests. */
interface Surroundings {
  /** Where to make repositories; the system's temporary folder if nothing is said. */
  readonly parent?: () => string;
  readonly before?: () => void;
  readonly after?: () => void;
  /** Called before the repositories of a test are removed. */
  readonly close?: () => Promise<void>;
  /** Whether it tries a locked repository again for so long that only long runs have the time. */
  readonly waitsForLocks?: boolean;
}

/**
 * What every adapter of git has to do, whatever it asks.
 * @param name of the adapter
 * @param open opens a repository through it
 */
export function describeRepositoryContract(
  name: string,
  open: (clone: Clone) => Promise<GitRepository>,
  surroundings: Surroundings = {},
): void {
  describe(`git through ${name}`, () => {
    let repositories: Repositories | undefined;
    const setting = (): Setting => {
      repositories ??= Repositories.make(surroundings.parent?.());
      return { repositories, open };
    };
    before(() => surroundings.before?.());
    after(() => surroundings.after?.());
    afterEach(async () => {
      await surroundings.close?.();
      repositories?.remove();
      repositories = undefined;
    });
    describeState(setting, { leavesOutLock: surroundings.waitsForLocks === true && !LONG_TESTS });
    describeChanges(setting);
    describeHistory(setting);
    describeMerging(setting);
    describeSending(setting);
  });
}
