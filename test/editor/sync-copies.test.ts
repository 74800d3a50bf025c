import * as vscode from 'vscode';
import type { MergeResult } from '../../src/core/merge/merge-note';
import { mergeCopy, realJoining } from '../../src/notes/merge-copy';
import type { Joined, Joining } from '../../src/notes/merge-copy';
import { isPlain } from '../../src/plain-error';
import type { NotesFolder } from '../../src/workspace/notes-folder';
import { run, openFor } from './commands';
import { equal, holds, refusal, same, sameBytes } from './expect';
import { notesFolderAt } from './parts';
import { Place, setUp, until } from './place';

const PATH = '4-honesty/alex.md';
const COPY = "4-honesty/alex (Alex's conflicted copy 2026-11-20).md";
const PRIVATE = 'private/9-path/2026-11-24-night-alex.sync-conflict-20261120-101010-ABCDEFG.md';
const YES = (): Promise<boolean> => Promise.resolve(true);

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Joins by laying one behind the other, so that what comes of it can be told apart. */
const inARow: Joining['merge'] = (_path, _base, ours, theirs): MergeResult => {
  const bytes = new TextEncoder().encode(`${decode(ours.bytes)}${decode(theirs.bytes)}`);
  return { kind: 'merged', bytes, toChoose: 1 };
};

