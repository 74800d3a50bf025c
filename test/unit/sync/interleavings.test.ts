import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { Households } from '../../sync/household';
import { inspect } from '../../sync/inspection';
import { note } from '../../mocha/reporting';
import { RandomInterleaving } from '../../sync/interleaving';
import type { Interleaving } from '../../sync/interleaving';

const COUNT = LONG_TESTS ? 2000 : 12;
const FIRST_SEED = 20261123;
const AT_ONCE = 2;

/** `KINTSUGI_SEEDS=20261200,20261201 npm test -- --only unit --grep interleavings` plays these again. */
const ASKED_FOR = process.env.KINTSUGI_SEEDS?.split(',').map(Number);

describe('random interleavings of two who write and share', () => {
  let households: Households | undefined;
  before(async () => {
    households = await Households.make();
  });
  after(() => households?.remove());

  async function run(seed: number): Promise<Interleaving> {
    assert.ok(households);
    const household = await households.copy(seed % 3 === 0 ? 3 : 2);
    const done = await new RandomInterleaving(household, seed).run();
    await inspect(household);
    fs.rmSync(household.folder, { recursive: true, force: true });
    return done;
  }

  it('lose no line and no tick', async function () {
    this.timeout(0);
    const usual = Array.from({ length: COUNT }, (_, index) => FIRST_SEED + index);
    const seeds = (ASKED_FOR ?? usual).values();
    const done: Interleaving[] = [];
    const work = async (): Promise<void> => {
      for (const seed of seeds) done.push(await run(seed));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const sum = (count: (one: Interleaving) => number): string =>
      String(done.reduce((total, one) => total + count(one), 0));
    note(
      `${String(done.length)} interleavings, ${sum(({ lines }) => lines)} lines, 0 lost lines, ` +
        `${sum(({ meetings }) => meetings)} notes in conflict, ${sum(({ syncs }) => syncs)} syncs, ${sum(({ choices }) => choices)} choices by hand`,
    );
  });
});
