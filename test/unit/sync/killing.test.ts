import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { note } from '../../mocha/reporting';
import { Households } from '../../sync/household';
import { inspect } from '../../sync/inspection';
import { KilledSync, makeOneSync } from '../../sync/killing';
import type { Ending } from '../../sync/killing';
import { Random } from '../../sync/random';

const GROUPS = LONG_TESTS ? 24 : 2;
const SAMPLE = 4;

describe('a sync that is ended by force', () => {
  let households: Households | undefined;
  before(async () => {
    households = await Households.make();
  });
  after(() => households?.remove());

  it('loses nothing, and the next one goes on or names what is in the way', async function () {
    this.timeout(0);
    assert.ok(households);
    const oneSync = await makeOneSync(households.folder);
    const outcomes = new Map<string, number>();
    const end = async (ending: Ending): Promise<void> => {
      assert.ok(households);
      const household = await households.copy(2);
      const killed = new KilledSync(household, oneSync);
      await killed.prepare();
      const outcome = await killed.endAndMend(ending).catch((error: unknown) => {
        throw new Error(`${JSON.stringify(ending)}: ${String(error)}`, { cause: error });
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      await inspect(household);
      fs.rmSync(household.folder, { recursive: true, force: true });
    };

    const whole = await households.copy(2);
    const counted = new KilledSync(whole, oneSync);
    await counted.prepare();
    const started = Date.now();
    const lastCount = await counted.countProcesses();
    const milliseconds = Date.now() - started;
    const endings: readonly Ending[] = Array.from({ length: lastCount }, (_, index) => [
      { moment: 'before' as const, count: index + 1 },
      { moment: 'after' as const, count: index + 1 },
    ]).flat();
    const step = LONG_TESTS ? 1 : Math.floor(endings.length / SAMPLE);
    for (const [index, ending] of endings.entries()) {
      if (index % step === step - 1) await end(ending);
    }
    const random = new Random(lastCount);
    for (let group = 0; group < GROUPS; group += 1) await end({ milliseconds: random.below(milliseconds) });
    const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    const told = [...outcomes].map(([outcome, count]) => `${String(count)} ${outcome}`).join('; ');
    note(`${String(total)} syncs ended by force, 0 lost lines: ${told}`);
  });
});