/** A trash that a test can look into; a real one may not be there, and is nobody's test. */
function joiningWith(changes: Partial<Joining> = {}): Joining & { readonly trash: string[] } {
  const trash: string[] = [];
  const toTrash = async (uri: vscode.Uri): Promise<void> => {
    trash.push(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    await vscode.workspace.fs.delete(uri, { useTrash: false });
  };
  return { mayJoin: YES, merge: inARow, toTrash, ...changes, trash };
}

async function placeWith(files: Readonly<Record<string, string>>): Promise<Place> {
  const place = await Place.inWorkspace();
  await setUp(place);
  for (const [path, content] of Object.entries(files)) {
    await place.write(path, content);
  }
  return place;
}

async function merged(place: Place, joining: Joining): Promise<Joined | undefined> {
  return await mergeCopy(await notesFolderAt(place), { path: COPY, notePath: PATH }, joining);
}

function copiesIn(folder: NotesFolder): readonly string[] {
  return folder.ready?.copies.all().map(({ path }) => path) ?? [];
}

/** Expects a plain refusal that leaves both files as they are. */
async function refused(place: Place, joining = joiningWith()): Promise<void> {
  const files = await place.files();
  const before = await Promise.all(files.map((file) => place.bytes(file)));
  holds(isPlain(await refusal(merged(place, joining))), 'the refusal is a plain sentence');
  same([await place.files(), joining.trash], [files, []]);
  for (const [number, file] of files.entries()) {
    sameBytes(await place.bytes(file), before[number] ?? new Uint8Array(), `${file} changed`);
  }
}

describe('Copies that other programs made', () => {
  it('are found beside notes and kintsugi.yaml, come and go, and count as no note', async () => {
    const place = await placeWith({ [PATH]: 'note', [COPY]: 'copy', [PRIVATE]: 'copy' });
    await place.write('kintsugi (conflicted copy 2026-11-20 101010).yaml', 'copy');
    await place.write('elsewhere (conflicted copy).md', 'copy');
    const folder = await notesFolderAt(place);
    same(copiesIn(folder), [COPY, 'kintsugi (conflicted copy 2026-11-20 101010).yaml', PRIVATE]);
    same(
      folder.ready?.index.all().map(({ path }) => path),
      [PATH],
    );
    await place.remove(PRIVATE);
    await until('the copy goes', () => !copiesIn(folder).includes(PRIVATE));
    const later = '5-check-ins/2026-03-09-sam (conflicted copy 2026-11-20 101010).md';
    await place.write(later, 'copy');
    await until('another comes', () => copiesIn(folder).includes(later));
    await place.move('4-honesty', 'elsewhere');
    await until('the folder goes', () => !copiesIn(folder).includes(COPY));
    await vscode.workspace.fs.createDirectory(place.uri('6-kindness/2026-03-09-sam (conflicted copy).md'));
    await folder.refresh();
    same(copiesIn(folder), [later, 'kintsugi (conflicted copy 2026-11-20 101010).yaml']);
  });

  it('are joined into the saved note, and then go to the trash', async () => {
    const place = await placeWith({ [PATH]: '\uFEFFmine\n', [COPY]: 'theirs\r\n' });
    const joining = joiningWith();
    same(await merged(place, joining), { kind: 'joined', toChoose: 1, copy: 'put-away' });
    equal(await place.text(PATH), '\uFEFFmine\ntheirs\n');
    same(joining.trash, [COPY.slice(COPY.lastIndexOf('/') + 1)]);
    same(await place.files(), [PATH, 'kintsugi.yaml']);
    await vscode.window.showTextDocument(place.uri(PATH));
    await vscode.commands.executeCommand('undo');
    equal(vscode.window.activeTextEditor?.document.getText(), 'mine\n', 'it can be undone');
  });

  it('stay where there is no trash, or where they change meanwhile', async () => {
    const place = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    const noTrash = joiningWith({ toTrash: () => Promise.reject(new Error('no trash')) });
    same(await merged(place, noTrash), { kind: 'joined', toChoose: 1, copy: 'not-put-away' });
    same([await place.text(PATH), await place.text(COPY)], ['mine\ntheirs\n', 'theirs\n']);
    const other = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    const saved = vscode.workspace.onDidSaveTextDocument(() => void other.write(COPY, 'newer\n'));
    const slow = joiningWith({ merge: inARow });
    const outcome = await merged(other, slow);
    saved.dispose();
    holds(
      outcome?.kind === 'joined' && (outcome.copy === 'changed') === (slow.trash.length === 0),
      'what changed is not put away',
    );
  });

  it('never go but into a trash', async () => {
    const place = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    const { toTrash } = await realJoining(YES);
    const outcome = await merged(place, joiningWith({ toTrash }));
    holds(outcome?.kind === 'joined', 'they are joined');
    equal(await place.has(COPY), outcome.copy === 'not-put-away');
  });

  it('stay, as the note does, when the question is turned down', async () => {
    const place = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    equal(await merged(place, joiningWith({ mayJoin: () => Promise.resolve(false) })), undefined);
    same([await place.text(PATH), await place.text(COPY)], ['mine\n', 'theirs\n']);
  });

  it('are shown beside their note where they cannot be joined', async () => {
    const byHand = joiningWith({ merge: () => ({ kind: 'by-hand' }) });
    for (const [note, copy, joining] of [
      ['mine\n', 'theirs\n', byHand],
      ['mine\n', '<<<<<<< ours\n', joiningWith()],
      ['mixed\nline\r\nends\n', 'theirs\n', joiningWith()],
    ] as const) {
      const place = await placeWith({ [PATH]: note, [COPY]: copy });
      same(await merged(place, joining), { kind: 'by-hand' });
      await until('both are shown', () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputTextDiff && input.modified.toString() === place.uri(PATH).toString();
      });
      same([await place.text(PATH), await place.text(COPY)], [note, copy]);
    }
  });

  it('are not joined into a note that is gone, in conflict, unsaved, or changed meanwhile', async () => {
    await refused(await placeWith({ [COPY]: 'theirs\n' }));
    await refused(await placeWith({ [PATH]: 'mine\n' }));
    await refused(await placeWith({ [PATH]: '<<<<<<< ours\n', [COPY]: 'theirs\n' }));
    const changing = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    let writing: Promise<void> = Promise.resolve();
    const late: Joining['merge'] = (...sides) => {
      writing = changing.write(PATH, 'newer\n');
      return inARow(...sides);
    };
    const joining = joiningWith({ merge: late });
    holds(isPlain(await refusal(merged(changing, joining))), 'the refusal is a plain sentence');
    await writing;
    same([await changing.text(PATH), await changing.text(COPY), joining.trash], ['newer\n', 'theirs\n', []]);
    const unsaved = await placeWith({ [PATH]: 'mine\n', [COPY]: 'theirs\n' });
    const editor = await vscode.window.showTextDocument(unsaved.uri(PATH));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'unsaved ');
    });
    await refused(unsaved);
  });

  it('leave both texts in the note where they differ, ready to be chosen from', async () => {
    const note = (words: string): string => `---\ntemplate: honesty\nrole: hurt\n---\n\n# Honesty\n\n${words}\n\nend\n`;
    const place = await placeWith({ [PATH]: note('mine'), [COPY]: note('theirs').replaceAll('\n', '\r\n') });
    const { merge } = await realJoining(YES);
    const joining = joiningWith({ merge });
    const folder = await notesFolderAt(place);
    const outcome = await mergeCopy(folder, { path: COPY, notePath: PATH }, joining);
    same(outcome, { kind: 'joined', toChoose: 1, copy: 'put-away' });
    equal(folder.noteAt(place.uri(PATH))?.twoVersions, 1);
    same(copiesIn(folder), []);
    const text = await place.text(PATH);
    holds(text.startsWith(note('').slice(0, 20)) && !text.includes('\r'), 'the note keeps its head and its line ends');
    holds(text.indexOf('mine') < text.indexOf('theirs') && text.endsWith('\nend\n'), 'both texts stand there');
  });

  it('by the command without a copy says so, and changes nothing', async () => {
    const place = await placeWith({
      [PATH]: 'mine\n',
      'private/9-path/2026-11-24-night-sam (conflicted copy).md': 'x',
    });
    await openFor(place);
    const files = await place.files();
    await run('kintsugi.mergeCopy');
    same(await place.files(), files);
    equal(await place.text(PATH), 'mine\n');
  });
});
