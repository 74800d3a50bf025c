import * as vscode from 'vscode';
import { offersFor } from '../../src/core/guide';
import { createOrOpenNote } from '../../src/notes/create-note';
import { tickStep } from '../../src/notes/tick-step';
import { plainMessage } from '../../src/plain-message';
import { today } from './commands';
import { equal, holds, matches, refusal, same, sameBytes } from './expect';
import { notesFolderAt, openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const PATH = '5-check-ins/2026-03-09-alex.md';
const NOTE = '---\ntemplate: check-in\n---\n\n- [ ] a <!-- step: numbers -->\n';

type Operation = 'stat' | 'readDirectory' | 'createDirectory' | 'readFile' | 'writeFile';
type Code = 'NoPermissions' | 'NoSpace' | 'Unavailable';

async function fail(place: Place, path: string, operation: Operation, code: Code): Promise<void> {
  await vscode.commands.executeCommand('kintsugi-test.memfs.fail', { path: place.uri(path).path, operation, code });
}

async function write(place: Place, command: string): Promise<vscode.TextEditor | undefined> {
  const parts = partsOf();
  const open = await openFolderAt(place, parts);
  const meant = open.ready.guide.templates.filter((template) => template.command === command);
  const [offer] = offersFor(meant, 'hurt');
  holds(offer, `${command} is offered`);
  return await createOrOpenNote(parts, open, perspectiveOf(open), { offer });
}

describe('A file system that fails', () => {
  it('with no room left creates no note, and says so plainly', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await fail(place, '', 'writeFile', 'NoSpace');
    const message = plainMessage(await refusal(write(place, 'kindness')));
    matches(message, /full|room/);
    matches(message, /othing is lost/);
    same(await place.files(), ['kintsugi.yaml']);
  });

  it('with no room left for .gitignore writes nothing private', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await fail(place, '.gitignore', 'writeFile', 'NoSpace');
    await refusal(write(place, 'night'));
    same(await place.files(), ['kintsugi.yaml']);
  });

  it('that may not be written to creates no note, and says so plainly', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await fail(place, '', 'createDirectory', 'NoPermissions');
    matches(plainMessage(await refusal(write(place, 'kindness'))), /may not be written to/);
    same(await place.files(), ['kintsugi.yaml']);
  });

  for (const [code, words] of [
    ['NoSpace', /disk is full/],
    ['NoPermissions', /may not be written to/],
    ['Unavailable', /cannot be reached/],
  ] as const) {
    it(`leaves a step as it is where ticking meets ${code}, and says so plainly`, async () => {
      const place = await Place.inMemory();
      await setUp(place);
      await place.write(PATH, NOTE);
      const before = await place.bytes(PATH);
      const parts = partsOf();
      const { folder } = await openFolderAt(place, parts);
      await fail(place, PATH, 'writeFile', code);
      matches(plainMessage(await refusal(tickStep(parts, folder, PATH, 'numbers', true))), words);
      sameBytes(await place.bytes(PATH), before);
      equal(folder.noteAt(place.uri(PATH))?.steps[0]?.ticked, false);
    });
  }

  it('that refuses one note shows the others, and tells why', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await place.write(PATH, NOTE);
    await place.write('5-check-ins/2026-03-10-alex.md', NOTE);
    await place.write('6-kindness/2026-03-10-alex.md', NOTE);
    await fail(place, PATH, 'readFile', 'NoPermissions');
    await fail(place, '6-kindness', 'readDirectory', 'Unavailable');
    const folder = await notesFolderAt(place);
    const codes = folder.ready?.index
      .all()
      .map(({ path, problems }) => [path, problems.some(({ code }) => code === 'no-permission')]);
    same(codes?.sort(), [
      [PATH, true],
      ['5-check-ins/2026-03-10-alex.md', false],
    ]);
  });

  it('that refuses kintsugi.yaml says so at the file, and forgets nothing', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await place.write(PATH, NOTE);
    await fail(place, 'kintsugi.yaml', 'readFile', 'Unavailable');
    const folder = await notesFolderAt(place);
    equal(folder.ready, undefined);
    same(
      [...folder.problems.values()].flat().map(({ code }) => code),
      ['cannot-read'],
    );
  });

  it('that takes two names for one when they differ in case gives nothing of the other name away', async () => {
    const place = await Place.inMemory();
    await vscode.commands.executeCommand('kintsugi-test.memfs.reset', { ignoreCase: true });
    await vscode.workspace.fs.createDirectory(place.root);
    await setUp(place);
    const path = `6-KINDNESS/${today()}-Alex.md`;
    await vscode.workspace.fs.createDirectory(place.uri('6-KINDNESS'));
    await place.write(path, 'mine');
    const editor = await write(place, 'kindness');
    equal(editor?.document.getText(), 'mine');
    equal(await place.text(path), 'mine');
    equal((await place.files()).length, 2);
  });

  it('with a folder where a note should be writes nothing into it, and says so', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await vscode.workspace.fs.createDirectory(place.uri(`6-kindness/${today()}-alex.md`));
    matches(plainMessage(await refusal(write(place, 'kindness'))), /\.$/);
    same(await place.files(), ['kintsugi.yaml']);
  });
});
