import * as vscode from 'vscode';
import { openFor } from './commands';
import { equal, holds, same } from './expect';
import { expectSilence, hasHint, offered, write } from './hint-view';
import { Place, setUp, until } from './place';

const OWN = '5-check-ins/2026-03-09-alex.md';
const LATER = '5-check-ins/2026-03-10-alex.md';
const PREPARATION = '2-conversation/2026-03-09-alex.md';
const TOGETHER = '2-conversation/2026-03-09-together.md';

const CHECK_IN = '---\ndate: 2026-03-09\n---\n\n## One request\n\n<!-- wording: check-in -->\n\n\n\n\n';
const APOLOGY = '# Before we talk\n\n## What I want to apologise for\n\n<!-- wording: apology -->\n\n\n\n\n';
const BLAME = 'You never listen to me.';

async function placeWith(path: string, content: string): Promise<Place> {
  const place = await Place.inWorkspace();
  await setUp(place);
  await place.write(path, content);
  await openFor(place);
  return place;
}

/** Opens a note with the cursor on the first of its last empty lines. */
async function openToWrite(place: Place, path: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(place.uri(path));
  const offset = editor.document.getText().indexOf('-->') + '-->'.length;
  const { line } = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(line + 2, 0, line + 2, 0);
  return editor;
}

async function choose(editor: vscode.TextEditor, title: string): Promise<void> {
  const action = (await offered(editor)).find((one) => one.title.startsWith(title));
  holds(action, `${title} is offered`);
  if (action.edit) {
    await vscode.workspace.applyEdit(action.edit);
  }
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
  }
}

async function writtenIn(path: string, content: string, text: string): Promise<vscode.TextEditor> {
  const editor = await openToWrite(await placeWith(path, content), path);
  await write(text);
  return editor;
}

