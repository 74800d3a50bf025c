import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/ending.mjs';
import { writeSampleNotes } from '../../scripts/sample-notes/write.mjs';
import { git } from '../git/git-process';
import { ALEX, putHook, Repositories, SAM } from '../git/repositories';
import type { Clone } from '../git/repositories';
import { putCanaries } from './canary';
import { checkClone, checkRemote, SENT } from './checks';
import type { StoryEditor } from './editor';
import { Ledger } from './ledger';
import { Machine } from './machine';

type Person = typeof ALEX;

/** How often one after the other may have to sync until both have everything. */
const ROUNDS = 3;

/** Every remote that was made, for those who look afterwards at what it holds. */
export const remotes: string[] = [];

/** Two people with the sample notes, one remote, and a window each. */
export class Couple {
  readonly machines: Machine[];

  private constructor(
    readonly editor: StoryEditor,
    readonly repositories: Repositories,
    readonly remote: string,
    readonly ledger: Ledger,
    readonly alex: Machine,
    readonly sam: Machine,
  ) {
    this.machines = [alex, sam];
  }

  static async meet(editor: StoryEditor): Promise<Couple> {
    const repositories = Repositories.make(temporaryFolder('stories').folder);
    const notes = path.join(repositories.folder, 'notes');
    await writeSampleNotes(notes);
    const remote = await repositories.remote();
    remotes.push(remote);
    putHook(path.join(remote, 'hooks'), 'post-receive', `cat >> '${path.join(remote, SENT)}'`);
    await git(notes, 'push', '--quiet', remote, 'main');
    const ledger = new Ledger();
    const sit = async (person: Person): Promise<Machine> => {
      const clone = await repositories.clone(remote, { person });
      cpSync(path.join(notes, 'private'), path.join(clone.folder, 'private'), { recursive: true });
      return await openMachine(editor, clone, person, ledger);
    };
    const [alex, sam] = await Promise.all([sit(ALEX), sit(SAM)]);
    return new Couple(editor, repositories, remote, ledger, alex, sam);
  }

  /** Whoever has something that the others have not, or the other way round, syncs, until nobody has. */
  async settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const machine of this.machines) {
        if (!(await this.isEven(machine))) await machine.syncs();
      }
    }
  }

  private async isEven({ clone }: Machine): Promise<boolean> {
    const isClean = (await clone.git('status', '--porcelain')) === '';
    return isClean && (await clone.head()) === (await git(this.remote, 'rev-parse', 'main'));
  }

  /** Nobody's line is lost, anywhere, git has no complaint, and all have the same. */
  async check(): Promise<void> {
    for (const machine of this.machines)
      assert.ok(await this.isEven(machine), `${machine.name} has what the other has`);
    for (const { folder } of this.machines) await checkClone(folder, this.ledger);
    await checkRemote(this.remote, this.ledger);
  }

  /** One of the two sits down at another machine, for the rest of the story. */
  async sitsElsewhere(person: Person): Promise<Machine> {
    const clone = await this.repositories.clone(this.remote, { person });
    const machine = await openMachine(this.editor, clone, person, this.ledger);
    this.machines.push(machine);
    return machine;
  }

  /** Every machine but the first two is closed. */
  async leaveElsewhere(): Promise<void> {
    for (const { window } of this.machines.splice(2)) await window.close();
  }

  async part(): Promise<void> {
    for (const { window } of this.machines) await window.close();
  }
}

async function openMachine(editor: StoryEditor, clone: Clone, person: Person, ledger: Ledger): Promise<Machine> {
  putCanaries(clone.folder, person.name.toLowerCase());
  const window = await editor.open(clone.folder);
  await window.ask({ act: 'openRepository' });
  return new Machine(person.name, clone, window, ledger);
}
