import * as fs from 'node:fs';
import type * as vscode from 'vscode';
import { offersFor } from '../../src/core/guide';
import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { createOrOpenNote } from '../../src/notes/create-note';
import { tickStep } from '../../src/notes/tick-step';
import { plainMessage } from '../../src/plain-message';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { today } from './commands';
import { equal, holds, matches, refusal, same } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const NOTE = '---\ntemplate: kindness\n---\n\n- [ ] a <!-- step: what-happened -->\n';
const onDisk = (): DiskNoteFiles => new DiskNoteFiles(new EditorNoteFiles());

async function writeKindness(place: Place): Promise<vscode.TextEditor | undefined> {
  const parts = partsOf(onDisk());
  const open = await openFolderAt(place, parts);
  const [offer] = offersFor(
    open.ready.guide.templates.filter(({ command }) => command === 'kindness'),
    'hurt',
  );
  holds(offer, 'kindness is offered');
  return await createOrOpenNote(parts, open, perspectiveOf(open), { offer });
}

describe('Links out of a notes folder', () => {
  before(function () {
    if (process.platform === 'win32') {
      this.skip();
    }
  });

  it('are told and neither read nor written: a linked note', async () => {
    const [place, outside] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    await outside.write('secret.md', NOTE);
    await place.write('6-kindness/2026-03-09-sam.md', NOTE);
    const path = '6-kindness/2026-03-09-alex.md';
    fs.symlinkSync(outside.uri('secret.md').fsPath, place.uri(path).fsPath);
    const parts = partsOf(onDisk());
    const { folder } = await openFolderAt(place, parts);
    const linked = folder.noteAt(place.uri(path));
    same([linked?.steps.length, linked?.problems.map(({ code }) => code)], [0, ['symbolic-link']]);
    await refusal(tickStep(parts, folder, path, 'what-happened', true));
    await folder.noteChanged(path);
    equal(folder.noteAt(place.uri(path))?.steps.length, 0, 'also when it is told to have changed');
    equal(await outside.text('secret.md'), NOTE);
  });

  it('are told and neither read nor written: a linked folder', async () => {
    const [place, outside] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    await outside.write('2026-03-09-alex.md', NOTE);
    fs.symlinkSync(outside.root.fsPath, place.uri('6-kindness').fsPath);
    matches(plainMessage(await refusal(writeKindness(place))), /is a link to somewhere else/);
    same(await outside.files(), ['2026-03-09-alex.md']);
    const { folder } = await openFolderAt(place, partsOf(onDisk()));
    await folder.noteChanged('6-kindness/2026-03-09-alex.md');
    equal(folder.ready?.index.all().length, 0);
  });

  it('are never written through where they lead nowhere', async () => {
    const [place, outside] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    fs.mkdirSync(place.uri('6-kindness').fsPath);
    fs.symlinkSync(outside.uri('new.md').fsPath, place.uri(`6-kindness/${today()}-alex.md`).fsPath);
    await refusal(writeKindness(place));
    same(await outside.files(), []);
  });

  it('a file without permission is told, and the others are shown', async function () {
    if (process.getuid?.() === 0) {
      this.skip();
    }
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write('6-kindness/2026-03-09-alex.md', NOTE);
    await place.write('6-kindness/2026-03-09-sam.md', NOTE);
    fs.chmodSync(place.uri('6-kindness/2026-03-09-alex.md').fsPath, 0);
    const { folder } = await openFolderAt(place, partsOf(onDisk()));
    const codes = (name: string): readonly string[] | undefined =>
      folder.noteAt(place.uri(`6-kindness/2026-03-09-${name}.md`))?.problems.map(({ code }) => code);
    equal(codes('alex')?.join(), 'no-permission');
    equal(codes('sam')?.includes('no-permission'), false);
  });
});
