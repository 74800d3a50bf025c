import assert from 'node:assert/strict';
import { cancel, choose, notification, questionBox, waitForCursor, waitForHelp, waitForNote } from './answers';
import { eventually } from './conditions';
import { readFolder } from './disk';
import { openGuide } from './guide-view';
import { sharedWorkbench } from './shared-workbench';

const TODAY = new Date().toLocaleDateString('sv-SE');

/** A command, what is chosen where it asks, and the note that then lies open. */
const COMMANDS: readonly (readonly [title: string, answer: string | undefined, note: string])[] = [
  ['Name the Betrayal', 'What happened to me', '1-name-the-betrayal/alex.md'],
  ['The Conversation', 'Conversation', `2-conversation/${TODAY}-together.md`],
  ['Commitment', 'My commitment', '3-commitment/alex.md'],
  ['Honesty', 'What honesty would give me', '4-honesty/alex.md'],
  ['Check-ins', 'Check-in talk', `5-check-ins/${TODAY}-talk.md`],
  ['Kindness Notes', undefined, `6-kindness/${TODAY}-alex.md`],
  ['Support', 'Someone of my own', '7-support/alex.md'],
  ['Forgiveness', undefined, `private/8-forgiveness/${TODAY}-alex.md`],
  ['The Path', 'A trigger', `9-path/${TODAY}-trigger-alex.md`],
  ['Prepare or Write a Conversation', 'Prepare a conversation', `private/2-conversation/${TODAY}-alex.md`],
  ['Write a Check-in', 'Check-in', `5-check-ins/${TODAY}-alex.md`],
  ['Note a Kindness', undefined, `6-kindness/${TODAY}-alex.md`],
  ['Write a Reflection', undefined, `private/8-forgiveness/${TODAY}-alex.md`],
  ['Note a Moment', 'A hopeful day', `9-path/${TODAY}-hopeful-alex.md`],
  ['Write Another Today', 'Kindness', `6-kindness/${TODAY}-alex-2.md`],
  ['Write Privately', undefined, `private/9-path/${TODAY}-night-alex.md`],
  ['There Is More', 'Not yet: I write it in private first', `private/1-name-the-betrayal/${TODAY}-more-alex.md`],
  ['Add Support Person', undefined, '7-support/alex.md'],
];

describe('the commands, from the palette', () => {
  const workbench = sharedWorkbench(() => ({ sampleNotes: true }));

  before(async () => {
    await openGuide(workbench());
  });

  for (const [title, answer, note] of COMMANDS) {
    it(`“${title}” opens its note${answer === undefined ? '' : `, once “${answer}” is chosen`}`, async () => {
      const { page, folder } = workbench();
      const before = readFolder(folder);
      await workbench().runCommand(`Kintsugi: ${title}`);
      if (answer !== undefined) await choose(page, new RegExp(`^${answer}(?:,|$)`));
      await waitForNote(page, note);
      const after = readFolder(folder);
      assert.ok(note in after, note);
      for (const [file, text] of Object.entries(before)) {
        if (file !== note) assert.equal(after[file], text, `${file} is untouched`);
      }
      assert.deepEqual(
        Object.keys(after).filter((file) => !(file in before) && file !== note),
        [],
      );
    });
  }

  it('“There Is More” writes into the shared notes once a time is agreed, beside what was named before', async () => {
    const { page, folder } = workbench();
    const note = `1-name-the-betrayal/${TODAY}-more-alex.md`;
    await workbench().runCommand('Kintsugi: There Is More');
    await choose(page, /^Yes, we agreed on a time/);
    await waitForNote(page, note);
    assert.ok(note in readFolder(folder));
  });

  it('“Continue” opens the next open step with the cursor in place', async () => {
    const { page, folder } = workbench();
    await workbench().runCommand('Kintsugi: Continue');
    const conversations = Object.keys(readFolder(folder)).filter((file) =>
      /^2-conversation\/.*-together\.md$/.test(file),
    );
    await waitForNote(page, conversations.at(-1) ?? '');
    await waitForCursor(page, (line) => line > 1);
  });

  it('“Open Stage” offers all nine', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Open Stage');
    await questionBox(page).getByRole('option').nth(8).waitFor();
    assert.equal(await questionBox(page).getByRole('option').count(), 9);
    await cancel(page);
  });

  it('“Help and Safety” and the log open in their own places', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Help and Safety');
    await waitForHelp(page);
    await workbench().runCommand('Kintsugi: Show Log');
    await page.locator('.part.panel .monaco-editor.focused').waitFor();
  });

  it('“Mark All as Seen” and “Refresh” leave every file as it is', async () => {
    const { folder } = workbench();
    const before = readFolder(folder);
    await workbench().runCommand('Kintsugi: Mark All as Seen');
    await workbench().runCommand('Kintsugi: Refresh');
    assert.deepEqual(readFolder(folder), before);
  });

  it('“Choose My Role” changes my role and no other word', async () => {
    const { page, folder } = workbench();
    const before = readFolder(folder)['kintsugi.yaml'] ?? '';
    await workbench().runCommand('Kintsugi: Choose My Role');
    await choose(page, 'Both are true of me');
    await eventually(() => {
      assert.equal(readFolder(folder)['kintsugi.yaml'], before.replace('role: hurt', 'role: both'));
    });
  });

  it('“Say Who Is Here” looks at the notes from the other side', async () => {
    const { page } = workbench();
    await workbench().runCommand('Kintsugi: Say Who Is Here');
    await choose(page, 'Sam');
    await workbench()
      .treeItem(/^4\. Honesty, done by you/)
      .waitFor();
    assert.equal(await notification(page, /failed|cannot/).count(), 0);
  });

  it('“There Is More” in private begins a page of its own, whatever is shared of the same day already', async () => {
    const { page, folder } = workbench();
    const shared = `1-name-the-betrayal/${TODAY}-more-sam.md`;
    await workbench().runCommand('Kintsugi: There Is More');
    await choose(page, /^Yes, we agreed on a time/);
    await waitForNote(page, shared);
    const before = readFolder(folder);
    await workbench().runCommand('Kintsugi: There Is More');
    await choose(page, /^Not yet: I write it in private first/);
    await waitForNote(page, `private/${shared}`);
    const { [`private/${shared}`]: inPrivate, ...rest } = readFolder(folder);
    assert.match(inPrivate ?? '', /^partner: sam$/m);
    assert.deepEqual(rest, before);
  });
});
