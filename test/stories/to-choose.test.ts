import assert from 'node:assert/strict';
import { notification } from '../ui/answers';
import { eventually } from '../ui/conditions';
import { story } from './story';

const NOTE = '5-check-ins/2026-02-15-alex.md';

describe('where only a person can choose', () => {
  story(
    'two values for one key go to the merge editor, and once it is saved the sync goes on',
    async ({ alex, sam }) => {
      const { page } = sam.window;
      const withTrust = (trust: number) => `---\npartner: alex\ntrust: ${String(trust)}\n---\n\n# A day\n`;
      alex.clone.write(NOTE, withTrust(4));
      await alex.syncs();
      await sam.syncs();
      alex.clone.write(NOTE, withTrust(5));
      sam.clone.write(NOTE, withTrust(6));
      await alex.syncs();
      const { paths } = await sam.isStoppedBy('to-choose');
      assert.deepEqual(paths, [NOTE]);
      const message = notification(page, 'it takes one of you to choose');
      await message.getByRole('button', { name: 'Choose Now' }).click();
      await page.getByRole('button', { name: 'Complete Merge' }).waitFor();
      await page.getByText('Accept Incoming').first().click();
      await page.getByRole('button', { name: 'Complete Merge' }).click();
      await eventually(async () => {
        assert.equal((await sam.clone.git('diff', '--name-only', '--diff-filter=U')).trim(), '');
      });
      await sam.syncs();
      await alex.syncs();
      assert.equal(alex.reads(NOTE), withTrust(5));
    },
  );

  story('a key that both changed is written right by hand instead', async ({ alex, sam }) => {
    const withTrust = (trust: number) => `---\npartner: alex\ntrust: ${String(trust)}\n---\n\n# A day\n`;
    const note = NOTE.replace('-15-', '-16-');
    alex.clone.write(note, withTrust(4));
    await alex.syncs();
    await sam.syncs();
    alex.clone.write(note, withTrust(5));
    sam.clone.write(note, withTrust(6));
    await alex.syncs();
    await sam.isStoppedBy('to-choose');
    await sam.isStoppedBy('to-choose');
    sam.clone.write(note, withTrust(5));
    await sam.syncs();
  });
});
