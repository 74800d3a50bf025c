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
  open(clone: Clone): Promise<GitRepository>;
}

/**
 * What every adapter of git has to do, whatever it asks.
 * @param name of the adapter
 * @param open opens a repository through it
 */
export function describeRepositoryContract(name: string, open: (clone: Clone) => Promise<GitRepository>): void {
  describe(`git through ${name}`, () => {
    let repositories: Repositories | undefined;
    const setting = (): Setting => {
      repositories ??= Repositories.make();
      return { repositories, open };
    };
    afterEach(() => {
      repositories?.remove();
      repositories = undefined;
    });
    describeState(setting);
    describeChanges(setting);
    describeHistory(setting);
    describeMerging(setting);
    describeSending(setting);
  });
}
