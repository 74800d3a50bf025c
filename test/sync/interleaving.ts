import assert from 'node:assert/strict';
import { mergeNote } from '../../src/core/merge/merge-note';
import { isTrouble } from '../../src/sync/trouble';
import type { TroubleCode } from '../../src/sync/trouble';
import { actAtRandom } from './acts';
import { chooseByHand } from './choosing';
import type { Desk } from './desk';
import type { Household } from './household';
import { Ledger } from './ledger';
import { Random } from './random';

/** What may stop a sync while two write at once, and no more. */
const EXPECTED: ReadonlySet<TroubleCode> = new Set(['race-lost', 'still-writing', 'would-overwrite']);
const CHOICES: ReadonlySet<TroubleCode> = new Set(['to-choose', 'merge-under-way']);

const ACTS = 20;
const MOST_ROUNDS = 8;
const OF_BOTH = ['1-name-the-betrayal/together.md', '3-commitment/together.md', '5-check-ins/2026-11-16-talk.md'];
/** One with numbers. */
const OF_ONE = '5-check-ins/2026-11-16-alex.md';
const AUTHORS = ['Alex', 'Sam', 'Tablet'] as const;

/** What one interleaving came to. */
export interface Interleaving {
  readonly lines: number;
  readonly choices: number;
  /** How often git could not join a note by itself. */
  readonly meetings: number;
  readonly syncs: number;
}

/** Writing and syncing in an order that chance chooses. */
export class RandomInterleaving {
  private readonly random: Random;
  private readonly ledger = new Ledger();
  private readonly acts: string[] = [];
  private readonly busy: readonly string[];
  private choices = 0;
  private meetings = 0;
  private syncs = 0;

  constructor(
    private readonly household: Household,
    readonly seed: number,
  ) {
    this.random = new Random(seed);
    this.busy = [this.random.of(OF_BOTH) ?? '', this.random.of([...OF_BOTH, OF_ONE]) ?? ''];
  }

  /** @throws with the seed and the acts where anything is lost */
  async run(): Promise<Interleaving> {
    try {
      await this.prepare();
      for (let act = 0; act < ACTS; act += 1) await this.act();
      await this.settle();
      for (const { clone } of this.household.desks) {
        assert.deepEqual(this.ledger.faultsIn(clone.folder), [], clone.folder);
      }
      return { lines: this.ledger.lines, choices: this.choices, meetings: this.meetings, syncs: this.syncs };
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      const cause = error instanceof Error && isTrouble(error) ? JSON.stringify(error.cause) : '';
      throw new Error(`seed ${String(this.seed)}: ${told} ${cause}\n${this.acts.join('\n')}`, { cause: error });
    }
  }

  private async prepare(): Promise<void> {
    for (const { clone } of this.household.desks) {
      if (this.random.oneIn(6)) await clone.set({ 'core.autocrlf': 'true' });
    }
  }

  private async act(): Promise<void> {
    const index = this.random.below(this.household.desks.length);
    const desk = this.desk(index);
    if (!this.random.oneIn(5)) {
      this.write(index);
    } else if (this.random.oneIn(3)) {
      await this.disturbedSync(desk, index);
    } else {
      await this.sync(desk, AUTHORS[index] ?? '');
    }
  }

  private write(index: number): void {
    const scene = { author: AUTHORS[index] ?? '', random: this.random, ledger: this.ledger, busy: this.busy };
    this.acts.push(actAtRandom({ ...scene, desk: this.desk(index) }));
  }

  /** Lets the same person write, or the other one sync, before some git process of a sync. */
  private async disturbedSync(desk: Desk, index: number): Promise<void> {
    const at = desk.words.length + 1 + this.random.below(40);
    const other = (index + 1) % this.household.desks.length;
    const isRace = this.random.oneIn(2);
    desk.interruptions.before = async (step, count) => {
      if (isRace ? step !== 'push' : count !== at) return;
      desk.interruptions.before = undefined;
      this.acts.push(`  before ${step}:`);
      if (isRace) {
        this.write(other);
        await this.sync(this.desk(other), AUTHORS[other] ?? '');
      } else {
        this.write(index);
      }
    };
    await this.sync(desk, AUTHORS[index] ?? '');
    desk.interruptions.before = undefined;
  }

  private async sync(desk: Desk, author: string): Promise<void> {
    this.syncs += 1;
    this.acts.push(`${author}: syncs`);
    try {
      const { sent, received, keptBoth } = await desk.sync({ mergeNote: this.countedMerge });
      this.acts.push(`  sent ${String(sent)}, received ${String(received)}, kept both of ${keptBoth.join(', ')}`);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      this.acts.push(`  ${error.code}: ${error.paths.join(', ')}`);
      if (CHOICES.has(error.code)) {
        this.choices += 1;
        await chooseByHand(desk);
      } else if (!EXPECTED.has(error.code)) {
        throw error;
      }
    }
  }

  private readonly countedMerge: typeof mergeNote = (...sides) => {
    this.meetings += 1;
    return mergeNote(...sides);
  };

  /** Everyone syncs until nobody has anything to send or to get. */
  private async settle(): Promise<void> {
    this.acts.push('everyone syncs until all is quiet');
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      for (const [index, desk] of this.household.desks.entries()) await this.sync(desk, AUTHORS[index] ?? '');
      if (await this.isQuiet()) return;
    }
    assert.fail('the desks never agree');
  }

  private async isQuiet(): Promise<boolean> {
    const told = await Promise.all(
      this.household.desks.map(({ clone }) => clone.git('status', '--porcelain=v2', '--branch')),
    );
    const heads = new Set(told.map((text) => /^# branch\.oid (.*)$/m.exec(text)?.[1]));
    return heads.size === 1 && told.every((text) => text.includes('# branch.ab +0 -0') && !/^[^#]/m.test(text));
  }

  private desk(index: number): Desk {
    const desk = this.household.desks[index];
    if (!desk) throw new Error(`no desk ${String(index)}`);
    return desk;
  }
}
