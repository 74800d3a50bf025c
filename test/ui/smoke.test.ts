import assert from 'node:assert/strict';
import { openWorkbench } from './workbench';

describe('the workbench', () => {
  for (const version of ['today', 'oldest'] as const) {
    it(`opens the sample notes in VS Code of ${version}`, async () => {
      const workbench = await openWorkbench({ version, sampleNotes: true });
      await workbench.treeItem(/kintsugi\.yaml/).waitFor();
      await workbench.close();
      assert.deepEqual(workbench.consoleErrors, []);
    });
  }
});
