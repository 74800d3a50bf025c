import * as vscode from 'vscode';
import { editorOn, openFor, run, today } from './commands';
import { equal, holds, matches, same } from './expect';
import { Place, setUp, until } from './place';

const NOTE = `2-conversation/${today()}-together.md`;
const TALK = `5-check-ins/${today()}-talk.md`;

/** Begins a conversation in a new notes folder of Alex, who was hurt, and Sam. */
async function begun(): Promise<Place> {
  const place = await Place.inWorkspace();
  await setUp(place);
  await openFor(place);
  await run('kintsugi.startConversation');
  return place;
}

/** The heading under which the cursor stands. */
function headingAbove({ document, selection }: vscode.TextEditor): string {
  for (let line = selection.active.line; line >= 0; line -= 1) {
    const { text } = document.lineAt(line);
    if (/^#{2,3} /.test(text)) return text.replace(/^#+ /, '');
  }
  return '';
}

/** Writes where the cursor is, as somebody would. */
async function say(place: Place, words: string, path = NOTE): Promise<void> {
  const editor = editorOn(place, path);
  holds(
    await editor.edit((edit) => {
      edit.insert(editor.selection.active, words);
    }),
    'the words are written',
  );
}

/** What stands above the current step, and the step's line. */
async function shown(place: Place, path = NOTE): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    place.uri(path),
    20,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

async function pass(): Promise<void> {
  await run('kintsugi.passTurn');
}

/** The steps that are ticked in the note as the editor has it. */
function ticked(place: Place, path = NOTE): readonly string[] {
  const text = editorOn(place, path).document.getText();
  return [...text.matchAll(/- \[x\].*<!-- step: ([\w-]+) -->/g)].map(([, id = '']) => id);
}

describe('A conversation that is held', () => {
  it('begins in a note of its own, with the event, and then with a time and a place', async () => {
    const place = await begun();
    equal(headingAbove(editorOn(place, NOTE)), 'The one event');
    same((await shown(place)).slice(0, 2), ['Together', 'This step is done']);
    await say(place, 'The letter.');
    await pass();
    equal(editorOn(place, NOTE).document.lineAt(editorOn(place, NOTE).selection.active.line).text, '- it ends at:');
    same(ticked(place), []);
    await pass();
    same(ticked(place), ['time-and-place']);
    equal(headingAbove(editorOn(place, NOTE)), 'Alex');
    equal((await shown(place))[0], 'Alex speaks. Sam only listens.');
  });

  it('passes the turn once it was said back and was right, and ticks the step when both were heard', async () => {
    const place = await begun();
    await pass();
    await pass();
    await say(place, 'Alone.');
    await pass();
    const editor = editorOn(place, NOTE);
    equal(headingAbove(editor), 'What Sam heard');
    equal((await shown(place))[0], 'Sam says back what they heard. Alex listens.');
    await say(place, 'That you were alone.');
    await pass();
    equal(headingAbove(editor), 'Sam');
    same(ticked(place), ['time-and-place']);
    await pass();
    equal(headingAbove(editor), 'What Alex heard');
    await pass();
    same(ticked(place), ['time-and-place', 'feelings', 'listen-and-say-back']);
    equal((await shown(place))[0], 'Alex speaks. Sam only listens.');
    const text = editor.document.getText();
    matches(text, /### Alex\n\nAlone\.\n/);
    matches(text, /### What Sam heard\n\nThat you were alone\.\n/);
  });

  it('lets the other one begin, and leaves out the step about older hurt', async () => {
    const place = await begun();
    await pass();
    await pass();
    await run('kintsugi.swapTurn');
    equal((await shown(place))[0], 'Sam speaks. Alex only listens.');
    for (let count = 0; count < 8 && ticked(place).length < 4; count += 1) await pass();
    holds((await shown(place)).includes('Leave this step out'), 'the step may be left out');
    await run('kintsugi.skipStep');
    holds(!(await shown(place)).includes('Leave this step out'), 'the next one may not');
    holds(!ticked(place).includes('older-hurt'), 'it stays open');
    equal((await shown(place))[0], 'Sam speaks. Alex only listens.');
  });

  it('goes on in another window at the step where it stopped, from the note alone', async () => {
    const place = await begun();
    await pass();
    await pass();
    await say(place, 'Alone.');
    await pass();
    await say(place, 'That you were alone.');
    await pass();
    await say(place, 'Ashamed.');
    await editorOn(place, NOTE).document.save();
    const before = await place.text(NOTE);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the conversation is over', async () => (await shown(place)).length === 0);
    await run('kintsugi.startConversation');
    equal(headingAbove(editorOn(place, NOTE)), 'What Alex heard');
    equal((await shown(place))[0], 'Alex says back what they heard. Sam listens.');
    equal(await place.text(NOTE), before);
    same(
      (await place.files()).filter((path) => path !== 'kintsugi.yaml'),
      [NOTE],
      'nothing is kept but the note',
    );
  });

  it('takes a break at once, saves what was written, and goes on when both say so', async () => {
    const place = await begun();
    await pass();
    await pass();
    await say(place, 'Alone.');
    await run('kintsugi.pauseConversation');
    const [sentence = '', ...rest] = await shown(place);
    matches(sentence, /^A break\. You go on: .*\. Either of you may move it\.$/);
    same(rest.slice(0, 2), ['Move the time', 'Go on']);
    matches(rest[2] ?? '', /^Meanwhile: /);
    equal(editorOn(place, NOTE).document.isDirty, false);
    await pass();
    matches((await shown(place))[0] ?? '', /^A break/);
    const text = await place.text(NOTE);
    holds(!/break|pause:|\d\d:\d\d/i.test(text.slice(text.indexOf('## The one event'))), 'no time stands in the note');
  });

  it('shows what the two agreed on', async () => {
    const place = await begun();
    const { document } = editorOn(place, NOTE);
    const at = document.positionAt(document.getText().indexOf('it ends at:') + 'it ends at:'.length);
    await editorOn(place, NOTE).edit((edit) => {
      edit.insert(at, ' 21:30 $(bug)');
    });
    equal((await shown(place)).at(-1), 'it ends at: 21:30 $ (bug)');
  });

  it('writes nothing into a note that git could not join, neither at its beginning nor later', async () => {
    const place = await begun();
    const editor = editorOn(place, NOTE);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => {
      edit.insert(end, '\n<<<<<<< ours\n');
    });
    const text = editor.document.getText();
    await pass();
    equal(editor.document.getText(), text);
    same(await shown(place), []);
    await run('kintsugi.startConversation');
    equal(editor.document.getText(), text);
  });

  it('goes to the step that is open where somebody takes out the current one', async () => {
    const place = await begun();
    await pass();
    await pass();
    const editor = editorOn(place, NOTE);
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((row) => row.includes('step: feelings'));
    await editor.edit((edit) => {
      edit.delete(editor.document.lineAt(line).range);
    });
    same(await shown(place), []);
    await pass();
    equal((await shown(place))[0], 'Sam says back what they heard. Alex listens.');
    equal(headingAbove(editorOn(place, NOTE)), 'What Sam heard');
  });

  it('never asks the one who was hurt for an apology', async () => {
    const place = await begun();
    const editor = editorOn(place, NOTE);
    const open = /- \[ \](?=.*<!-- step: (?!plan|apology))/g;
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => {
      edit.replace(whole, editor.document.getText().replace(open, '- [x]'));
    });
    await run('kintsugi.startConversation');
    same(await shown(place), ['Sam apologises. Alex only listens.', 'Pass to Alex', 'Pause']);
    await run('kintsugi.swapTurn');
    equal((await shown(place))[0], 'Sam apologises. Alex only listens.');
    await pass();
    same(await shown(place), ['Alex may answer “heard”, “not yet”, or nothing.', 'Go on', 'Pause']);
    await pass();
    holds(ticked(place).includes('apology'), 'an apology that nobody answered is done');
  });

  it('lists the plan at the end, makes tasks of it, and says nothing of what was left open', async () => {
    const place = await begun();
    const editor = editorOn(place, NOTE);
    const text = editor.document.getText();
    const open = /- \[ \](?=.*<!-- step: (?!plan))/g;
    const planned = text.replace(open, '- [x]').replace('- who: what, by when', '- Sam: calls the bank, by Friday');
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), planned);
    });
    await run('kintsugi.startConversation');
    equal((await shown(place))[0], 'Together');
    await pass();
    await until('the plan is a task', () => editor.document.getText().includes('- [ ] Sam: calls the bank, by Friday'));
    holds(ticked(place).includes('plan'), 'the last step is done');
    same(await shown(place), [], 'nobody holds it any more');
  });
});

