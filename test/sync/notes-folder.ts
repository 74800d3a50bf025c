import * as fs from 'node:fs';
import * as path from 'node:path';
import { readCouple } from '../../src/core/couple-file';
import { offersFor } from '../../src/core/guide';
import { notePath } from '../../src/core/note-path';
import { scaffoldNote } from '../../src/core/scaffold';
import { builtInGuide, bytesOf, present } from '../unit/samples';

const COUPLE = `# The two of us
partners:
  - id: alex
    name: Alex
    role: hurt
    git: [alex@example.org]
  - id: sam
    name: Sam
    role: broke-trust
    git: [sam@example.org]
began: 2026-11-01
`;

/** Notes of every kind: pages of one and of both, entries of one and of both. */
const STAGES = /^(?:1|2|3|5|6|7|9)-/;
const MOST_OF_A_STAGE = 4;

/** @returns the notes that the templates make on one day, by path; each step tells in which note it began */
export function notesOf(date: string): ReadonlyMap<string, string> {
  const couple = present(readCouple(bytesOf(COUPLE)).couple);
  const guide = builtInGuide();
  const notes = new Map<string, string>();
  for (const partner of couple.partners) {
    for (const { variants } of offersFor(guide.templates, partner.role)) {
      const [first] = variants;
      const file = notePath(first.path, { date, partner: partner.id, isPrivate: first.privacy === 'private' });
      if (first.privacy === 'shared' && !notes.has(file)) {
        const { text } = scaffoldNote({ variants, role: partner.role, couple, partner, date });
        notes.set(file, text.replaceAll(/ (<!-- step: [^>]* -->)/g, ` (${file}) $1`));
      }
    }
  }
  return notes;
}

/** @returns the files of a small notes folder as it is after a week, by path */
export function smallFolder(): ReadonlyMap<string, string> {
  const files = new Map([
    ['kintsugi.yaml', COUPLE],
    ['.gitignore', '/private/\n'],
  ]);
  const stages = new Map<string, number>();
  // Pages of both first: there the two meet.
  const notes = [...notesOf('2026-11-16')].sort(([one], [other]) => Number(isOfBoth(other)) - Number(isOfBoth(one)));
  for (const [file, text] of notes) {
    const stage = path.dirname(file);
    const count = stages.get(stage) ?? 0;
    if (STAGES.test(file) && count < MOST_OF_A_STAGE) {
      stages.set(stage, count + 1);
      files.set(file, text);
    }
  }
  return files;
}

function isOfBoth(file: string): boolean {
  return /together|talk/.test(file);
}

/** @returns the notes in a folder as they lie there, private ones left out, sorted */
export function notesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('private/') && !file.startsWith('.git/'))
    .sort();
}
