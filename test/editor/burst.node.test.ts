import * as fs from 'node:fs';
import * as path from 'node:path';
import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { equal, holds } from './expect';
import { openFolderAt, partsOf } from './parts';
import { pause, Place, setUp, until } from './place';

const COUNT = 1000;

describe('A burst of changes', () => {
  it('as of a checkout is taken in as one, and all of it', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const { folder } = await openFolderAt(place, partsOf(new DiskNoteFiles(new EditorNoteFiles())));
    const kindnesses = () => folder.ready?.index.ofStage('kindness') ?? [];
    let changes = 0;
    const listening = folder.onDidChange(() => {
      changes += 1;
    });
    const fileOf = (number: number): string => {
      const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
      return path.join(place.root.fsPath, '6-kindness', `${day}-sam.md`);
    };
    fs.mkdirSync(path.dirname(fileOf(0)), { recursive: true });
    for (let number = 0; number < COUNT; number += 1) {
      fs.writeFileSync(fileOf(number), '---\ntemplate: kindness\nturned: away\n---\n');
    }
    await until('every note is there', () => kindnesses().length === COUNT);
    // The folder itself, or its set-up, may be told of before what is in it.
    holds(changes <= 3, `told of ${String(changes)} changes`);
    changes = 0;
    for (let number = 0; number < COUNT; number += 1) {
      fs.writeFileSync(fileOf(number), '---\ntemplate: kindness\nturned: toward\n---\n');
    }
    await until('every note is the new one', () =>
      kindnesses().every((note) => note.fields.get('turned') === 'toward'),
    );
    // What is read is told of once all of it is; a second telling would come soon after.
    await pause(1000);
    equal(changes, 1);
    listening.dispose();
  });
});
