import assert from 'node:assert/strict';
import { story } from './story';

describe('two people, one remote', () => {
  story(
    'both write at once, each a note of their own, and each has the other’s after one more sync',
    async ({ alex, sam }) => {
      const [hers, his] = await Promise.all([
        alex.writes('6-kindness/2026-02-01-alex.md'),
        sam.writes('6-kindness/2026-02-01-sam.md'),
      ]);
      const reports = await Promise.all([alex.sync(), sam.sync()]);
      assert.deepEqual(
        reports.map(({ kind }) => kind),
        ['synced', 'synced'],
      );
      await alex.syncs();
      await sam.syncs();
      assert.ok(alex.reads('6-kindness/2026-02-01-sam.md').includes(his));
      assert.ok(sam.reads('6-kindness/2026-02-01-alex.md').includes(hers));
    },
    { isTelling: true },
  );
});
