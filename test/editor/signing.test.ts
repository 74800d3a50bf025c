import * as vscode from 'vscode';
import { signatureOf } from '../../src/core/commitment';
import { currentWording, recordAct } from '../../src/notes/commitment-acts';
import type { Act } from '../../src/notes/commitment-acts';
import { readWording } from '../../src/notes/commitment-wording';
import type { OpenFolder } from '../../src/notes/perspective';
import { PlainError } from '../../src/plain-error';
import { showWordingChange } from '../../src/views/wording-change';
import type { NotesFolder } from '../../src/workspace/notes-folder';
import { openFor, today } from './commands';
import { equal, holds, matches, refusal, same, sameBytes } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import type { Parts } from './parts';
import { Place, setUp } from './place';

const PAGE = '3-commitment/together.md';
const WORDING =
  '---\ntemplate: commitment-together\n---\n\n# Ours\n\n- [ ] Words <!-- step: wording -->\n\nWe mean it.\n';

/** The wording without front matter, with its one step ticked or not. */
const body = (tick: '[x]' | '[ ]'): string => WORDING.replace(/^---.*?---\n/s, '').replace('[ ]', tick);

async function withWording(names: 'telling' | 'neutral' = 'telling') {
  const place = await Place.inWorkspace();
  await setUp(place, { names });
  await place.write(PAGE, WORDING);
  const parts = partsOf();
  const { folder } = await openFolderAt(place, parts);
  return { place, parts, folder };
}

function asOfNow(folder: NotesFolder): OpenFolder {
  holds(folder.ready, 'the notes folder is ready');
  return { folder, ready: folder.ready };
}

async function act(parts: Parts, folder: NotesFolder, partner: 0 | 1, which: Act): Promise<void> {
  const open = asOfNow(folder);
  const { page, signature } = currentWording(open);
  await recordAct(parts, open, perspectiveOf(open, partner), signature, which, await readWording(folder, page));
}

function states(folder: NotesFolder): readonly string[] {
  const { page, notes } = currentWording(asOfNow(folder));
  return ['alex', 'sam'].map((partner) => signatureOf(notes, page, partner).state);
}

function commitment(folder: NotesFolder): readonly string[] {
  const stage = folder.progressFor('alex').find((progress) => progress.stage.id === 'commitment');
  return stage?.steps.find(({ scope }) => scope === 'signature')?.doneBy ?? [];
}

describe('Signing the commitment', () => {
  it('is done when both have signed the same wording, each in a file of their own that no tick undoes', async () => {
    const { place, parts, folder } = await withWording();
    same(states(folder), ['none', 'none']);
    await act(parts, folder, 0, 'signed');
    same([states(folder), commitment(folder)], [['signed', 'none'], ['alex']]);
    await act(parts, folder, 1, 'signed');
    same(
      [states(folder), commitment(folder)],
      [
        ['signed', 'signed'],
        ['alex', 'sam'],
      ],
    );
    const path = `3-commitment/${today()}-commitment-alex.md`;
    matches(
      await place.text(path),
      /^---\ntemplate: signature\npartner: alex\ndate: \S+\nact: signed\ndigest: [0-9a-f]{64}\n---\n/,
    );
    holds((await place.text(path)).includes('We mean it.'), 'the signature holds the wording');
    equal(await place.text(PAGE), WORDING);
    await place.write(PAGE, WORDING.replace('[ ]', '[x]').replaceAll('\n', '\r\n'));
    await folder.noteChanged(PAGE);
    same(states(folder), ['signed', 'signed'], 'a tick and other line ends are the same wording');
  });

  it('belongs to the old wording once that has changed, and can be signed again', async () => {
    const { place, parts, folder } = await withWording();
    await act(parts, folder, 0, 'signed');
    await act(parts, folder, 1, 'signed');
    const first = await place.bytes(`3-commitment/${today()}-commitment-alex.md`);
    await place.write(PAGE, WORDING.replace('mean', 'really mean'));
    await folder.noteChanged(PAGE);
    same([states(folder), commitment(folder)], [['signed-other-wording', 'signed-other-wording'], []]);
    await act(parts, folder, 0, 'signed');
    same([states(folder), commitment(folder)], [['signed', 'signed-other-wording'], ['alex']]);
    sameBytes(await place.bytes(`3-commitment/${today()}-commitment-alex.md`), first);
    holds(await place.has(`3-commitment/${today()}-commitment-alex-2.md`), 'the second act has a file of its own');
  });

  it('can be withdrawn, which deletes nothing, and signed once more', async () => {
    const { place, parts, folder } = await withWording('neutral');
    for (const [which, state] of [
      ['signed', 'signed'],
      ['withdrawn', 'withdrawn'],
      ['signed', 'signed'],
    ] as const) {
      await act(parts, folder, 0, which);
      same(states(folder), [state, 'none']);
    }
    const acts = (await place.files()).filter((path) => path.startsWith(`3/${today()}-c-alex`));
    equal(acts.length, 3);
  });

  it('shows the wording that was signed beside the one of now, and nothing else of either file', async () => {
    const { place, parts, folder } = await withWording();
    await act(parts, folder, 1, 'signed');
    await place.write(
      PAGE,
      `---\ntemplate: commitment-together\nnew: 1\n---\n${body('[x]').replace('mean', 'still mean')}`,
    );
    await folder.noteChanged(PAGE);
    const open = asOfNow(folder);
    const { page, notes } = currentWording(open);
    const standing = signatureOf(notes, page, 'sam');
    holds(standing.state === 'signed-other-wording', 'the wording is another');
    await openFor(place);
    await showWordingChange(open, standing.note, page, 'alex');
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    equal(activeTab?.label, 'What Sam signed, and the wording now');
    const input = activeTab?.input;
    holds(input instanceof vscode.TabInputTextDiff, 'a difference is shown');
    const texts = await Promise.all(
      [input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    same(texts, [body('[ ]'), body('[ ]').replace('mean', 'still mean')]);
    same([input.original.scheme, input.modified.scheme], ['kintsugi-wording', 'kintsugi-wording']);
  });

  it('shows no other file under the address of a wording', async () => {
    const { place } = await withWording();
    await place.write('private/3-commitment/together.md', 'private');
    await openFor(place);
    for (const path of ['private/3-commitment/together.md', 'kintsugi.yaml', '3-commitment/alex.md']) {
      const uri = vscode.Uri.from({ scheme: 'kintsugi-wording', path: '/a.md', query: place.uri(path).toString() });
      equal((await vscode.workspace.openTextDocument(uri)).getText(), '', path);
    }
  });

  it('is refused in plain words where there is no wording, or two versions of it', async () => {
    const { place, folder } = await withWording();
    await place.write(PAGE, `${WORDING}<<<<<<< ours\n`);
    await folder.noteChanged(PAGE);
    const page = folder.noteAt(place.uri(PAGE));
    equal(page?.inConflict, true);
    const conflict = await refusal(Promise.resolve().then(() => currentWording(asOfNow(folder))));
    await place.remove(PAGE);
    await folder.noteChanged(PAGE);
    const missing = await refusal(Promise.resolve().then(() => currentWording(asOfNow(folder))));
    holds(conflict instanceof PlainError && missing instanceof PlainError, 'both are plain sentences');
    matches(conflict.message, /cannot be signed as it stands/);
    matches(missing.message, /no wording to sign yet/);
  });
});
