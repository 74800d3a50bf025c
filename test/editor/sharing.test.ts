import * as vscode from 'vscode';
import type { WordAhead } from '../../src/core/word-ahead-key';
import type { AtWork } from '../../src/notes/perspective';
import { shareNote } from '../../src/notes/share-note';
import type { ShareQuestions } from '../../src/notes/share-note';
import { isPlain } from '../../src/plain-error';
import type { Product } from '../../src/product';
import { shareQuestions } from '../../src/views/share-questions';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { editorOn, openFor, today } from './commands';
import { equal, holds, refusal, same, sameBytes } from './expect';
import { openFolderAt, perspectiveOf } from './parts';
import { Place, setUp, until } from './place';

const PATH = 'private/8-forgiveness/2026-03-09-alex.md';
const SHARED = '8-forgiveness/2026-03-09-alex.md';
/** A note whose every byte matters: a byte order mark, both kinds of line ends, no line end at the end. */
const ODD = '\uFEFF---\r\ntemplate: reflection\npartner: alex\n---\r\n\n\u202E e\u0301 \u00e9\t ';

/** Answers without a word ahead. */
const answering = (consent: ShareQuestions['consent'], word: WordAhead | 'none' = 'none'): ShareQuestions => ({
  wordAhead: () => Promise.resolve(word),
  consent,
});
const YES = answering(() => Promise.resolve(true));
const NO = answering(() => Promise.resolve(false));

