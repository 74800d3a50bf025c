import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { git, runGit } from '../git/git-process';
import { CANARY } from './canary';
import { remotes } from './couple';
import { startedEditors } from './editor';
import type { StoryEditor } from './editor';
import { sum } from './story';

/** What the editor itself keeps of every file that is saved or open, whatever extension is installed. */
const EDITORS_OWN = /^data[/\\]User[/\\](?:History|Backups)[/\\]/;

/** Last of all: its name sorts behind the other files. */
describe('after all stories, a word that stands in private notes alone', () => {
  before(function () {
    if (sum.stories === 0) this.skip();
  });

  after(() => {
    console.log(
      `${String(sum.stories)} stories in two windows, ${String(sum.kills)} extension hosts ended, ` +
        `${String(sum.lines)} lines written, ${String(sum.lost)} lost lines, ${String(canaries)} canaries`,
    );
  });

  let canaries = 0;

  it('is in no object, no ref and no log of any remote', async () => {
    for (const remote of remotes) {
      // What is looked for would be found: this was sent.
      assert.match(await git(remote, 'log', '--all', '--format=%B'), /^Update notes/m);
      const { stdout } = await runGit(remote, ['cat-file', '--batch-all-objects', '--batch', '--buffer']);
      canaries += timesIn(stdout.toString('latin1'));
      canaries += timesIn(await git(remote, 'for-each-ref', '--format=%(refname) %(contents)'));
      canaries += timesIn(await git(remote, 'log', '--all', '--reflog', '--format=%B'));
      canaries += Object.values(filesBelow(remote)).reduce((sum, text) => sum + timesIn(text), 0);
    }
    assert.equal(canaries, 0);
  });

  it('is in no log, no storage and no cache of the extension’s or the server’s', () => {
    const files = startedEditors.flatMap(({ dataFolder }) => Object.entries(filesBelow(dataFolder)));
    assert.ok(files.some(([file, text]) => file.endsWith('Kintsugi.log') && text.includes('Synced.')));
    const telling = files.flatMap(([file, text]) =>
      !EDITORS_OWN.test(file) && (file.includes(CANARY) || text.includes(CANARY)) ? [file] : [],
    );
    canaries += telling.length;
    assert.deepEqual(telling, []);
  });

  it('is in nothing that the pages keep in their browsers', async () => {
    const stored = (await Promise.all(startedEditors.map(storagesOf))).flat();
    assert.match(stored.join('\n'), /kintsugi-notes\.kintsugi/);
    const telling = stored.flatMap((text) => text.split('\n').filter((line) => line.includes(CANARY)));
    canaries += telling.length;
    assert.deepEqual(telling, []);
  });
});

function timesIn(text: string): number {
  return text.split(CANARY).length - 1;
}

/** Every file below a folder, by its path. */
function filesBelow(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

async function storagesOf(editor: StoryEditor): Promise<readonly string[]> {
  return await editor.readPageStorages();
}
