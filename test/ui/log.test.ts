import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { choose, notification, questionBox, waitForNote } from './answers';
import { eventually } from './conditions';
import { clickCheckbox, clickRow, expand, openGuide, row, stage, TALL } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

/** Stands in notes alone, so wherever else it turns up, one was quoted. */
const CANARY = 'kanarienvogel';
const LOG = /kintsugi-notes\.kintsugi[/\\]Kintsugi\.log$/;
const TODAY = new Date().toLocaleDateString('sv-SE');
const STEP = 'What I would want to make of it one day';

describe('the log, on disk', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true, viewport: TALL }));

  it('holds no word of a note at any level, whatever is opened, ticked and refused', async () => {
    const { page, folder } = workbench();
    writeCanaries(folder);
    await openGuide(workbench());
    await logEverything();
    await expand(stage(workbench(), 4));
    await clickCheckbox(workbench(), `${STEP}, for you`);
    await row(workbench(), `${STEP}, done by you`).waitFor();
    await clickRow(workbench(), STEP);
    await waitForNote(page, '4-honesty/alex.md');
    await clickCheckbox(workbench(), `${STEP}, done by you`);
    await row(workbench(), `${STEP}, for you`).waitFor();
    await workbench().runCommand('Kintsugi: Check-ins');
    await choose(page, /^Check-in(?:,|$)/);
    await waitForNote(page, `5-check-ins/${TODAY}-alex.md`);
    await workbench().runCommand('Kintsugi: Write a Reflection');
    await waitForNote(page, `private/8-forgiveness/${TODAY}-alex.md`);
    await workbench().runCommand('Kintsugi: Refresh');
    await workbench().runCommand('Kintsugi: Note a Kindness');
    await notification(page, /nothing is lost/).waitFor();
    await eventually(() => {
      const own = Object.entries(workbench().logs()).find(([file]) => LOG.test(file));
      assert.match(own?.[1] ?? '', /kintsugi\.newKindness failed: /);
    });
    const telling = Object.entries(workbench().logs()).filter(([, text]) => text.includes(CANARY));
    assert.deepEqual(
      telling.map(([file]) => path.basename(file)),
      [],
    );
  });

  async function logEverything(): Promise<void> {
    const { page } = workbench();
    await workbench().runCommand('Developer: Set Log Level...');
    await choose(page, /^Kintsugi(?:,|$)/);
    await choose(page, /^Trace(?:,|$)/);
    await questionBox(page).waitFor({ state: 'hidden' });
  }
});

/** Puts the word into notes as they come, in conflict, broken, no text at all, and where none can be written. */
function writeCanaries(folder: string): void {
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  const note = readFileSync(at('4-honesty', 'alex.md'), 'utf8');
  const told = note.replace(/^---\n/, `---\nmood: ${CANARY}\n`);
  writeFileSync(at('4-honesty', 'alex.md'), `${told}\n## ${CANARY}\n\n- [ ] ${CANARY} <!-- step: ${CANARY} -->\n`);
  const conflict = `<<<<<<< ${CANARY}\n${CANARY}\n=======\n${CANARY}\n>>>>>>> ${CANARY}\n`;
  writeFileSync(at('5-check-ins', `${TODAY}-alex.md`), conflict);
  mkdirSync(at('private', '8-forgiveness'), { recursive: true });
  writeFileSync(
    at('private', '8-forgiveness', `${TODAY}-alex.md`),
    `---\n${CANARY}: [\n *${CANARY}\n---\n# ${CANARY}\n`,
  );
  writeFileSync(at('9-path', '2026-01-05-hopeful-alex.md'), Buffer.from(`\xc3\x28\x00${CANARY}`, 'latin1'));
  symlinkSync('2026-01-05-alex.md', at('6-kindness', '2026-01-05-alex.md'));
  mkdirSync(at('6-kindness', `${TODAY}-alex.md`));
}
