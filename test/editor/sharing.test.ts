import * as vscode from 'vscode';
import type { AtWork } from '../../src/notes/perspective';
import { shareNote } from '../../src/notes/share-note';
import { isPlain } from '../../src/plain-error';
import { editorOn, openFor, today } from './commands';
import { equal, holds, refusal, same, sameBytes } from './expect';
import { openFolderAt, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const PATH = 'private/8-forgiveness/2026-03-09-alex.md';
const SHARED = '8-forgiveness/2026-03-09-alex.md';
/** A note whose every byte matters: a byte order mark, both kinds of line ends, no line end at the end. */
const ODD = '\uFEFF---\r\ntemplate: reflection\npartner: alex\n---\r\n\n\u202E e\u0301 \u00e9\t ';

const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);

async function atWork(place: Place, index: 0 | 1 = 0): Promise<AtWork> {
  const open = await openFolderAt(place);
  return { open, perspective: perspectiveOf(open, index) };
}

async function placeWith(files: Readonly<Record<string, string>>): Promise<Place> {
  const place = await Place.inWorkspace();
  await setUp(place);
  for (const [path, content] of Object.entries(files)) {
    await place.write(path, content);
  }
  return place;
}

/** Expects a plain refusal that leaves every file as it was. */
async function refused(place: Place, path: string, index: 0 | 1 = 0): Promise<void> {
  const files = await place.files();
  const before = await Promise.all(files.map((file) => place.bytes(file)));
  const at = await atWork(place, index);
  holds(isPlain(await refusal(shareNote(at, path, yes))), 'the refusal is a plain sentence');
  same(await place.files(), files);
  for (const [number, file] of files.entries()) {
    sameBytes(await place.bytes(file), before[number] ?? new Uint8Array(), `${file} changed`);
  }
}

describe('Sharing a note', () => {
  it('shows it, moves it byte by byte, and takes its editor along', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const before = await place.bytes(PATH);
    const at = await atWork(place);
    let wasShown = false;
    const path = await shareNote(at, PATH, () => {
      wasShown = editorOn(place, PATH).document.getText().includes('template: reflection');
      return yes();
    });
    equal(wasShown, true);
    equal(path, SHARED);
    same(await place.files(), [SHARED, 'kintsugi.yaml']);
    sameBytes(await place.bytes(SHARED), before);
    editorOn(place, SHARED);
    const { folder } = at.open;
    same([folder.noteAt(place.uri(PATH))?.path, folder.noteAt(place.uri(SHARED))?.isPrivate], [undefined, false]);
  });

  it('leaves it where it is when the question is turned down', async () => {
    const place = await placeWith({ [PATH]: ODD });
    equal(await shareNote(await atWork(place), PATH, no), undefined);
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('passes over names that are taken, and never touches what has them', async () => {
    const taken = { [SHARED]: 'mine', '8-forgiveness/2026-03-09-alex-2.md': 'mine too' };
    const place = await placeWith({ [PATH]: ODD, 'private/8-forgiveness/2026-03-09-alex-2.md': 'second', ...taken });
    const at = await atWork(place);
    equal(await shareNote(at, PATH, yes), '8-forgiveness/2026-03-09-alex-3.md');
    const second = 'private/8-forgiveness/2026-03-09-alex-2.md';
    equal(await shareNote(at, second, yes), '8-forgiveness/2026-03-09-alex-4.md');
    equal(await place.text('8-forgiveness/2026-03-09-alex-4.md'), 'second');
    for (const [path, text] of Object.entries(taken)) {
      equal(await place.text(path), text);
    }
  });

  it('saves first what was written last', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const editor = await vscode.window.showTextDocument(place.uri(PATH));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'last words ');
    });
    await shareNote(await atWork(place), PATH, yes);
    holds((await place.text(SHARED)).includes('last words'), 'the last words are shared');
  });

  it('does not share what was not shown: a note that changes while the question stands', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const at = await atWork(place);
    const changing = shareNote(at, PATH, async () => {
      await place.write(PATH, 'something else');
      return true;
    });
    holds(isPlain(await refusal(changing)), 'the refusal is a plain sentence');
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('does not share over a page that is there', async () => {
    const path = 'private/7-support/voices-alex.md';
    const place = await placeWith({ [path]: 'private', '7-support/voices-alex.md': 'shared' });
    await refused(place, path);
    await place.remove('7-support/voices-alex.md');
    equal(await shareNote(await atWork(place), path, yes), '7-support/voices-alex.md');
  });

  it('shares a note of the night from the next day on', async () => {
    const [tonight, before] = [`private/9-path/${today()}-night-alex.md`, 'private/9-path/2026-03-09-night-alex.md'];
    const place = await placeWith({ [tonight]: 'dark', [before]: 'dark' });
    await refused(place, tonight);
    equal(await shareNote(await atWork(place), before, yes), '9-path/2026-03-09-night-alex.md');
  });

  it('refuses what is not one’s own, not private, not there, not a note, or in conflict', async () => {
    const conflict = 'private/8-forgiveness/2026-03-10-alex.md';
    const place = await placeWith({
      [PATH]: ODD,
      [SHARED]: 'shared',
      [conflict]: '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n',
      'private/notes.md': 'free',
    });
    await place.write('private/8-forgiveness/2026-03-11-alex.md', Uint8Array.of(0xff, 0xfe, 0x00));
    await refused(place, PATH, 1);
    const others = [SHARED, conflict, 'private/8-forgiveness/2026-03-11-alex.md', 'private/8-forgiveness/x.md'];
    for (const path of [...others, 'private/notes.md', 'kintsugi.yaml', 'nothing.md']) {
      await refused(place, path);
    }
  });

  it('leaves everything as it was where the file system refuses', async () => {
    const place = await Place.inMemory();
    await setUp(place);
    await place.write(PATH, ODD);
    const at = await atWork(place);
    const failure = { path: place.uri(PATH).path, operation: 'rename', code: 'NoPermissions' };
    await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failure);
    holds(isPlain(await refusal(shareNote(at, PATH, yes))), 'the refusal is a plain sentence');
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('by the command without a private note in front says what to do, and changes nothing', async () => {
    const place = await placeWith({ [SHARED]: 'shared' });
    await openFor(place);
    await vscode.window.showTextDocument(place.uri(SHARED));
    await vscode.commands.executeCommand('kintsugi.shareNote');
    await vscode.commands.executeCommand('kintsugi.shareNote', place.uri('kintsugi.yaml'));
    same(await place.files(), [SHARED, 'kintsugi.yaml']);
  });
});
