import * as vscode from 'vscode';
import type { NoteFiles } from '../../src/workspace/note-files';
import { equal, refusal, same, sameBytes } from './expect';
import { Place } from './place';

const PATH = 'private/8-forgiveness/note.md';
const BEFORE = new TextEncoder().encode('before');
const AFTER = new TextEncoder().encode('after that');

/** Tests of putting other bytes into a file, for a port to the file system. */
export function describeReplacing(where: string, port: () => NoteFiles): void {
  describe(`Replacing what a file holds, ${where}`, () => {
    it('puts the other bytes there, and leaves nothing beside them', async () => {
      const place = await Place.inWorkspace();
      await place.write(PATH, BEFORE);
      equal(await port().replace(place.uri(PATH), BEFORE, AFTER), true);
      sameBytes(await place.bytes(PATH), AFTER);
      same(await place.files(), [PATH]);
    });

    it('leaves a file alone that is another by now, and makes none where there is none', async () => {
      const place = await Place.inWorkspace();
      await place.write(PATH, 'somebody else was faster');
      equal(await port().replace(place.uri(PATH), BEFORE, AFTER), false);
      equal(await place.text(PATH), 'somebody else was faster');
      await refusal(port().replace(place.uri('nothing.md'), BEFORE, AFTER));
      same(await place.files(), [PATH]);
    });

    it('keeps the file as it was where the file system refuses', async () => {
      const place = await Place.inMemory();
      await place.write(PATH, BEFORE);
      const failure = { path: place.uri(PATH).path, operation: 'writeFile', code: 'NoSpace' };
      await vscode.commands.executeCommand('kintsugi-test.memfs.fail', failure);
      await refusal(port().replace(place.uri(PATH), BEFORE, AFTER));
      sameBytes(await place.bytes(PATH), BEFORE);
    });
  });
}
