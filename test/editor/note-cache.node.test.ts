import { DiskNoteFiles } from '../../src/node/disk-note-files';
import { EditorNoteFiles } from '../../src/workspace/editor-note-files';
import { GuideSource } from '../../src/workspace/guide-source';
import type { NoteFiles } from '../../src/workspace/note-files';
import { NotesFolder } from '../../src/workspace/notes-folder';
import { extensionUnderTest } from './commands';
import { equal, holds, same } from './expect';
import { testLog } from './parts';
import { pause, Place, setUp, until } from './place';

const CANARY = 'Zugvogel';
const COUNT = 40;
/** Long enough for a file not to count as one that changed just now. */
const SETTLED_IN_MILLISECONDS = 2100;

/** Tells which files were read, and not taken from the cache. */
class CountingFiles extends DiskNoteFiles {
  readonly read: string[] = [];

  override async readMany(...[root, paths, take, isWanted, isKnown]: Parameters<NoteFiles['readMany']>): Promise<void> {
    await super.readMany(
      root,
      paths,
      (path, result, stamp) => {
        this.read.push(path);
        take(path, result, stamp);
      },
      isWanted,
      isKnown,
    );
  }
}

/** Opens a folder, and tells what it holds and what was read for that. */
async function open(place: Place, kept: Place) {
  const files = new CountingFiles(new EditorNoteFiles());
  const storage = { folder: kept.root, version: '1' };
  const guides = new GuideSource(extensionUnderTest().extensionUri, files);
  const folder = await NotesFolder.open(place.root, files, guides, testLog(), storage);
  const notes = [...(folder.ready?.index.all() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { folder, notes, read: files.read };
}

/** A kindness, with words of the writer's in every place that can hold some. */
function kindness(day: number): string {
  return `---\ntemplate: kindness\npartner: sam\nturned: ${day === 1 ? CANARY : 'away'}\n---\n\n# ${CANARY}\n\n${CANARY}\n`;
}

const pathOf = (day: number): string =>
  `6-kindness/2026-${String(day > 20 ? 3 : 2).padStart(2, '0')}-${String(1 + (day % 20)).padStart(2, '0')}-sam.md`;

async function shardsOf(kept: Place): Promise<readonly string[]> {
  return (await kept.files()).filter((path) => path.endsWith('.notes'));
}

describe('The cache of notes', () => {
  it('saves the reading of notes that did not change, and holds no word of any', async () => {
    const [place, kept] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    for (let day = 1; day <= COUNT; day += 1) {
      await place.write(pathOf(day), kindness(day));
    }
    await place.write(`private/${pathOf(2)}`, kindness(2));
    await pause(SETTLED_IN_MILLISECONDS);
    const first = await open(place, kept);
    equal(first.read.length, COUNT + 1);
    await until('what was read is kept', async () => (await shardsOf(kept)).length >= 10);
    await pause(500);
    first.folder.dispose();

    for (const path of await kept.files()) {
      const text = await kept.text(path);
      holds(!text.includes(CANARY) && !text.includes('private/'), 'nothing of the writers is kept');
    }
    const second = await open(place, kept);
    same(second.notes, first.notes);
    same([...second.read].sort(), [pathOf(1), `private/${pathOf(2)}`].sort());
    second.folder.dispose();

    await place.write(pathOf(3), kindness(3).replace('away', 'near'));
    const third = await open(place, kept);
    holds(third.read.includes(pathOf(3)), 'a changed note is read');
    equal(third.folder.noteAt(place.uri(pathOf(3)))?.fields.get('turned'), 'near');
    third.folder.dispose();

    const shards = await shardsOf(kept);
    for (const [number, path] of shards.entries()) {
      const text = await kept.text(path);
      await kept.write(
        path,
        [text.slice(0, text.length / 2), '', text.replace('away', 'near'), '[]'][number % 4] ?? '',
      );
    }
    const fourth = await open(place, kept);
    same(fourth.notes, third.notes);
    equal(fourth.read.length, COUNT + 1);
    fourth.folder.dispose();
  });

  it('keeps no note that changed just now', async () => {
    const [place, kept] = [await Place.inWorkspace(), await Place.inWorkspace()];
    await setUp(place);
    await place.write(pathOf(2), kindness(2));
    const { folder } = await open(place, kept);
    await pause(6000);
    same(await shardsOf(kept), []);
    folder.dispose();
  });
});