const port = (): Pick<Product, 'files'> => ({ files: new EditorNoteFiles() });
const share = (at: AtWork, path: string, questions: ShareQuestions): Promise<string | undefined> =>
  shareNote(port(), at, path, questions);

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
  holds(isPlain(await refusal(share(at, path, YES))), 'the refusal is a plain sentence');
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
    const path = await share(
      at,
      PATH,
      answering((_other, _word, preview) => {
        wasShown = preview === undefined && editorOn(place, PATH).document.getText().includes('template: reflection');
        return Promise.resolve(true);
      }),
    );
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
    equal(await share(await atWork(place), PATH, NO), undefined);
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('passes over names that are taken, and never touches what has them', async () => {
    const taken = { [SHARED]: 'mine', '8-forgiveness/2026-03-09-alex-2.md': 'mine too' };
    const place = await placeWith({ [PATH]: ODD, 'private/8-forgiveness/2026-03-09-alex-2.md': 'second', ...taken });
    const at = await atWork(place);
    equal(await share(at, PATH, YES), '8-forgiveness/2026-03-09-alex-3.md');
    const second = 'private/8-forgiveness/2026-03-09-alex-2.md';
    equal(await share(at, second, YES), '8-forgiveness/2026-03-09-alex-4.md');
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
    await share(await atWork(place), PATH, YES);
    holds((await place.text(SHARED)).includes('last words'), 'the last words are shared');
  });

  it('does not share what was not shown: a note that changes while the question stands', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const at = await atWork(place);
    const changing = share(
      at,
      PATH,
      answering(async () => {
        await place.write(PATH, 'something else');
        return true;
      }),
    );
    holds(isPlain(await refusal(changing)), 'the refusal is a plain sentence');
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('does not share over a page that is there', async () => {
    const path = 'private/7-support/voices-alex.md';
    const place = await placeWith({ [path]: 'private', '7-support/voices-alex.md': 'shared' });
    await refused(place, path);
    await place.remove('7-support/voices-alex.md');
    equal(await share(await atWork(place), path, YES), '7-support/voices-alex.md');
  });

  it('shares a note of the night from the next day on', async () => {
    const [tonight, before] = [`private/9-path/${today()}-night-alex.md`, 'private/9-path/2026-03-09-night-alex.md'];
    const place = await placeWith({ [tonight]: 'dark', [before]: 'dark' });
    await refused(place, tonight);
    equal(await share(await atWork(place), before, YES), '9-path/2026-03-09-night-alex.md');
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
    holds(isPlain(await refusal(share(at, PATH, YES))), 'the refusal is a plain sentence');
    same(await place.files(), ['kintsugi.yaml', PATH]);
  });

  it('writes the word ahead into the note that moves, after a preview of just what will be there', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const told: unknown[] = [];
    const consent: ShareQuestions['consent'] = async (other, word, preview) => {
      told.push(other, word, preview);
      equal(await place.text(PATH), ODD, 'nothing is written before the consent');
      return true;
    };
    const at = await atWork(place);
    equal(await share(at, PATH, answering(consent, 'heavy')), SHARED);
    const expected = ODD.replace('alex\n', 'alex\nword-ahead: heavy\n');
    equal(await place.text(SHARED), expected);
    same(told, ['Sam', 'heavy', expected.slice(1)]);
    same(await place.files(), [SHARED, 'kintsugi.yaml']);
    equal(editorOn(place, SHARED).document.isDirty, false);
    await until('the editor shows the word', () => editorOn(place, SHARED).document.getText().includes('word-ahead'));
    equal(at.open.folder.noteAt(place.uri(SHARED))?.wordAhead, 'heavy');
  });

  it('writes nothing where a question about a word ahead is turned down', async () => {
    const place = await placeWith({ [PATH]: ODD });
    const at = await atWork(place);
    equal(
      await share(
        at,
        PATH,
        answering(() => Promise.resolve(false), 'both'),
      ),
      undefined,
    );
    const turnedDown = { ...YES, wordAhead: () => Promise.resolve(undefined) };
    equal(await share(at, PATH, turnedDown), undefined);
    same(await place.files(), ['kintsugi.yaml', PATH]);
    equal(await place.text(PATH), ODD);
  });

  it('takes a word ahead away that is no longer wanted', async () => {
    const place = await placeWith({ [PATH]: '---\nword-ahead: heavy\n---\nText' });
    await share(await atWork(place), PATH, YES);
    equal(await place.text(SHARED), '---\nword-ahead: \n---\nText');
  });

  it('shares nothing where no word ahead can be written, and shares it as it is without one', async () => {
    const broken = '---\npartner: [\n---\nText';
    const place = await placeWith({ [PATH]: broken });
    const at = await atWork(place);
    const refusing = share(
      at,
      PATH,
      answering(() => Promise.resolve(true), 'heavy'),
    );
    holds(isPlain(await refusal(refusing)), 'the refusal is a plain sentence');
    equal(await place.text(PATH), broken);
    same(await place.files(), ['kintsugi.yaml', PATH]);
    await share(at, PATH, YES);
    equal(await place.text(SHARED), broken);
  });

  for (const operation of ['writeFile', 'rename', 'createDirectory'] as const) {
    it(`keeps a note private and whole where ${operation} fails with a word ahead`, async () => {
      const place = await Place.inMemory();
      await setUp(place);
      await place.write(PATH, ODD);
      const at = await atWork(place);
      const { path } = place.uri(operation === 'createDirectory' ? '8-forgiveness' : PATH);
      const code = operation === 'writeFile' ? 'NoSpace' : 'NoPermissions';
      await vscode.commands.executeCommand('kintsugi-test.memfs.fail', { path, operation, code });
      await refusal(
        share(
          at,
          PATH,
          answering(() => Promise.resolve(true), 'both'),
        ),
      );
      same(await place.files(), ['kintsugi.yaml', PATH]);
      equal(await place.text(PATH), ODD);
    });
  }

  it('shows what will be seen behind the question, to be read only, and puts it away with the answer', async () => {
    const place = await placeWith({ [PATH]: ODD });
    await vscode.window.showTextDocument(place.uri(PATH));
    // A test host answers the question by itself, and the preview may be gone before anybody looks.
    const documents: vscode.TextDocument[] = [];
    const labels: string[] = [];
    const listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        documents.push(...(editor ? [editor.document] : []));
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
        labels.push(...opened.map(({ label }) => label));
      }),
    );
    const asking = shareQuestions.consent('Sam/Samantha', 'heavy', 'What Sam reads');
    const preview = (): vscode.TextDocument | undefined =>
      documents.find((document) => document.getText() === 'What Sam reads');
    await until('the preview is shown', preview);
    const shown = preview();
    holds(shown, 'the preview is in front');
    equal(shown.uri.scheme, 'kintsugi-preview');
    await until('its name is told', () => labels.includes('What Sam Samantha will see.md'));
    listening.dispose();
    holds(!shown.uri.toString().includes('reads'), 'no text stands in its address');
    equal(vscode.workspace.fs.isWritableFileSystem(shown.uri.scheme), undefined, 'it is on no disk');
    // Or it refuses to show such a question.
    await asking.catch(() => false);
    const note = place.uri(PATH).toString();
    await until('the note is in front again', () => vscode.window.activeTextEditor?.document.uri.toString() === note);
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
