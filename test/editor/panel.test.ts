import * as vscode from 'vscode';
import { noteNamed, openBeside } from '../../src/panel/open-place';
import { exportName, exportPlace, isNotesFile } from '../../src/panel/export-place';
import { openFor, run } from './commands';
import { equal, holds, matches, same } from './expect';
import { openFolderAt, perspectiveOf } from './parts';
import { Place, setUp, until } from './place';

const CHECK_IN = `---
template: check-in
role: hurt
partner: alex
date: 2026-03-09
trust: 4 # a comment
hurt: 6
---

# Check-in, 2026-03-09

## What goes better

- [ ] What goes better <!-- step: better -->
`;

/** The tabs of the panel, wherever they are. */
function pictures(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('kintsugi.picture'));
}

function isInFront(tab: vscode.Tab | undefined): boolean {
  return tab?.isActive === true && tab.group.isActive;
}

async function opened(): Promise<void> {
  await until('the panel is in front', () => isInFront(pictures()[0]));
}

describe('The panel with the pictures', () => {
  let place: Place;

  beforeEach(async () => {
    place = await Place.inWorkspace();
    await setUp(place);
    await place.write('5-check-ins/2026-03-09-alex.md', CHECK_IN);
    await place.write('5-check-ins/2026-03-10-alex.md', CHECK_IN.replace('2026-03-09', '2026-03-10'));
    await openFor(place);
  });

  it('is opened once, whichever command asks for it, and comes to the front again', async () => {
    await run('kintsugi.openTimeline');
    await opened();
    equal(pictures()[0]?.label, 'The path');
    await vscode.window.showTextDocument(place.uri('kintsugi.yaml'), { preview: false });
    await until('the panel is behind', () => !isInFront(pictures()[0]));
    for (const command of ['kintsugi.openTimeline', 'kintsugi.openReflection', 'kintsugi.openTimeline']) {
      await run(command);
      await opened();
      equal(pictures().length, 1);
    }
  });

  it('opens beside a note', async () => {
    const editor = await vscode.window.showTextDocument(place.uri('5-check-ins/2026-03-09-alex.md'));
    await run('kintsugi.openTimeline', editor.document.uri);
    await opened();
    equal(vscode.window.tabGroups.all.length, 2);
    equal(pictures()[0]?.group.viewColumn, vscode.ViewColumn.Two);
  });

  it('goes beside a note behind which it was', async () => {
    await run('kintsugi.openTimeline');
    await opened();
    const editor = await vscode.window.showTextDocument(place.uri('5-check-ins/2026-03-09-alex.md'), {
      viewColumn: vscode.ViewColumn.One,
    });
    await until('the panel is behind', () => !isInFront(pictures()[0]));
    await run('kintsugi.openTimeline', editor.document.uri);
    await opened();
    equal(pictures()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    same(
      vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
      [editor.document.uri.toString()],
    );
  });

  it('is put away with everything else', async () => {
    await run('kintsugi.openReflection');
    await opened();
    await run('kintsugi.putEverythingAway');
    await until('it is closed', () => pictures().length === 0);
    await run('kintsugi.open');
    await run('kintsugi.openReflection');
    await opened();
  });

  it('closes when there is no notes folder any more', async () => {
    await run('kintsugi.openTimeline');
    await opened();
    await place.remove('kintsugi.yaml');
    await until('it is closed', () => pictures().length === 0);
  });
});

describe('A note that is opened from the panel', () => {
  it('shows its first number, in another group, and no byte of it changes', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const path = '5-check-ins/2026-03-09-alex.md';
    await place.write(path, CHECK_IN);
    const open = await openFolderAt(place);
    const note = noteNamed(path, { open, perspective: perspectiveOf(open) });
    holds(note, 'the note is known');
    await vscode.window.showTextDocument(place.uri('kintsugi.yaml'), { preview: false });
    for (const turn of ['first', 'second']) {
      await openBeside(place.uri(path), note, vscode.ViewColumn.One);
      const editor = vscode.window.activeTextEditor;
      equal(editor?.document.uri.toString(), place.uri(path).toString(), turn);
      equal(editor?.viewColumn, vscode.ViewColumn.Two, turn);
      matches(editor?.document.lineAt(editor.selection.active).text ?? '', /^trust: 4/);
      equal(editor?.document.isDirty, false);
    }
    equal(await place.text(path), CHECK_IN);
  });

  it('is one of this folder, and for the one who is here', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const [shared, mine, theirs] = [
      '9-path/2026-03-09-hard-sam.md',
      'private/9-path/2026-03-09-hard-alex.md',
      'private/9-path/2026-03-09-hard-sam.md',
    ];
    for (const path of [shared, mine, theirs, '9-path/other.md']) {
      await place.write(path, '# A day\n');
    }
    const open = await openFolderAt(place);
    const at = { open, perspective: perspectiveOf(open) };
    same(
      [shared, mine, theirs, '9-path/other.md', 'kintsugi.yaml', '../secret.md', '', '__proto__'].map((path) =>
        noteNamed(path, at) ? path : undefined,
      ),
      [shared, mine, ...Array.from({ length: 6 }, () => undefined)],
    );
  });
});

describe('What is saved from the panel', () => {
  const at = (text: string): vscode.Uri => vscode.Uri.parse(text, true);

  it('has a name that tells nothing', () => {
    matches(exportName('svg'), /^the-path-\d{4}-\d\d-\d\d\.svg$/);
  });

  it('goes beside the notes folder, and into none, where a disk has such a place', () => {
    const place = (notes: string, ...others: readonly string[]): string =>
      exportPlace(at(notes), [at(notes), ...others.map(at)], 'a.svg').toString();
    equal(place('file:///home/alex/ours'), 'file:///home/alex/a.svg');
    equal(place('file:///home/alex/ours/inner', 'file:///home/alex/ours'), 'file:///home/alex/a.svg');
    equal(place('file:///'), 'file:///a.svg');
    equal(place('memfs:/ws/ours'), 'memfs:/ws/ours/a.svg');
  });

  it('is never written over a note', () => {
    const root = at('file:///home/alex/ours');
    const isRefused = (path: string): boolean => isNotesFile(root, at(`file:///home/alex/${path}`));
    same(['ours/kintsugi.yaml', 'ours/5-check-ins/a.md', 'ours/a.svg', 'shopping.md'].map(isRefused), [
      true,
      true,
      false,
      false,
    ]);
  });
});
