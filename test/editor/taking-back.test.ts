import * as vscode from 'vscode';
import type { AtWork } from '../../src/notes/perspective';
import { takeBack } from '../../src/notes/take-back';
import { isPlain } from '../../src/plain-error';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { editorOn } from './commands';
import { equal, holds, refusal, same, sameBytes } from './expect';
import { openFolderAt, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const SHARED = '8-forgiveness/2026-03-09-alex.md';
const PATH = `private/${SHARED}`;
const ODD = '\uFEFF---\r\nword-ahead: heavy\n---\r\n\n\u202E e\u0301 \t ';

const yes = (): Promise<boolean> => Promise.resolve(true);
const no = (): Promise<boolean> => Promise.resolve(false);

async function atWork(place: Place, index: 0 | 1 = 0): Promise<AtWork> {
  const open = await openFolderAt(place);
  return { open, perspective: perspectiveOf(open, index) };
}

async function placeWith(files: Readonly<Record<string, string>>, made = Place.inWorkspace()): Promise<Place> {
  const place = await made;
  await setUp(place);
  for (const [path, content] of Object.entries(files)) {
    await place.write(path, content);
  }
  return place;
}

const back = (at: AtWork, path: string, may = yes): Promise<string | undefined> =>
  takeBack({ files: new EditorNoteFiles() }, at, path, may);

/** Expects a plain refusal that leaves every file as it was. */
async function refused(place: Place, path: string): Promise<void> {
  const files = await place.files();
  const before = await Promise.all(files.map((file) => place.bytes(file)));
  holds(isPlain(await refusal(back(await atWork(place), path))), `the refusal of ${path} is a plain sentence`);
  same(await place.files(), files);
  for (const [number, file] of files.entries()) {
    sameBytes(await place.bytes(file), before[number] ?? new Uint8Array(), `${file} changed`);
  }
}

describe('Taking a note back into private', () => {
  it('keeps git off the private folder first, then moves the note byte by byte, with its editor', async () => {
    const place = await placeWith({ [SHARED]: ODD });
    const before = await place.bytes(SHARED);
    const at = await atWork(place);
    equal(await back(at, SHARED), PATH);
    same(await place.files(), ['.gitignore', 'kintsugi.yaml', PATH]);
    equal(await place.text('.gitignore'), 'private/\n');
    sameBytes(await place.bytes(PATH), before);
    editorOn(place, PATH);
    equal(at.open.folder.noteAt(place.uri(PATH))?.isPrivate, true);
  });

  it('changes nothing when the question is turned down', async () => {
    const place = await placeWith({ [SHARED]: ODD });
    equal(await back(await atWork(place), SHARED, no), undefined);
    same(await place.files(), [SHARED, 'kintsugi.yaml']);
  });

  it('passes over names that are taken, and never touches what has them', async () => {
    const place = await placeWith({ [SHARED]: ODD, [PATH]: 'mine' });
    equal(await back(await atWork(place), SHARED), PATH.replace('.md', '-2.md'));
    equal(await place.text(PATH), 'mine');
    equal(await place.text(PATH.replace('.md', '-2.md')), ODD);
  });

  it('refuses what is the partner’s, of both, private, signed, in conflict, not there, or has its name taken', async () => {
    const page = '1-name-the-betrayal/alex.md';
    const refusals = {
      '8-forgiveness/2026-03-09-sam.md': 'theirs',
      '3-commitment/together.md': 'ours',
      '3-commitment/2026-03-09-commitment-alex.md': '---\ntemplate: signature\nact: signed\n---\n',
      '8-forgiveness/2026-03-10-alex.md': '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n',
      [PATH]: 'private',
      [page]: 'shared',
    };
    const place = await placeWith({ ...refusals, [`private/${page}`]: 'private' });
    for (const path of [...Object.keys(refusals), 'kintsugi.yaml', 'nothing.md']) {
      await refused(place, path);
    }
  });

  it('leaves everything where it is where git cannot be kept off the private folder, or the file system refuses', async () => {
    const place = await placeWith({ [SHARED]: ODD }, Place.inMemory());
    const at = await atWork(place);
    const failing = { path: place.uri('.gitignore').path, operation: 'writeFile', code: 'NoSpace' };
    await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failing);
    await refusal(back(at, SHARED));
    same(await place.files(), [SHARED, 'kintsugi.yaml']);
    const other = await placeWith({ [SHARED]: ODD, '.gitignore': 'private/\n' }, Place.inMemory());
    const there = await atWork(other);
    const refusing = { path: other.uri(SHARED).path, operation: 'rename', code: 'NoPermissions' };
    await vscode.commands.executeCommand('kintsugi-test.memfs.fail', refusing);
    holds(isPlain(await refusal(back(there, SHARED))), 'the refusal is a plain sentence');
    same(await other.files(), ['.gitignore', SHARED, 'kintsugi.yaml']);
  });
});