describe('The weekly talk', () => {
  it('shows the latest shared check-in of each, and the talk below them', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    for (const [day, who] of [
      ['2026-03-01', 'alex'],
      ['2026-03-08', 'alex'],
      ['2026-03-02', 'sam'],
    ] as const) {
      await place.write(
        `5-check-ins/${day}-${who}.md`,
        `---\ntemplate: check-in\npartner: ${who}\ndate: ${day}\n---\n`,
      );
    }
    await place.write('private/5-check-ins/2026-03-09-sam.md', '---\ntemplate: check-in\n---\n');
    await openFor(place);
    await run('kintsugi.weeklyTalk');
    editorOn(place, TALK);
    const names = vscode.window.tabGroups.all.map(({ activeTab }) => activeTab?.label);
    same(names, ['2026-03-08-alex.md', '2026-03-02-sam.md', `${today()}-talk.md`]);
    equal((await shown(place, TALK))[0], 'Alex speaks. Sam only listens.');
    await pass();
    equal(headingAbove(editorOn(place, TALK)), 'What Sam heard');
    for (let count = 0; count < 3; count += 1) await pass();
    same(ticked(place, TALK), ['read', 'say-back']);
    equal(headingAbove(editorOn(place, TALK)), 'Alex');
  });

  it('is a talk without check-ins, too', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await openFor(place);
    await run('kintsugi.weeklyTalk');
    editorOn(place, TALK);
    equal(vscode.window.tabGroups.all.length, 1);
  });
});
