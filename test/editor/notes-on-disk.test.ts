import * as vscode from 'vscode';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { EditorNotesOnDisk } from '../../src/git/notes-on-disk';
import { equal, holds, same } from './expect';
import { Place } from './place';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function type(place: Place, path: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(place.uri(path));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.insert(new vscode.Position(0, 0), text);
  });
}

async function placeWithNotes(): Promise<{ place: Place; notes: EditorNotesOnDisk }> {
  const place = await Place.inWorkspace();
  return { place, notes: new EditorNotesOnDisk(place.root, new EditorNoteFiles()) };
}

describe('Notes on disk, for the sync', () => {
  it('saves open notes, and no private one', async () => {
    const { place, notes } = await placeWithNotes();
    await place.write('a.md', 'a\n');
    await place.write('private/b.md', 'b\n');
    await type(place, 'a.md', 'changed ');
    await type(place, 'private/b.md', 'changed ');
    same(notes.unsaved(), ['a.md']);
    await notes.saveOpenNotes();
    same(notes.unsaved(), []);
    equal(await place.text('a.md'), 'changed a\n');
    equal(await place.text('private/b.md'), 'b\n');
  });

  it('tells files from folders and from nothing', async () => {
    const { place, notes } = await placeWithNotes();
    await place.write('folder/a.md', 'a\n');
    equal(await notes.kindOf('folder/a.md'), 'file');
    equal(await notes.kindOf('folder'), 'other');
    equal(await notes.kindOf('folder/b.md'), 'missing');
    equal(await notes.read('folder'), undefined);
    equal(await notes.read('none.md'), undefined);
    const file = await notes.read('folder/a.md');
    same([...(file?.bytes ?? [])], [...bytes('a\n')]);
    holds(file && Math.abs(file.modified - Date.now()) < 60_000, 'the time is in milliseconds');
  });

  it('replaces a file that is still as it was read, and no other', async () => {
    const { place, notes } = await placeWithNotes();
    await place.write('a.md', 'a\n');
    equal(await notes.replace('a.md', bytes('b\n'), bytes('c\n')), false);
    equal(await notes.replace('a.md', undefined, bytes('c\n')), false);
    equal(await notes.replace('none.md', bytes('b\n'), bytes('c\n')), false);
    equal(await place.text('a.md'), 'a\n');
    equal(await place.has('none.md'), false);
    equal(await notes.replace('a.md', bytes('a\n'), bytes('\uFEFFc\r\n')), true);
    equal(await place.text('a.md'), '\uFEFFc\r\n');
    equal(await notes.replace('new/n.md', undefined, bytes('n')), true);
    equal(await place.text('new/n.md'), 'n');
  });

  it('never replaces a file under a text that is not saved yet', async () => {
    const { place, notes } = await placeWithNotes();
    await place.write('a.md', 'a\n');
    await type(place, 'a.md', 'changed ');
    equal(await notes.replace('a.md', bytes('a\n'), bytes('c\n')), false);
    equal(await place.text('a.md'), 'a\n');
  });

  it('tells when git has written a merge', async () => {
    const { place, notes } = await placeWithNotes();
    equal(await notes.mergeWritten(), undefined);
    await place.write('.git/MERGE_HEAD', 'x\n');
    const written = await notes.mergeWritten();
    holds(written !== undefined && Math.abs(written - Date.now()) < 60_000, 'the time is in milliseconds');
  });
});
