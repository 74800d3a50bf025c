import * as vscode from 'vscode';
import type { Couple } from '../../src/core/couple';
import { coupleFromAnswers } from '../../src/notes/set-up-answers';
import { writeMissingFiles } from '../../src/notes/set-up-files';
import { surroundingsOf } from '../../src/workspace/surroundings';
import { openFor, run } from './commands';
import { equal, holds, matches, same, sameBytes } from './expect';
import { openFolderAt, partsOf } from './parts';
import { Place, setUp } from './place';

const COUPLE: Couple = coupleFromAnswers({
  myName: '\u5f20\u4f1f: "#1"',
  otherName: 'Zo\u00eb O\u2019Neill',
  role: 'hurt',
  began: '2026-02-01',
  language: 'en',
  names: 'telling',
  git: 'me@example.org',
});

describe('Setting a notes folder up', () => {
  it('writes three files that are read back as they were meant, and the second time nothing', async () => {
    const place = await Place.inWorkspace();
    const parts = partsOf();
    const root = place.uri('our notes');
    same(await writeMissingFiles(parts, root, COUPLE), ['.gitignore', 'kintsugi.yaml', 'README.md']);
    const files = ['our notes/.gitignore', 'our notes/README.md', 'our notes/kintsugi.yaml'];
    same(await place.files(), files);
    const before = await Promise.all(files.map((path) => place.bytes(path)));
    same(await writeMissingFiles(parts, root, COUPLE), []);
    for (const [index, path] of files.entries()) {
      sameBytes(await place.bytes(path), before[index] ?? new Uint8Array(), path);
    }
    await parts.folders.activate(root);
    const couple = parts.folders.active?.ready?.couple;
    same(couple, COUPLE);
    matches(await place.text('our notes/README.md'), /Zo\u00eb O\u2019Neill/);
    equal(await place.text('our notes/.gitignore'), 'private/\n');
  });

  it('keeps a README and a .gitignore that are there, but for one line', async () => {
    const place = await Place.inWorkspace();
    const readme = Uint8Array.of(0xef, 0xbb, 0xbf, 0x6f, 0x75, 0x72, 0x73, 0x0d, 0xff);
    await place.write('README.md', readme);
    await place.write('.gitignore', '# ours\r\n*.tmp');
    same(await writeMissingFiles(partsOf(), place.root, COUPLE), ['.gitignore', 'kintsugi.yaml']);
    sameBytes(await place.bytes('README.md'), readme);
    matches(await place.text('.gitignore'), /^# ours\r\n\*\.tmp\r?\nprivate\/\r?\n$/);
  });

  it('repairs through its command what is missing, and changes nothing else', async () => {
    const place = await Place.inWorkspace();
    await setUp(place);
    const couple = await place.bytes('kintsugi.yaml');
    await openFor(place);
    await run('kintsugi.setUp');
    same(await place.files(), ['.gitignore', 'README.md', 'kintsugi.yaml']);
    sameBytes(await place.bytes('kintsugi.yaml'), couple);
    await openFolderAt(place);
  });
});

describe('What lies around a folder', () => {
  it('is a larger repository where one is above it, unless the folder is one of its own', async () => {
    const place = await Place.inWorkspace();
    equal((await surroundingsOf(place.uri('a/notes'))).insideLargerRepository, false);
    await vscode.workspace.fs.createDirectory(place.uri('.git'));
    equal((await surroundingsOf(place.uri('a/notes'))).insideLargerRepository, true);
    equal((await surroundingsOf(place.root)).insideLargerRepository, false);
    await vscode.workspace.fs.createDirectory(place.uri('a/notes/.git'));
    equal((await surroundingsOf(place.uri('a/notes'))).insideLargerRepository, false);
  });

  it('is a program that syncs, where a name or a mark says so', async () => {
    const place = await Place.inWorkspace();
    const named: Readonly<Record<string, string | undefined>> = {
      'Dropbox/notes': 'Dropbox',
      'Dropbox (Personal)/a/notes': 'Dropbox',
      'OneDrive - Work/notes': 'OneDrive',
      'Mobile Documents/notes': 'iCloud',
      'Syncthing/notes': 'Syncthing',
      'my dropbox ideas/notes': undefined,
      'plain/notes': undefined,
    };
    for (const [path, program] of Object.entries(named)) {
      equal((await surroundingsOf(place.uri(path))).syncedBy, program, path);
    }
    await vscode.workspace.fs.createDirectory(place.uri('plain/.stfolder'));
    equal((await surroundingsOf(place.uri('plain/notes'))).syncedBy, 'Syncthing');
    holds(!(await place.has('Dropbox')), 'looking creates nothing');
  });
});
