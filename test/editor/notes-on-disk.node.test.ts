import * as fs from 'node:fs';
import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { EditorNotesOnDisk } from '../../src/git/notes-on-disk';
import { equal, same } from './expect';
import { Place } from './place';

describe('Notes on disk, for the sync, behind links', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('are neither read nor written', async () => {
    const [place, outside] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await outside.write('a.md', 'a\n');
    fs.symlinkSync(outside.root.fsPath, place.uri('linked').fsPath);
    fs.symlinkSync(outside.uri('a.md').fsPath, place.uri('link.md').fsPath);
    fs.symlinkSync(outside.uri('nowhere.md').fsPath, place.uri('broken.md').fsPath);
    const notes = new EditorNotesOnDisk(place.root, new DiskNoteFiles(new EditorNoteFiles()));
    const [before, after] = [await outside.bytes('a.md'), Uint8Array.of(1)];
    for (const path of ['linked/a.md', 'link.md', 'linked/new.md', 'broken.md']) {
      equal((await notes.kindOf(path)) === 'file', false, path);
      equal(await notes.read(path), undefined, path);
      equal(await notes.replace(path, before, after), false, path);
      equal(await notes.replace(path, undefined, after), false, path);
    }
    same(await outside.files(), ['a.md']);
    equal(await outside.text('a.md'), 'a\n');
  });
});
