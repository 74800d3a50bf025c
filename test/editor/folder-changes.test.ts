import * as vscode from 'vscode';
import type { NotesFolder } from '../../src/workspace/notes-folder';
import { equal, holds, same } from './expect';
import { notesFolderAt, openFolderAt } from './parts';
import { Place, setUp, until } from './place';

const PATH = '5-check-ins/2026-03-09-sam.md';

function checkIn(trust: number, tick = ' '): string {
  return `---\ntemplate: check-in\nrole: hurt\npartner: sam\ndate: 2026-03-09\ntrust: ${String(trust)}\n---\n\n- [${tick}] a <!-- step: numbers -->\n`;
}

/** What an index holds, to be compared. */
function contentOf(folder: NotesFolder): readonly string[] {
  return (folder.ready?.index.all() ?? [])
    .map(({ path, fingerprint, problems }) => `${path} ${fingerprint} ${problems.map(({ code }) => code).join(',')}`)
    .sort();
}

describe('A notes folder under change', () => {
  it('takes in notes that appear, change, move and vanish, in folders that come and go', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const { folder } = await openFolderAt(place);
    const trust = (path: string): number | undefined => folder.noteAt(place.uri(path))?.numbers.get('trust');
    await place.write(PATH, checkIn(3));
    await until('the note appears', () => trust(PATH) === 3);
    await place.write(PATH, checkIn(4));
    await until('the note changes', () => trust(PATH) === 4);
    const moved = '5-check-ins/2026-03-10-sam.md';
    await place.move(PATH, moved);
    await until('the note moves', () => trust(moved) === 4 && trust(PATH) === undefined);
    await place.move('5-check-ins', 'elsewhere');
    await until('the folder goes', () => trust(moved) === undefined);
    await place.move('elsewhere', '5-check-ins');
    await until('the folder comes back', () => trust(moved) === 4);
    await place.remove(moved);
    await until('the note vanishes', () => trust(moved) === undefined);
  });

  it('counts what somebody is writing before what is on the disk, until that is saved or thrown away', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write(PATH, checkIn(3));
    const { folder } = await openFolderAt(place);
    const trust = (): number | undefined => folder.noteAt(place.uri(PATH))?.numbers.get('trust');
    const document = await vscode.workspace.openTextDocument(place.uri(PATH));
    const editor = await vscode.window.showTextDocument(document);
    const number = document.positionAt(document.getText().indexOf('trust: 3') + 7);
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(number, number.translate(0, 1)), '8');
    });
    await until('the text in the editor counts', () => trust() === 8);
    await place.write(PATH, checkIn(5));
    await folder.noteChanged(PATH);
    equal(trust(), 8, 'a change on the disk does not count while there is an unsaved one');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the disk counts again', () => trust() === 5);
  });

  it('keeps every other note where one cannot be read', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const texts: Readonly<Record<string, string | Uint8Array>> = {
      '5-check-ins/2026-03-01-sam.md': checkIn(1),
      '5-check-ins/2026-03-02-sam.md': Uint8Array.of(0x23, 0xff),
      '5-check-ins/2026-03-03-sam.md': '# a\0b',
      '5-check-ins/2026-03-04-sam.md': '- [ ] a <!-- step: numbers -->\n'.repeat(10_000),
      '5-check-ins/2026-03-05-sam.md': `${'> '.repeat(1000)}deep`,
      '5-check-ins/2026-03-06-sam.md': new Uint8Array(50_000_000).fill(0x61),
      '5-check-ins/2026-03-07-sam.md': '---\ntrust: [\n---\n',
      '5-check-ins/2026-03-08-sam.md': '',
    };
    for (const [path, text] of Object.entries(texts)) {
      await place.write(path, text);
    }
    await vscode.workspace.fs.createDirectory(place.uri(PATH));
    const { folder } = await openFolderAt(place);
    const codes = (day: number): readonly string[] => [
      ...new Set(
        folder.noteAt(place.uri(`5-check-ins/2026-03-0${String(day)}-sam.md`))?.problems.map(({ code }) => code),
      ),
    ];
    same(
      codes(1).filter((code) => code !== 'step-missing'),
      [],
    );
    same([codes(2), codes(3), codes(6)], [['not-utf8'], ['nul-byte'], ['too-large']]);
    same(codes(9), ['not-a-file']);
    same([codes(4), codes(7)], [['too-large'], ['yaml']]);
    equal(folder.ready?.index.all().length, 9);
  });

  it('ends, after any events, with the index that a fresh reading gives', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write('private/6-kindness/2026-03-01-sam.md', checkIn(1));
    const folder = await notesFolderAt(place);
    const seed = LONG_TESTS ? Date.now() % 1_000_000 : 20_260_309;
    const random = randomNumbers(seed);
    for (let count = 0; count < (LONG_TESTS ? 1500 : 150); count += 1) {
      await somethingHappens(place, random);
    }
    const fresh = contentOf(await notesFolderAt(place));
    await until(`the index is what a fresh one is, seed ${String(seed)}`, () => isSame(contentOf(folder), fresh));
    holds(fresh.length > 3, 'there is something to compare');
  });
});

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

/** A row of numbers from 0 to below 1 that is the same for one seed: a linear congruential generator. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TOP_FOLDERS = ['5-check-ins', '6-kindness', '9-path', 'not-of-the-guide'] as const;
const FOLDERS = [...TOP_FOLDERS, 'private/6-kindness'] as const;

async function somethingHappens(place: Place, random: () => number): Promise<void> {
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0];
  const aPath = (): string =>
    `${pick(FOLDERS)}/2026-03-0${String(1 + Math.floor(random() * 9))}-${pick(['sam', 'alex', 'hopeful-sam'])}${pick(['', '-2'])}.md`;
  const event = pick<() => Promise<void>>([
    () => place.write(aPath(), checkIn(Math.floor(random() * 20), pick([' ', 'x']))),
    () => place.write(aPath(), pick(['', '<<<<<<< a\n', 'plain', '\uFEFF---\n---\n'])),
    () => place.write(aPath(), Uint8Array.of(0xff, random() * 256)),
    () => place.remove(aPath()),
    () => place.move(aPath(), aPath()),
    () => (random() < 0.3 ? place.remove(pick(TOP_FOLDERS)) : Promise.resolve()),
    () => (random() < 0.5 ? place.move(pick(TOP_FOLDERS), pick(TOP_FOLDERS)) : Promise.resolve()),
    () => (random() < 0.2 ? setUp(place, { me: pick(['hurt', 'both']) }) : Promise.resolve()),
  ]);
  // Many events concern files that are not there, or names that are taken; then nothing happens.
  await event().catch(() => undefined);
}