describe('A hint', () => {
  for (const [what, path, content, text] of [
    ['blame in a check-in', OWN, CHECK_IN, BLAME],
    ['an apology with an if', PREPARATION, APOLOGY, 'I am sorry if I hurt you.'],
  ] as const) {
    it(`comes after a pause on ${what}, and is no problem in the list`, async () => {
      const editor = await writtenIn(path, content, text);
      same(await offered(editor), [], 'nothing comes at once');
      await until('the hint shows', () => hasHint(editor));
      same(
        vscode.languages.getDiagnostics(editor.document.uri).filter(({ code }) => code !== 'step-missing'),
        [],
      );
      equal(editor.document.getText(), content.replace('-->\n\n', `-->\n\n${text}`), 'it writes nothing');
    });
  }

  it('offers one or two other ways to say it, in place of the one sentence', async () => {
    const editor = await writtenIn(OWN, CHECK_IN, `We ate at seven. ${BLAME} Then it rained.`);
    await until('the hint shows', () => hasHint(editor));
    const rewritings = (await offered(editor)).filter(({ edit }) => edit !== undefined);
    holds(rewritings.length >= 1 && rewritings.length <= 2, String(rewritings.length));
    await choose(editor, 'Write: ');
    const line = editor.document.lineAt(editor.selection.active.line).text;
    holds(line.startsWith('We ate at seven. ') && line.endsWith(' Then it rained.') && !line.includes('never'), line);
    await vscode.commands.executeCommand('undo');
    holds(editor.document.getText().includes(BLAME), 'it can be undone');
  });

  it('is gone when the cursor leaves the paragraph', async () => {
    const editor = await writtenIn(OWN, CHECK_IN, BLAME);
    await until('the hint shows', () => hasHint(editor));
    const { selection } = editor;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until('the hint is gone', async () => !(await hasHint(editor)));
    editor.selection = selection;
    await expectSilence(editor, 'after the person moved on');
  });

  it('is gone here after “not here”, and comes elsewhere', async () => {
    const editor = await writtenIn(OWN, CHECK_IN, BLAME);
    await until('the hint shows', () => hasHint(editor));
    await choose(editor, 'Not here');
    await write(' Again.');
    await expectSilence(editor, 'where none is wanted');
    await write(`\n\n${BLAME}`);
    await until('the hint shows elsewhere', () => hasHint(editor));
  });

  it('never comes again after “not this one again”, in another note neither', async () => {
    const place = await placeWith(OWN, CHECK_IN);
    await place.write(LATER, CHECK_IN);
    const editor = await openToWrite(place, OWN);
    await write(BLAME);
    await until('the hint shows', () => hasHint(editor));
    await choose(editor, 'Not this one again');
    await write(`\n\n${BLAME}`);
    await expectSilence(editor, 'of that kind');
    const later = await openToWrite(place, LATER);
    await write(BLAME);
    await expectSilence(later, 'of that kind in another note');
    await write('\n\nI am sorry if I hurt you.');
    await until('a hint of another kind shows', () => hasHint(later));
  });

  it('never comes after “no hints”', async () => {
    const editor = await writtenIn(OWN, CHECK_IN, BLAME);
    await until('the hint shows', () => hasHint(editor));
    try {
      await choose(editor, 'No hints');
      equal(vscode.workspace.getConfiguration('kintsugi').get('hints.enabled'), false);
      await write(`\n\n${BLAME}`);
      await expectSilence(editor, 'once hints are off');
    } finally {
      const settings = vscode.workspace.getConfiguration('kintsugi');
      await settings.update('hints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('No hint comes', () => {
  for (const [where, path, content] of [
    ['outside the notes', 'elsewhere.md', CHECK_IN],
    ['in a note that git could not join', OWN, `${CHECK_IN}<<<<<<< ours\n`],
    ['where danger is told, and nothing else does either', OWN, `${CHECK_IN}I am afraid that he will hit me again.\n`],
  ] as const) {
    it(where, async () => {
      await expectSilence(await writtenIn(path, content, BLAME), where);
    });
  }

  it('on what stood there before', async () => {
    const editor = await openToWrite(await placeWith(OWN, `${CHECK_IN}${BLAME}\n`), OWN);
    await write('We ate at seven.');
    const last = editor.document.lineCount - 2;
    editor.selection = new vscode.Selection(last, 3, last, 3);
    await expectSilence(editor, 'on an older paragraph');
  });

  it('on what was read again from the disk, as after a sync', async () => {
    const place = await placeWith(OWN, CHECK_IN);
    const editor = await openToWrite(place, OWN);
    await place.write(OWN, CHECK_IN.replace('-->\n\n', `-->\n\n${BLAME}`));
    await until('the editor shows it', () => editor.document.getText().includes(BLAME));
    await expectSilence(editor, 'on what nobody typed here');
  });
});

describe('What an apology still lacks', () => {
  const lenses = async ({ document }: vscode.TextEditor): Promise<readonly string[]> => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    return all.map(({ command }) => command?.title ?? '');
  };
  const ask = async (): Promise<void> => {
    await vscode.commands.executeCommand('kintsugi.whatApologyLacks');
  };

  it('is told when somebody asks, and goes when they ask again or go on elsewhere', async () => {
    const editor = await writtenIn(PREPARATION, APOLOGY, 'I lied to you about the money.');
    same(await lenses(editor), [], 'nothing is told by itself');
    await ask();
    const [told, ...others] = await lenses(editor);
    equal(others.length, 0);
    holds(told?.startsWith('Not named yet: ') && told.includes('by which day'), told ?? 'nothing');
    await write(' It was my choice.');
    same(await lenses(editor), [told], 'it does not follow what is written for its sake');
    await ask();
    same(await lenses(editor), []);
    await ask();
    equal((await lenses(editor)).length, 1);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await write('x');
    same(await lenses(editor), []);
  });

  it('says nothing of an apology in a note that tells of danger', async () => {
    const text = 'I lied to you. I am afraid that you will hit me again.';
    const editor = await writtenIn(PREPARATION, APOLOGY, text);
    await ask();
    same(await lenses(editor), ['Nothing to name here']);
  });

  for (const [where, path] of [
    ['the partner’s note', '2-conversation/2026-03-09-sam.md'],
    ['a page for both', TOGETHER],
  ] as const) {
    it(`is not told of ${where}`, async () => {
      const editor = await writtenIn(path, APOLOGY, 'I lied to you.');
      await ask();
      same(await lenses(editor), []);
    });
  }
});
