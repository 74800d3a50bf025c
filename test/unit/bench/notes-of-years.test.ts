import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { writeNotesOfYears } from '../../../scripts/bench/notes-of-years.mjs';
import { temporaryFolder } from '../../../scripts/ending.mjs';

const COUNT = 400;

/** Every file below a folder, with its text. */
function textsIn(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

describe('notes of years, to measure with', () => {
  it('are the same every time, as many as are asked for, of 1.85 kB, by two partners in every kind of entry', () => {
    const [one, other] = [temporaryFolder('notes-of-years'), temporaryFolder('notes-of-years')];
    try {
      const { bytes, latest } = writeNotesOfYears(one.folder, COUNT);
      writeNotesOfYears(other.folder, COUNT);
      const texts = textsIn(one.folder);
      assert.deepEqual(textsIn(other.folder), texts);
      const notes = texts.filter(([name]) => name.endsWith('.md'));
      assert.equal(notes.length, COUNT);
      assert.ok(Math.abs(bytes / COUNT - 1850) < 100, String(bytes / COUNT));
      for (const folder of ['5-check-ins', '6-kindness', '8-forgiveness', '9-path']) {
        for (const partner of ['alex', 'sam']) {
          assert.ok(
            notes.some(([name]) => name.startsWith(`${folder}/2025-`) && name.includes(partner)),
            `${folder} of ${partner}`,
          );
        }
      }
      assert.match(texts.find(([name]) => name === latest)?.[1] ?? '', /^trust: \d+ /m);
      assert.ok(notes.every(([, text]) => !/day[-+]\d/.test(text)));
    } finally {
      one.remove();
      other.remove();
    }
  });
});
