import type { WordAhead } from '../../src/core/word-ahead-key';
import { mayOpen } from '../../src/views/word-ahead';
import { equal, holds, same } from './expect';
import { openFolderAt, partsOf } from './parts';
import { Place, setUp, until } from './place';
import type { Note } from '../../src/core/note';
import type { NotesFolder } from '../../src/workspace/notes-folder';

const THEIRS = '8-forgiveness/2026-03-09-sam.md';
const THEIRS_BEFORE = '8-forgiveness/2026-03-08-sam.md';
const MINE = '8-forgiveness/2026-03-09-alex.md';
const HEAVY = '---\nword-ahead: heavy\n---\n';

function noteIn(folder: NotesFolder, path: string): Note {
  const note = folder.ready?.index.note(path);
  holds(note, `${path} is a note`);
  return note;
}

describe('A word ahead', () => {
  it('is shown once for each version of the partner’s note on this machine, and never for one’s own', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const parts = partsOf();
    const { folder } = await openFolderAt(place, parts);
    await parts.identity.choose(folder.uri, 'alex');
    await parts.memory.update(`kintsugi.seen:${folder.uri.toString()}`, '');
    const asked: unknown[] = [];
    const open = async (path: string, answer: boolean): Promise<boolean> => {
      const note = folder.noteAt(place.uri(path));
      holds(note, `${path} is a note`);
      return await mayOpen(parts, folder, note, (word: WordAhead, writer: string | undefined) => {
        asked.push([word, writer]);
        return Promise.resolve(answer);
      });
    };
    const write = async (path: string, text: string): Promise<void> => {
      await place.write(path, text);
      await folder.noteChanged(path);
    };
    await write(MINE, HEAVY);
    equal(await open(MINE, false), true);
    await write(THEIRS, 'without a word');
    equal(await open(THEIRS, false), true);
    same(asked, []);
    await write(THEIRS, HEAVY);
    equal(await open(THEIRS, false), false);
    equal(await open(THEIRS, true), true);
    same(asked.splice(0), [
      ['heavy', 'Sam'],
      ['heavy', 'Sam'],
    ]);
    await parts.seen.see(folder, folder.ready?.index.all() ?? []);
    equal(await open(THEIRS, false), true);
    same(asked, []);
    await write(THEIRS, `${HEAVY}more`);
    equal(await open(THEIRS, false), false);
    same(asked, [['heavy', 'Sam']]);
  });

  it('is still shown for a note that an older version had not seen', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    await place.write(THEIRS, HEAVY);
    await place.write(THEIRS_BEFORE, HEAVY);
    const parts = partsOf();
    await parts.memory.update(`kintsugi.seen:${place.root.toString()}`, { [THEIRS_BEFORE]: '1-2-3' });
    await parts.folders.activate(place.root);
    const folder = parts.folders.active;
    holds(folder, 'the folder is active');
    await parts.identity.choose(folder.uri, 'alex');
    await until('what was seen is known anew', () => parts.seen.newsOf(folder)(noteIn(folder, THEIRS)));
    equal(parts.seen.isNew(folder, noteIn(folder, THEIRS_BEFORE)), false);
  });
});
