import * as fs from 'node:fs';
import * as path from 'node:path';
import { ALEX, Clone, Repositories, SAM } from '../git/repositories';
import { git } from '../git/git-process';
import { Desk } from './desk';
import { smallFolder } from './notes-folder';

/** Words that stand in private notes, in text and in names, and nowhere else. */
export const CANARY = 'canary-7f3a91c2';

const DESKS = ['alex', 'sam', 'tablet'] as const;

/** git does the same and waits for no disk; folders of tests are thrown away anyway. */
const HASTY = { 'core.fsync': 'none', 'gc.auto': '0', 'maintenance.auto': 'false', 'receive.autogc': 'false' };

/** A remote and the machines of the two, in one folder: Alex's, Sam's and, where wanted, a second one of Alex's. */
export interface Household {
  readonly folder: string;
  readonly remote: string;
  readonly desks: readonly Desk[];
}

/** Makes households by copying one, which is much faster than asking git for each. */
export class Households {
  private count = 0;

  private constructor(
    private readonly repositories: Repositories,
    private readonly model: string,
  ) {}

  static async make(): Promise<Households> {
    const repositories = Repositories.make();
    const model = path.join(repositories.folder, 'model');
    fs.mkdirSync(model);
    const remote = path.join(model, 'remote');
    fs.renameSync(await repositories.remote(), remote);
    fs.rmSync(path.join(remote, 'hooks'), { recursive: true, force: true });
    await set(remote, HASTY);
    for (const name of DESKS) await makeDesk(repositories, model, name);
    return new Households(repositories, model);
  }

  /** Where they all lie. */
  get folder(): string {
    return this.repositories.folder;
  }

  async copy(desks: number): Promise<Household> {
    this.count += 1;
    const folder = path.join(this.repositories.folder, `household${String(this.count)}`);
    for (const name of ['remote', ...DESKS.slice(0, desks)]) {
      fs.cpSync(path.join(this.model, name), path.join(folder, name), { recursive: true });
    }
    return {
      folder,
      remote: path.join(folder, 'remote'),
      desks: await Promise.all(DESKS.slice(0, desks).map((name) => Desk.at(path.join(folder, name)))),
    };
  }

  remove(): void {
    this.repositories.remove();
  }
}

async function makeDesk(repositories: Repositories, model: string, name: (typeof DESKS)[number]): Promise<void> {
  const clone = await repositories.clone(path.join(model, 'remote'), {
    settings: HASTY,
    person: name === 'sam' ? SAM : ALEX,
  });
  const folder = path.join(model, name);
  fs.renameSync(clone.folder, folder);
  fs.rmSync(path.join(folder, '.git', 'hooks'), { recursive: true, force: true });
  // An address that is still right after the whole folder was copied.
  await set(folder, { 'remote.origin.url': '../remote' });
  const moved = await Clone.at(folder, undefined);
  if (name === 'alex') {
    await moved.commit(Object.fromEntries(smallFolder()), 'Begin');
    await moved.git('push', '--quiet', '-u', 'origin', 'main');
  }
  moved.write(`private/${CANARY}.md`, `Only for me: ${CANARY} ${name}\n`);
  moved.write(`private/5-check-ins/2026-11-16-${CANARY}.md`, `---\ntrust: 1\n---\n\n${CANARY}\n`);
}

async function set(folder: string, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await git(folder, 'config', key, value);
}
