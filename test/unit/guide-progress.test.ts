import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NoteIndex } from '../../src/core/note-index';
import { GuideProgress } from '../../src/core/progress';
import { runs } from './arbitraries';
import { builtInGuide, bytesOf, coupleOf } from './samples';

const GUIDE = builtInGuide();
const PATHS = [
  '1-name-the-betrayal/alex.md',
  '1-name-the-betrayal/sam.md',
  '1-name-the-betrayal/together.md',
  '2-conversation/2026-11-20-together.md',
  '2-conversation/2026-11-21-together.md',
  '3-commitment/together.md',
  '3-commitment/2026-11-24-commitment-sam.md',
  ...['2026-11-23', '2026-11-24'].flatMap((day) => [
    `5-check-ins/${day}-alex.md`,
    `5-check-ins/${day}-alex-2.md`,
    `5-check-ins/${day}-sam.md`,
    `5-check-ins/${day}-talk.md`,
    `9-path/${day}-setback-sam.md`,
    `8-forgiveness/${day}-alex.md`,
  ]),
].flatMap((path) => [path, `private/${path}`]);
const TEXTS = ['', '- [x] a <!-- step: did-this-week -->\n', '- [x] a <!-- step: what-happened -->\n', '\0'];

const change = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc.option(fc.constantFrom(...TEXTS), { freq: 4, nil: undefined }),
  viewer: fc.option(fc.constantFrom('alex', 'sam', undefined), { freq: 5, nil: 'alex' }),
});

describe('the progress of the guide', () => {
  it('after any changes is what it would be anew, for whoever looks', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const index = new NoteIndex(GUIDE, coupleOf());
        const notesOf = (stage: string) => index.ofStage(stage);
        const kept = new GuideProgress(GUIDE, coupleOf());
        for (const { path, text, viewer } of changes) {
          if (text === undefined) {
            index.remove(path);
          } else {
            index.update(path, bytesOf(text));
          }
          assert.deepEqual(kept.of(notesOf, viewer), new GuideProgress(GUIDE, coupleOf()).of(notesOf, viewer));
        }
      }),
      runs(60),
    );
  }).timeout(30_000);
});
