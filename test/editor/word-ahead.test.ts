import type { WordAhead } from '../../src/core/word-ahead-key';
import { mayOpen } from '../../src/views/word-ahead';
import { equal, holds, same } from './expect';
import { openFolderAt, partsOf } from './parts';
import { Place, setUp } from './place';

const THEIRS = '8-forgiveness/2026-03-09-sam.md';
const MINE = '8-forgiveness/2026-03-09-alex.md';
const HEAVY = '---\nword-ahead: heavy\n---\n';

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
});
