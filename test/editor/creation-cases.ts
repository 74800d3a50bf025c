import * as vscode from 'vscode';
import { offersFor } from '../../src/core/guide';
import type { Offer } from '../../src/core/guide';
import { createOrOpenNote } from '../../src/notes/create-note';
import type { OpenFolder } from '../../src/notes/perspective';
import type { NoteFiles } from '../../src/workspace/note-files';
import { editorOn, today } from './commands';
import { equal, holds, same, sameBytes } from './expect';
import { openFolderAt, partsOf, perspectiveOf } from './parts';
import { Place, setUp } from './place';

const encoder = new TextEncoder();

/** Tests of exclusive creation, for one port to the file system. */
export function describeCreation(title: string, port: () => NoteFiles): void {
  describe(`Creating a file ${title}`, () => {
    it('gives one file where ten create it at once, with the whole content of one of them', async () => {
      const place = await Place.inWorkspace();
      const files = port();
      const contents = Array.from({ length: 10 }, (_, index) => encoder.encode(`${String(index)}\n`.repeat(500)));
      const outcomes = await Promise.all(contents.map((bytes) => files.create(place.uri('a/b/note.md'), bytes)));
      equal(outcomes.filter((outcome) => outcome === 'created').length, 1, 'one of them created it');
      const winner = contents[outcomes.indexOf('created')];
      holds(winner, 'somebody won');
      sameBytes(await place.bytes('a/b/note.md'), winner);
    });

    it('leaves what is there as it is, whatever it is', async () => {
      const place = await Place.inWorkspace();
      const odd = Uint8Array.of(0xef, 0xbb, 0xbf, 0x00, 0xff, 0x0d);
      await place.write('odd.md', odd);
      await place.write('empty.md', '');
      await vscode.workspace.fs.createDirectory(place.uri('folder.md'));
      const files = port();
      for (const path of ['odd.md', 'empty.md', 'folder.md']) {
        equal(await files.create(place.uri(path), encoder.encode('new')), 'exists', path);
      }
      sameBytes(await place.bytes('odd.md'), odd);
      sameBytes(await place.bytes('empty.md'), new Uint8Array());
    });

    it('gives one note where a person asks for the same one twice at once, and nothing written there is lost', async () => {
      const { place, parts, open, offer } = await withKindness(port());
      const perspective = perspectiveOf(open);
      await Promise.all([
        createOrOpenNote(parts, open, perspective, { offer }),
        createOrOpenNote(parts, open, perspective, { offer }),
      ]);
      same(await place.files(), [`6-kindness/${today()}-alex.md`, 'kintsugi.yaml']);
    });

    it('adds -2 and -3 where another of the same day is wanted, and passes over names that are taken', async () => {
      const { place, parts, open, offer } = await withKindness(port());
      const name = `6-kindness/${today()}-alex`;
      const taken = encoder.encode('mine, \u{1F9E1}, not a template');
      await place.write(`${name}-2.md`, taken);
      for (const path of [`${name}.md`, `${name}-3.md`, `${name}-4.md`]) {
        await createOrOpenNote(parts, open, perspectiveOf(open), { offer, another: true });
        editorOn(place, path);
      }
      sameBytes(await place.bytes(`${name}-2.md`), taken);
      equal(open.folder.noteAt(place.uri(`${name}-4.md`))?.sequence, 4);
    });

    it('opens what another program put there in the same moment', async () => {
      const { place, parts, open, offer } = await withKindness(port());
      const path = `6-kindness/${today()}-alex.md`;
      await place.write(path, 'from elsewhere');
      await createOrOpenNote(parts, open, perspectiveOf(open), { offer });
      equal(editorOn(place, path).document.getText(), 'from elsewhere');
      equal(await place.text(path), 'from elsewhere');
    });
  });
}

interface WithKindness {
  readonly place: Place;
  readonly parts: ReturnType<typeof partsOf>;
  readonly open: OpenFolder;
  readonly offer: Offer;
}

async function withKindness(files: NoteFiles): Promise<WithKindness> {
  const place = await Place.inWorkspace();
  await setUp(place);
  const parts = partsOf(files);
  const open = await openFolderAt(place, parts);
  const [offer] = offersFor(
    open.ready.guide.templates.filter(({ command }) => command === 'kindness'),
    'hurt',
  );
  holds(offer, 'kindness is offered');
  return { place, parts, open, offer };
}
